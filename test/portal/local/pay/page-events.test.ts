/** Open pages hear of changes. */
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../portal/local/exchange/exchange.js';
import { pageVersion } from '../../../../portal/local/pay/page-version.js';
import { changedRow } from '../../../../portal/local/shop/row.js';
import type { State } from '../../../../portal/local/state.js';
import { load, servePages, submit, type Pages } from './pages.js';

const IDS = { paymentId: 201n, paySystemId: 7n };
const PAGE = '/pay/201?paysystem=7';
const CHECKOUT = { CHECKOUT_DATA: { ACTION_URI: 'https://shop.test/', FIELDS: {} } };

const paid = (columns: Record<string, string>) => (state: State) => ({
  ...state,
  shop: {
    ...state.shop,
    payments: state.shop.payments.map((row) => (row.id === 201n ? changedRow(row, columns) : row)),
  },
});
const resaved = (state: State): State => ({
  ...state,
  handlers: state.handlers.map((handler) => ({ ...handler, settings: new Map([['FORM_DATA', 'x']]) })),
});
const change = (pages: Pages, how: (state: State) => State) =>
  pages.store.apply((state) => ({ state: how(state), answer: null }));

function entryOf({ book }: Pages): Exchange {
  const entry = book.find(1);
  if (!entry) throw new Error('No frame was shown.');
  return entry;
}

const judgementOf = (buyerSees: string) =>
  ({ outcome: 'frame', ok: false, buyerSees, reason: 'The reason.', advice: '' }) as const;

function judge(pages: Pages, buyerSees: string): void {
  pages.book.change(entryOf(pages), (entry) => ({ ...entry, judgement: judgementOf(buyerSees) }));
}

/** The events' address, as the page has it. */
async function eventsOf(pages: Pages): Promise<string> {
  const { text } = await load(pages, PAGE);
  return (/data-events="([^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
}

describe('the version of a page', () => {
  const version = async (how: (state: State) => State) => {
    const pages = await servePages(CHECKOUT);
    return pages.store.apply((state) => {
      const changed = pageVersion(how(state), IDS) !== pageVersion(state, IDS);
      return { state, answer: changed };
    });
  };

  it('changes with the settings, the payment, the payment system and its values', async () => {
    expect(await version(resaved)).toBe(true);
    expect(await version(paid({ PAID: 'Y' }))).toBe(true);
    const rename = (state: State): State => ({
      ...state,
      paySystems: state.paySystems.map((row) => ({ ...row, row: new Map([...row.row, ['NAME', 'x']]) })),
    });
    expect(await version(rename)).toBe(true);
    const mapping = { code: 'SUM', personType: 0n, providerKey: 'VALUE', providerValue: '5' };
    expect(await version((state) => ({ ...state, mappings: [{ ...mapping, paySystem: 7n }] }))).toBe(true);
    expect(await version((state) => ({ ...state, mappings: [{ ...mapping, paySystem: null }] }))).toBe(true);
    expect(await version((state) => ({ ...state, mappings: [{ ...mapping, paySystem: 8n }] }))).toBe(false);
  });

  it('stays when the page itself stores a PAYMENT_ID, or another payment changes', async () => {
    expect(await version(paid({ PS_INVOICE_ID: 'inv-1' }))).toBe(false);
    expect(await version((state) => ({ ...state, webhooks: [] }))).toBe(false);
  });
});

describe('the events of a page', () => {
  it('tell of a change, and not of one that it does not show', async () => {
    const pages = await servePages(CHECKOUT);
    const response = await fetch(`${pages.url}${await eventsOf(pages)}`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const events = response.text();
    await change(pages, paid({ PS_INVOICE_ID: 'inv-1' }));
    await change(pages, paid({ PAID: 'Y' }));
    expect((await events).match(/event: changed/g)).toHaveLength(1);
  });

  it('tell at once when the page is old already', async () => {
    const pages = await servePages(CHECKOUT);
    const address = await eventsOf(pages);
    await change(pages, resaved);
    expect(await (await fetch(`${pages.url}${address}`)).text()).toContain('event: changed');
  });

  it('end when nobody listens any more', async () => {
    const pages = await servePages(CHECKOUT);
    const stop = new AbortController();
    const response = await fetch(`${pages.url}${await eventsOf(pages)}`, { signal: stop.signal });
    stop.abort();
    await expect(response.text()).rejects.toThrow();
    await change(pages, resaved);
    expect((await load(pages, PAGE)).status).toBe(200);
  });

  it('tell what became of the frame, as soon as that is known and whenever it changes', async () => {
    const pages = await servePages({ IFRAME_DATA: { ACTION_URI: 'https://shop.test/', FIELDS: {} } });
    await submit(pages, '/pay/201/call?paysystem=7');
    const address = await eventsOf(pages);
    expect(address).toContain('&exchange=1');
    const events = (await fetch(`${pages.url}${address}`)).text();
    judge(pages, 'The buyer sees an <b>empty</b> frame.');
    judge(pages, 'The buyer sees a page.');
    pages.book.add({ ...entryOf(pages), judgement: judgementOf('Another frame.') });
    await change(pages, paid({ PAID: 'Y' }));
    const later = (await fetch(`${pages.url}${address}`)).text();
    expect((await events).match(/event: \w+|state bad">[^\n]*/g)).toEqual([
      'event: judged',
      'state bad">The buyer sees an &lt;b&gt;empty&lt;/b&gt; frame.</p>',
      'event: judged',
      'state bad">The buyer sees a page.</p>',
      'event: changed',
    ]);
    expect(await later).not.toContain('judged');
  });

  it('tell at once what became of the frame meanwhile', async () => {
    const pages = await servePages({ IFRAME_DATA: { ACTION_URI: 'https://shop.test/', FIELDS: {} } });
    await submit(pages, '/pay/201/call?paysystem=7');
    const address = await eventsOf(pages);
    judge(pages, 'The buyer sees an empty frame.');
    const events = (await fetch(`${pages.url}${address}`)).text();
    await change(pages, paid({ PAID: 'Y' }));
    expect(await events).toContain('The buyer sees an empty frame.');
  });

  it('need a payment and a payment system', async () => {
    const pages = await servePages(CHECKOUT);
    expect((await load(pages, '/pay/events?payment=x&paysystem=7')).status).toBe(404);
  });
});
