/** Payments over the control interface of a running portal, whose payment system 7 has the handler of a test. */
import { expect } from 'vitest';
import type { PayResult } from '../../../../portal/local/exchange/pay-without-browser.js';
import type { LocalPortal } from '../../../../portal/local/server.js';
import { control, send, type Answer as Sent } from '../portal.js';
import { CODES } from '../pay/state.js';
import { always, type Answer } from './endpoint.js';

/** The payment of the tests: 1990 RUB. */
export const PAYMENT = { paymentId: 201, paySystemId: 7 };

/** The answer of an endpoint that wants to be paid. */
export const LINK: Answer = always(200, { PAYMENT_URL: 'https://bank.test/1', PAYMENT_ID: 'P-1' }, { 'X-Shop': 'a' });

/** Lets payment system 7 have a handler with these SETTINGS. */
export function setHandler(portal: LocalPortal, settings: object): Promise<Sent> {
  return control(portal, {
    handlers: [{ ID: 3, NAME: 'Shop', CODE: 'shop', SETTINGS: { CODES, ...settings } }],
    paySystems: [{ ID: 7, ACTION_FILE: 'shop', NAME: 'Cards' }],
  });
}

/** `POST /.local/pay`, with whatever body. */
export function askToPay(
  { url, control: { token } }: LocalPortal,
  body: unknown,
  headers: Record<string, string> = {},
) {
  return send(`${url}/.local/pay`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Pays with a handler of these SETTINGS. */
export async function payAt(portal: LocalPortal, settings: object, more: object = {}): Promise<PayResult> {
  await setHandler(portal, settings);
  const { status, body } = await askToPay(portal, { ...PAYMENT, ...more });
  expect(status).toBe(200);
  return body as PayResult;
}
