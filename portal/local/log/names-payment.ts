/** Which REST calls are about a payment, as far as their parameters tell. */
import { headerOf } from '../exchange/headers.js';
import type { SentRequest } from '../exchange/exchange.js';
import { readId } from '../pay/page-address.js';
import { toInt } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';
import { readAddress } from '../rest/address.js';
import { commandsOf } from '../rest/batch.js';
import { readParameters } from '../rest/parameters.js';
import { idIn, rowById } from '../shop/row.js';
import type { State } from '../state.js';

/** What a payment is known by; undefined is known by nothing. */
export interface PaymentNames {
  readonly payment: bigint | undefined;
  readonly order: bigint | undefined;
}

/** The names of the payment with this ID. */
export function namesOf(paymentId: string, { shop }: State): PaymentNames {
  const payment = readId(paymentId);
  const row = payment === undefined ? undefined : rowById(shop.payments, payment)?.row;
  const order = row && idIn(row, 'ORDER_ID');
  return { payment, order: order === 0n ? undefined : order };
}

/** Whether a call has the ID of the payment or its order where it means one; in a batch, one of its commands. */
export async function namesPayment({ method, url, headers, body }: SentRequest, names: PaymentNames): Promise<boolean> {
  const { pathname, search } = new URL(url);
  const params = await readParameters({
    query: search.slice(1),
    contentType: headerOf(headers, 'content-type'),
    body: method === 'POST' ? new TextEncoder().encode(body) : undefined,
  });
  return isAbout(readAddress(pathname).method.toLowerCase(), params, names);
}

function isAbout(method: string, params: PhpArray, names: PaymentNames): boolean {
  if (method === 'batch') {
    return commandsOf(params).some((command) => isAbout(command.method.toLowerCase(), command.query, names));
  }
  return leavesOf(params).some(([name, value]) => toInt(value) === meantBy(name, method, names));
}

/** What has to stand in a parameter of that name; undefined when it is not about payments or orders. */
function meantBy(name: string, method: string, { payment, order }: PaymentNames): bigint | undefined {
  if (name === 'PAYMENTID' || (name === 'ID' && method.startsWith('sale.payment.'))) return payment;
  return name === 'ORDERID' || (name === 'ID' && method.startsWith('sale.order.')) ? order : undefined;
}

/** All values with their plain names, also those inside a filter. Items of a list have the name of the list. */
function leavesOf(params: PhpArray, listName = ''): readonly (readonly [name: string, value: PhpValue])[] {
  return [...params].flatMap(([key, value]) => {
    const name = /^\d+$/.test(key) ? listName : key.replace(/[^a-z]/gi, '').toUpperCase();
    return isArray(value) ? leavesOf(value, name) : [[name, value] as const];
  });
}
