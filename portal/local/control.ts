/** The control interface, `/.local/state` and `/.local/payments`: for tests, tools and people, never for web pages. */
import * as l10n from '@vscode/l10n';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { readBody } from './body.js';
import type { ServerEnv } from './guard.js';
import { payOnRequest } from './exchange/control-pay.js';
import type { Exchanges } from './exchange/exchanges.js';
import { arrayOf } from './php/arrays.js';
import { decodeJsonBytes } from './php/json-decode.js';
import { encodeJsonBytes } from './php/json-bytes.js';
import { PhpJsonError } from './php/json-error.js';
import type { PhpArray } from './php/value.js';
import { sameSecret } from './secrets.js';
import { replaceState } from './replace-state.js';
import { newPayment } from './shop/new-payment.js';
import { readPaymentRequest } from './shop/payment-request.js';
import { InvalidStateError, readStateDocument, writeStateDocument } from './state-document.js';
import type { State } from './state.js';
import type { Store } from './store.js';

/** Where the control interface is mounted. */
export const CONTROL_ROOT = '/.local';

const STATE = '/state';
const PAYMENTS = '/payments';
const PAY = '/pay';

/** Path of the state. */
export const CONTROL_PATH = `${CONTROL_ROOT}${STATE}`;

/** Handles `GET` and `PUT` of the state, and `POST` of a payment and of paying it, for whoever has the token. */
export function createControl(store: Store, exchanges: Exchanges, token: string): Hono<ServerEnv> {
  const control = new Hono<ServerEnv>();

  const guard: MiddlewareHandler<ServerEnv> = async (context, next) => {
    context.header('Cache-Control', 'no-store');
    if (isFromElsewhere(context)) {
      return refuse(context, 403, l10n.t('Web pages have no access to the control interface.'));
    }
    if (hasToken(context, token)) return next();
    context.header('WWW-Authenticate', 'Bearer');
    return refuse(context, 401, l10n.t('The control token is missing or wrong.'));
  };
  control.use(STATE, guard);
  control.use(PAYMENTS, guard);
  control.use(PAY, guard);

  control.get(STATE, async (context) => {
    const state = await store.apply((current) => ({ state: current, answer: current }));
    return answerState(context, state);
  });

  control.put(STATE, async (context) => {
    const body = await readBody(context);
    return orRefuse(context, async () => {
      const parts = readStateDocument(decodeJsonBytes(body));
      const state = await store.apply((current) => {
        const next = replaceState(current, parts);
        return { state: next, answer: next };
      });
      return answerState(context, state);
    });
  });

  control.post(PAYMENTS, async (context) => {
    const body = await readBody(context);
    return orRefuse(context, async () => {
      const document = decodeJsonBytes(body);
      const ids = await store.apply((current) => {
        const request = readPaymentRequest(document, current);
        const { state, paymentId } = newPayment(current, request);
        return { state, answer: { paymentId, paySystemId: request.paySystemId } };
      });
      const { origin } = new URL(context.req.url);
      return answerJson(
        context,
        arrayOf({ ...ids, url: `${origin}/pay/${ids.paymentId}?paysystem=${ids.paySystemId}` }),
      );
    });
  });

  control.post(PAY, async (context) => {
    const body = await readBody(context);
    return orRefuse(context, async () => {
      const { origin } = new URL(context.req.url);
      return context.json(await payOnRequest(store, exchanges, decodeJsonBytes(body), origin));
    });
  });

  control.all(STATE, (context) => {
    context.header('Allow', 'GET, PUT');
    return refuse(context, 405, l10n.t('The control interface knows GET and PUT.'));
  });

  control.all(PAYMENTS, (context) => {
    context.header('Allow', 'POST');
    return refuse(context, 405, l10n.t('A payment is added with POST.'));
  });

  control.all(PAY, (context) => {
    context.header('Allow', 'POST');
    return refuse(context, 405, l10n.t('A payment is made with POST.'));
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

/** The answer, or what is wrong with the body. */
async function orRefuse(context: Context<ServerEnv>, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof InvalidStateError) return refuse(context, 400, error.message);
    if (error instanceof PhpJsonError) return refuse(context, 400, l10n.t('The body is not JSON.'));
    throw error;
  }
}

function answerState(context: Context<ServerEnv>, state: State): Response {
  return answerJson(context, writeStateDocument(state));
}

function answerJson(context: Context<ServerEnv>, document: PhpArray): Response {
  context.header('Content-Type', 'application/json; charset=utf-8');
  return context.body(encodeJsonBytes(document, 'keep'));
}

function refuse(context: Context<ServerEnv>, status: 400 | 401 | 403 | 405, description: string): Response {
  return context.json({ error: 'CONTROL_REFUSED', error_description: description }, status);
}
