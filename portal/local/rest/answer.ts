/** The HTTP side of a REST call. */
import type { Context } from 'hono';
import { readBody } from '../body.js';
import type { ServerEnv } from '../guard.js';
import { encodeJsonPieces } from '../php/json-bytes.js';
import { PhpJsonError } from '../php/json-error.js';
import type { PhpArray } from '../php/value.js';
import type { Store } from '../store.js';
import { readAddress, type Address, type Format } from './address.js';
import { authorize, type Credentials } from './credentials.js';
import { faultBody, resultBody } from './envelope.js';
import { execute, hasMethod } from './execute.js';
import { methodNotFound, RestFault } from './fault.js';
import type { Caller } from './method.js';
import { observed, type Notes, type ObserveCall } from './observe.js';
import { readParameters } from './parameters.js';
import { PORTAL_VERSIONS, type Portal } from './portal.js';
import type { RequestLimit } from './request-limit.js';
import { secondsNow, systemClock } from './timing.js';
import { encodeXml } from './xml.js';

/** How the REST interface of a portal behaves. */
export interface RestOptions {
  readonly portal?: Portal;
  /** Absent when requests are not limited. */
  readonly requests?: RequestLimit;
  /** Is told of every call that was answered, as it went over the wire: with its secrets. */
  readonly onCall?: ObserveCall;
}

/** The portal lets every site call its REST methods: the secret in the address or the token is what protects them. */
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'origin, content-type, accept',
  'X-Content-Type-Options': 'nosniff',
};

const CONTENT_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  xml: 'text/xml; charset=utf-8',
};

const PORTAL: Portal = { version: PORTAL_VERSIONS[0], clock: systemClock };

/** Answers a call under `/rest/`. */
export async function answerCall(
  context: Context<ServerEnv>,
  store: Store,
  options: RestOptions = {},
): Promise<Response> {
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  // A browser asks this before it calls; nothing is run.
  if (context.req.method === 'OPTIONS') return context.body(null, 204);

  const url = new URL(context.req.url);
  const address = readAddress(url.pathname);
  const { portal = PORTAL, requests, onCall } = options;
  return observed(context, onCall, async (notes) => {
    try {
      requests?.(context.env.incoming.socket.remoteAddress ?? '', secondsNow(portal.clock));
      if (!hasMethod(address.method)) throw methodNotFound();
      const body = context.req.method === 'POST' ? await readBody(context) : undefined;
      notes.body = body;
      const contentType = context.req.header('content-type');
      const params = await readParameters({ query: url.search.slice(1), contentType, body });
      return send(context, notes, address.format, await runCall(context, store, portal, address, params), 200);
    } catch (error) {
      if (!(error instanceof RestFault)) throw error;
      return send(context, notes, address.format, faultBody(error), error.status);
    }
  });
}

async function runCall(
  context: Context<ServerEnv>,
  store: Store,
  portal: Portal,
  address: Address,
  params: PhpArray,
): Promise<PhpArray> {
  const { executed, caller, cpu } = await store.apply((state) => {
    const caller = authorize(credentialsOf(address, params), state);
    const before = process.cpuUsage();
    const executed = execute(address.method, params, { caller, state, portal });
    return { state: executed.state, answer: { executed, caller, cpu: process.cpuUsage(before) } };
  });
  // Thrown here and not inside, where it would undo what was saved before it.
  if (executed.fault) throw executed.fault;
  setStatistics(context, caller, executed.time, cpu);
  return resultBody(executed);
}

function credentialsOf({ webhook }: Address, params: PhpArray): Credentials {
  if (webhook) return { kind: 'webhook', ...webhook };
  const token = params.get('auth');
  return { kind: 'application', token: typeof token === 'string' ? token : undefined };
}

/** What portals in the cloud add to an answer: seconds, and who asked. */
function setStatistics(
  context: Context<ServerEnv>,
  caller: Caller,
  time: PhpArray,
  cpu: { readonly user: number; readonly system: number },
): void {
  const processing = time.get('processing');
  // A client id that was made up with letters a header can't have must not make every call fail.
  if (/^[\x21-\x7e]+$/.test(caller.clientId ?? '')) context.header('X-Bitrix-Rest-Application', caller.clientId ?? '');
  context.header('X-Bitrix-Rest-Time', (typeof processing === 'number' ? processing : 0).toFixed(10));
  context.header('X-Bitrix-Rest-User-Time', (cpu.user / 1e6).toFixed(10));
  context.header('X-Bitrix-Rest-System-Time', (cpu.system / 1e6).toFixed(10));
}

function send(
  context: Context<ServerEnv>,
  notes: Notes,
  format: Format,
  body: PhpArray,
  status: 200 | RestFault['status'],
): Response {
  const pieces = format === 'xml' ? [Buffer.from(encodeXml(body))] : encodeOrComplain(body);
  notes.answer = pieces;
  context.header('Content-Type', CONTENT_TYPES[format]);
  const [whole] = pieces;
  if (whole && pieces.length === 1) return context.body(whole, status);
  context.header('Content-Length', String(pieces.reduce((size, piece) => size + piece.length, 0)));
  return context.body(streamOf(pieces), status);
}

/** What JSON can't say makes the portal answer with an error, though with the status of a success. */
function encodeOrComplain(body: PhpArray): readonly Uint8Array<ArrayBuffer>[] {
  try {
    return encodeJsonPieces(body);
  } catch (error) {
    if (!(error instanceof PhpJsonError)) throw error;
    return encodeJsonPieces(faultBody(new RestFault('WRONG_ENCODING', 'Wrong request encoding')));
  }
}

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const left = pieces.values();
  return new ReadableStream({
    pull(controller) {
      const { value, done } = left.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
