/** The address of a payment page, and what it says. */
import { withoutKeys } from '../php/arrays.js';
import { parseStr } from '../php/parse-str.js';
import type { PhpArray } from '../php/value.js';

/** Which payment, by which payment system. */
export interface PaymentIds {
  readonly paymentId: bigint;
  readonly paySystemId: bigint;
}

/** A payment page. */
export interface PageAddress {
  readonly paymentId: bigint;
  /** Undefined when none is chosen yet. */
  readonly paySystemId: bigint | undefined;
  /** The whole address: what a portal tells the endpoint to lead back to. */
  readonly url: string;
  /** Path and query of the page. */
  readonly path: string;
  /** Its query, with the question mark. */
  readonly query: string;
  /** Parameters of the query; that of ours, which names the payment system, is none. */
  readonly parameters: PhpArray;
}

/** Name of the parameter with the payment system. */
export const PAY_SYSTEM_PARAMETER = 'paysystem';

/** Reads the address of a page, or of a form that belongs to it. Undefined when it names no payment. */
export function readPageAddress(requestUrl: string, paymentId: string): PageAddress | undefined {
  const payment = readId(paymentId);
  if (payment === undefined) return undefined;
  const { origin, search } = new URL(requestUrl);
  const parameters = parseStr(search.slice(1));
  const chosen = parameters.get(PAY_SYSTEM_PARAMETER);
  const path = `/pay/${payment}${search}`;
  return {
    paymentId: payment,
    paySystemId: typeof chosen === 'string' ? readId(chosen) : undefined,
    url: `${origin}${path}`,
    path,
    query: search,
    parameters: withoutKeys(parameters, [PAY_SYSTEM_PARAMETER]),
  };
}

/** Path and query of the page of a payment and a payment system. */
export function pagePath({ paymentId, paySystemId }: PaymentIds): string {
  return `/pay/${paymentId}?${PAY_SYSTEM_PARAMETER}=${paySystemId}`;
}

/** An ID as it stands in an address. */
export function readId(text: string): bigint | undefined {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : undefined;
}
