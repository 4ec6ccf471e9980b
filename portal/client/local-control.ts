/** Calls the control interface of a local portal: what no REST method of a portal can do, such as a buyer's order. */
import { member } from '../../schemas/record.js';
import { NetworkError, PortalError } from './errors.js';
import { parseJson, textOf, wholeNumber } from './json.js';
import { post } from './request.js';
import type { Reader } from './rest.js';

/** Where it is, and what opens it. */
export interface LocalControl {
  /** Origin of the portal, e.g. `http://127.0.0.1:8024`. */
  readonly origin: string;
  /** A secret. */
  readonly token: string;
}

/** What is to be paid, with which payment system, and by whom. */
export interface PaymentWish {
  readonly paySystemId: number;
  readonly sum: number;
  /** E.g. `RUB`. */
  readonly currency: string;
  readonly personTypeId: number;
}

/** A payment that waits to be paid. */
export interface WaitingPayment {
  readonly paymentId: number;
  readonly paySystemId: number;
  /** Address of the buyer's page. */
  readonly url: string;
}

/** A payment may take as long as the portal waits for the endpoint, and a fault makes it later. */
const TIMEOUT = 10 * 60_000;

/** Adds an order with a payment. Throws `PortalError` and `NetworkError`. */
export function addPayment(control: LocalControl, wish: PaymentWish): Promise<WaitingPayment> {
  return callControl(control, 'payments', wish, (answer) => {
    const [paymentId, paySystemId] = [member(answer, 'paymentId'), member(answer, 'paySystemId')].map(wholeNumber);
    const url = textOf(member(answer, 'url'));
    return paymentId === undefined || paySystemId === undefined || url === ''
      ? undefined
      : { paymentId, paySystemId, url };
  });
}

/** Posts to `/.local/<what>`. Throws `PortalError` when the portal refuses, `NetworkError` when no usable answer comes. */
export async function callControl<T>(
  { origin, token }: LocalControl,
  what: string,
  body: unknown,
  read: Reader<T>,
): Promise<T> {
  const call = { method: what, portal: new URL(origin).host };
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await post(`${origin}/.local/${what}`, JSON.stringify(body), call, {
    fetch,
    timeout: TIMEOUT,
    headers,
  });
  const value = parseJson(answer.text);
  const error = textOf(member(value, 'error'));
  if (error !== '') throw new PortalError(error, textOf(member(value, 'error_description')), answer.status, call);
  const result = answer.status < 300 ? read(value) : undefined;
  if (result === undefined) throw new NetworkError('unexpected', call, true, String(answer.status));
  return result;
}
