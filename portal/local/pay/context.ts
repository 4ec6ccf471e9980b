/** What a payment block is made from. */
import { handlerOf } from '../methods/pay-system-lookup.js';
import type { PhpValue } from '../php/value.js';
import { rowById } from '../shop/row.js';
import type { State } from '../state.js';
import { valueOfCode, type ValueContext } from '../values/value-of-code.js';
import type { PayRequest } from './block.js';
import type { Field } from './fields.js';

/** A payment with its payment system and handler, and the request for its page. */
export interface BlockContext extends ValueContext {
  readonly request: PayRequest;
}

/** What could not be found. */
export type Missing = 'payment' | 'pay-system' | 'handler';

/** Looks everything up, or says what is missing. */
export function findContext(state: State, request: PayRequest): BlockContext | Missing {
  const payment = rowById(state.shop.payments, request.paymentId);
  if (!payment) return 'payment';
  const paySystem = state.paySystems.find(({ id }) => id === request.paySystemId);
  if (!paySystem) return 'pay-system';
  const handler = handlerOf(paySystem, state);
  return handler ? { state, payment, paySystem, handler, request } : 'handler';
}

/** Values of the fields that name a code: of no others does one come out. */
export function valuesOf(fields: readonly Field[], context: ValueContext): Map<string, PhpValue> {
  return new Map(
    fields.flatMap(({ name, code }) => (typeof code === 'string' ? [[name, valueOfCode(code, context)] as const] : [])),
  );
}
