/** A local portal with a payment for one of the sample endpoints, which runs as a program of its own. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { isObject, valueAt, type JsonObject } from '../../../schemas/record.js';
import { handlerParameters } from '../../../server/document/parameters.js';
import { parseManifest } from '../../../server/document/parse.js';
import { control, post, send, start } from '../local/portal.js';

/** The samples, by the names of their files. */
export const SAMPLES = ['form', 'checkout', 'iframe'] as const;
export type Sample = (typeof SAMPLES)[number];

type Process = ChildProcessByStdio<null, Readable, Readable>;

/** What an endpoint has written so far. */
export interface Endpoint {
  readonly url: string;
  readonly written: { text: string };
}

/** A payment that waits for its buyer. */
export interface Shop extends Endpoint {
  readonly portal: LocalPortal;
  readonly paySystemId: number;
  readonly paymentId: number;
  /** Address of the payment page: where the buyer comes from, and is led back to. */
  readonly pageUrl: string;
}

const running = new Set<Process>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** Path of a file of the samples. */
export function sampleFile(name: string): string {
  return fileURLToPath(new URL(`../../../docs/samples/${name}`, import.meta.url));
}

/** The manifest of a sample. */
export async function readSample(sample: Sample) {
  const file = `${sample}.b24pay.json`;
  return parseManifest(await readFile(sampleFile(file), 'utf8'), `file:///${file}`);
}

/** A payment of 1990.50 roubles with the sample as its endpoint. */
export async function openShop(sample: Sample): Promise<Shop> {
  const portal = await start();
  const endpoint = await startSample(sample, { B24PAY_WEBHOOK: portal.webhook });
  const { CODE, ...parameters } = handlerParameters(await readSample(sample));
  const SETTINGS = withOrigin(parameters.SETTINGS, endpoint.url);
  await ask(portal, 'sale.paysystem.handler.add', { ...parameters, CODE, SETTINGS });
  const paySystemId = await addPaySystem(portal, CODE);
  return { ...endpoint, portal, paySystemId, ...(await addPayment(portal, paySystemId)) };
}

/** Adds a payment system with that handler. */
export async function addPaySystem(portal: LocalPortal, handler: string): Promise<number> {
  return Number(
    await ask(portal, 'sale.paysystem.add', {
      NAME: 'Card',
      BX_REST_HANDLER: handler,
      PERSON_TYPE_ID: 1,
      ENTITY_REGISTRY_TYPE: 'ORDER',
      ACTIVE: 'Y',
    }),
  );
}

/** Adds a payment of 1990.50 roubles. */
export async function addPayment(portal: LocalPortal, paySystemId: number) {
  const answer = await send(new URL('/.local/payments', portal.url).href, {
    method: 'POST',
    headers: { authorization: `Bearer ${portal.control.token}` },
    body: JSON.stringify({ paySystemId, sum: 1990.5, currency: 'RUB' }),
  });
  return { paymentId: Number(valueAt(answer.body, ['paymentId'])), pageUrl: String(valueAt(answer.body, ['url'])) };
}

/** Starts a sample on a free port and waits until it listens. */
export async function startSample(sample: Sample, env: Record<string, string>): Promise<Endpoint> {
  const child = spawnSample(sample, env);
  const written = { text: '' };
  child.stderr.on('data', (part: Buffer) => {
    written.text += part.toString();
  });
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^Listening on (http:\S+)$/.exec(line) ?? [];
    if (url !== undefined) return { url, written };
  }
  throw new Error(`The sample ${sample} ended: ${written.text}`);
}

/** Starts a sample with nothing but these variables. */
export function spawnSample(sample: Sample, env: Record<string, string>): Process {
  const child = spawn(process.execPath, [sampleFile(`${sample}.mjs`)], {
    env: { PORT: '0', NO_PROXY: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  return child;
}

/** Calls a method through the portal's webhook and gives its result. */
export async function ask(portal: LocalPortal, method: string, params: object): Promise<unknown> {
  const { body } = await post(`${portal.webhook}/${method}`, params);
  const result = valueAt(body, ['result']);
  if (result === undefined) throw new Error(`${method}: ${JSON.stringify(body)}`);
  return result;
}

/** The payment's columns as REST gives them. */
export async function paymentOf({ portal, paymentId }: Shop): Promise<JsonObject> {
  return objectIn(await ask(portal, 'sale.payment.get', { id: paymentId }), 'payment');
}

/** Changes columns of the payment in the portal, as a manager would. */
export function changePayment({ portal, paymentId }: Shop, columns: object): Promise<void> {
  return changeRow(portal, 'payments', paymentId, columns);
}

/** Changes columns of the payment's order. */
export async function changeOrder(shop: Shop, columns: object): Promise<void> {
  const { orderId } = await paymentOf(shop);
  await changeRow(shop.portal, 'orders', orderId, columns);
}

type Tables = Readonly<Record<'payments' | 'orders', readonly JsonObject[]>>;

async function changeRow(portal: LocalPortal, table: keyof Tables, id: unknown, columns: object): Promise<void> {
  const state = (await control(portal)).body as { shop: Tables };
  const rows = state.shop[table].map((row) => (row.ID === id ? { ...row, ...columns } : row));
  const { status, text } = await control(portal, { ...state, shop: { ...state.shop, [table]: rows } });
  if (status !== 200) throw new Error(text);
}

function objectIn(value: unknown, key: string): JsonObject {
  const found = valueAt(value, [key]);
  if (!isObject(found)) throw new Error(`No ${key}: ${JSON.stringify(value)}`);
  return found;
}

/** The sample's own address is what its port makes it. */
function withOrigin(settings: unknown, origin: string): unknown {
  return JSON.parse(JSON.stringify(settings).replaceAll('http://127.0.0.1:3000', origin)) as unknown;
}
