/** Serves payment pages over real HTTP, with an exchange log that calls nobody and notes what it is asked. */
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { createServer, type Server } from 'node:http';
import { afterEach } from 'vitest';
import { Book } from '../../../../portal/local/exchange/book.js';
import type { Conclusion } from '../../../../portal/local/exchange/conclude.js';
import type { PageEvent } from '../../../../portal/local/exchange/page-event.js';
import { knownHost, type ServerEnv } from '../../../../portal/local/guard.js';
import type { Block } from '../../../../portal/local/pay/block.js';
import type { PaymentIds } from '../../../../portal/local/pay/page-address.js';
import { createPay } from '../../../../portal/local/pay/pay-routes.js';
import type { AskedFault, PaymentExchanges } from '../../../../portal/local/pay/ports.js';
import type { State } from '../../../../portal/local/state.js';
import { createStore, type Store } from '../../../../portal/local/store.js';
import { CODES, stateWith } from './state.js';

const TOKEN = 'the-token';

/** What the log was asked for. */
interface Asked {
  readonly checkouts: { ids: PaymentIds; block: Extract<Block, { kind: 'checkout' }>; fault?: AskedFault }[];
  readonly reports: { ids: PaymentIds; event: PageEvent }[];
  readonly frames: { ids: PaymentIds; block: Extract<Block, { kind: 'frame' }> }[];
}

/** A running portal with nothing but its pages. */
export interface Pages {
  readonly url: string;
  readonly token: string;
  readonly store: Store;
  readonly asked: Asked;
  /** The entries of frames. */
  readonly book: Book;
  /** What the next checkouts bring. */
  conclusion: Conclusion;
}

const servers = new Set<Server>();

afterEach(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  servers.clear();
});

/** Pages of a portal whose payment system 7 has a handler with these SETTINGS. */
export async function servePages(settings: object, change = (state: State): State => state): Promise<Pages> {
  const store = createStore(change(stateWith({ CODES, ...settings })));
  const asked: Asked = { checkouts: [], reports: [], frames: [] };
  const book = new Book();
  const pages = { store, asked, book, token: TOKEN, url: '', conclusion: { kind: 'default-error' } as Conclusion };
  const exchanges: PaymentExchanges = {
    checkout(ids, block, fault) {
      asked.checkouts.push({ ids, block, ...(fault && { fault }) });
      return Promise.resolve({ conclusion: pages.conclusion, exchange: EXCHANGE });
    },
    openFrame(ids, block) {
      asked.frames.push({ ids, block });
      return Promise.resolve(book.add(FRAME_ENTRY));
    },
    find: (number) => book.find(number),
    subscribe: (listener) => book.subscribe(listener),
    report: (ids, event) => asked.reports.push({ ids, event }),
  };
  const app = new Hono<ServerEnv>();
  app.use(knownHost);
  app.route('/', createPay(store, exchanges, TOKEN));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void listener(request, response));
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  pages.url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  return pages;
}

const EXCHANGE = {
  number: 4,
  at: '2026-11-24T12:00:00.000Z',
  kind: 'checkout' as const,
  request: { method: 'POST', url: 'https://shop.test/', headers: [], body: '' },
  response: null,
  milliseconds: 12,
  judgement: {
    outcome: 'default-error' as const,
    ok: false,
    buyerSees: 'The buyer sees <b>it</b>.',
    reason: 'The reason.',
    advice: 'The advice.',
  },
};

/** A frame that is not judged yet. */
const FRAME_ENTRY = {
  at: EXCHANGE.at,
  kind: 'frame' as const,
  request: { method: 'GET', url: 'https://shop.test/pay', headers: [], body: '' },
  response: null,
  milliseconds: 0,
};

/** Loads a page as if its address had been typed, or with other headers. */
export async function load(pages: Pages, path: string, headers: Record<string, string> = { 'sec-fetch-site': 'none' }) {
  const response = await fetch(`${pages.url}${path}`, { headers, redirect: 'manual' });
  return { status: response.status, headers: response.headers, text: withoutRuns(await response.text()) };
}

/** Sends a form as a page of the portal would. */
export async function submit(
  pages: Pages,
  path: string,
  fields: Record<string, string> = {},
  { token = pages.token, origin = pages.url }: { token?: string; origin?: string } = {},
) {
  const body = new URLSearchParams({ 'b24pay-token': token, ...fields });
  const init = { method: 'POST', body, headers: { origin }, redirect: 'manual' } as const;
  const response = await fetch(`${pages.url}${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Runs of blanks are one blank to a browser. */
function withoutRuns(text: string): string {
  return text.replace(/\s+/g, ' ');
}
