/** The control interface, `/.local/state`: for tests and people, never for web pages. */
import * as l10n from '@vscode/l10n';
import { Hono, type Context } from 'hono';
import { readBody } from './body.js';
import type { ServerEnv } from './guard.js';
import { decodeJsonBytes } from './php/json-decode.js';
import { encodeJson } from './php/json-encode.js';
import { PhpJsonError } from './php/json-error.js';
import { sameSecret } from './secrets.js';
import { replaceState } from './replace-state.js';
import { InvalidStateError, readStateDocument, writeStateDocument, type StateParts } from './state-document.js';
import type { State } from './state.js';
import type { Store } from './store.js';

/** Path of the control interface. */
export const CONTROL_PATH = '/.local/state';

/** Handles `GET` and `PUT` of the state, for whoever has the token. */
export function createControl(store: Store, token: string): Hono<ServerEnv> {
  const control = new Hono<ServerEnv>();

  control.use(async (context, next) => {
    context.header('Cache-Control', 'no-store');
    if (isFromElsewhere(context)) {
      return refuse(context, 403, l10n.t('Web pages have no access to the control interface.'));
    }
    if (hasToken(context, token)) return next();
    context.header('WWW-Authenticate', 'Bearer');
    return refuse(context, 401, l10n.t('The control token is missing or wrong.'));
  });

  control.get('/', async (context) => {
    const state = await store.apply((current) => ({ state: current, answer: current }));
    return answerState(context, state);
  });

  control.put('/', async (context) => {
    const parts = readParts(await readBody(context));
    if (typeof parts === 'string') return refuse(context, 400, parts);
    const state = await store.apply((current) => {
      const next = replaceState(current, parts);
      return { state: next, answer: next };
    });
    return answerState(context, state);
  });

  control.all('/', (context) => {
    context.header('Allow', 'GET, PUT');
    return refuse(context, 405, l10n.t('The control interface knows GET and PUT.'));
  });

  return control;
}

/** A page of another site: browsers send Origin with what could change something, and Sec-Fetch-Site with everything. */
function isFromElsewhere(context: Context<ServerEnv>): boolean {
  const origin = context.req.header('origin');
  const site = context.req.header('sec-fetch-site');
  return (
    (origin !== undefined && origin !== new URL(context.req.url).origin) ||
    !['none', 'same-origin'].includes(site ?? 'none')
  );
}

function hasToken(context: Context<ServerEnv>, token: string): boolean {
  const [, given] = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '') ?? [];
  return given !== undefined && sameSecret(given, token);
}

/** The parts of the state in a body, or what is wrong with it. */
function readParts(body: Uint8Array): StateParts | string {
  try {
    return readStateDocument(decodeJsonBytes(body));
  } catch (error) {
    if (error instanceof InvalidStateError) return error.message;
    if (error instanceof PhpJsonError) return l10n.t('The body is not JSON.');
    throw error;
  }
}

function answerState(context: Context<ServerEnv>, state: State): Response {
  context.header('Content-Type', 'application/json; charset=utf-8');
  return context.body(encodeJson(writeStateDocument(state), 'keep'));
}

function refuse(context: Context<ServerEnv>, status: 400 | 401 | 403 | 405, description: string): Response {
  return context.json({ error: 'CONTROL_REFUSED', error_description: description }, status);
}
