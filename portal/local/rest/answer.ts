/** The HTTP side of a REST call. */
import type { Context } from 'hono';
import { readBody } from '../body.js';
import type { ServerEnv } from '../guard.js';
import { encodeJson } from '../php/json-encode.js';
import { PhpJsonError } from '../php/json-error.js';
import type { PhpArray } from '../php/value.js';
import type { Store } from '../store.js';
import { readAddress, type Address, type Format } from './address.js';
import { authorize, type Credentials } from './credentials.js';
import { faultBody, resultBody } from './envelope.js';
import { execute, hasMethod } from './execute.js';
import { methodNotFound, RestFault } from './fault.js';
import type { Caller } from './method.js';
import { readParameters } from './parameters.js';
import { encodeXml } from './xml.js';

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

/** Answers a call under `/rest/`. */
export async function answerCall(context: Context<ServerEnv>, store: Store): Promise<Response> {
  for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  // A browser asks this before it calls; nothing is run.
  if (context.req.method === 'OPTIONS') return context.body(null, 204);

  const url = new URL(context.req.url);
  const address = readAddress(url.pathname);
  try {
    if (!hasMethod(address.method)) throw methodNotFound();
    const params = await readParameters({
      query: url.search.slice(1),
      contentType: context.req.header('content-type'),
      body: context.req.method === 'POST' ? await readBody(context) : undefined,
    });
    const body = await runCall(context, store, address, params);
    return send(context, address.format, body, 200);
  } catch (error) {
    if (!(error instanceof RestFault)) throw error;
    return send(context, address.format, faultBody(error), error.status);
  }
}

async function runCall(
  context: Context<ServerEnv>,
  store: Store,
  address: Address,
  params: PhpArray,
): Promise<PhpArray> {
  return store.apply((state) => {
    const caller = authorize(credentialsOf(address, params), state);
    const before = process.cpuUsage();
    const { result, time, state: next } = execute(address.method, params, { caller, state });
    setStatistics(context, caller, time, process.cpuUsage(before));
    return { state: next, answer: resultBody(result, time) };
  });
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
  format: Format,
  body: PhpArray,
  status: 200 | RestFault['status'],
): Response {
  context.header('Content-Type', CONTENT_TYPES[format]);
  return context.body(format === 'xml' ? encodeXml(body) : encodeOrComplain(body), status);
}

/** What JSON can't say makes the portal answer with an error, though with the status of a success. */
function encodeOrComplain(body: PhpArray): string {
  try {
    return encodeJson(body);
  } catch (error) {
    if (!(error instanceof PhpJsonError)) throw error;
    return encodeJson(faultBody(new RestFault('WRONG_ENCODING', 'Wrong request encoding')));
  }
}
