/** Tells whether an open payment page still shows what is stored. */
import { createHash } from 'node:crypto';
import { listOf } from '../php/arrays.js';
import { encodeJson } from '../php/json-encode.js';
import { rowById } from '../shop/row.js';
import type { State } from '../state.js';
import { writeMapping } from '../values/mapping-document.js';
import { handlerOf } from '../methods/pay-system-lookup.js';
import type { PaymentIds } from './page-address.js';

/** Columns of a payment that the page shows. PS_INVOICE_ID is none: the page itself stores it, and would reload for ever. */
const SHOWN = ['PAID', 'SUM', 'CURRENCY', 'PAY_SYSTEM_ID'];

/** Changes when the handler, the payment system, its values or the payment do. */
export function pageVersion(state: State, { paymentId, paySystemId }: PaymentIds): string {
  const payment = rowById(state.shop.payments, paymentId)?.row;
  const paySystem = state.paySystems.find(({ id }) => id === paySystemId);
  const handler = paySystem && handlerOf(paySystem, state);
  const mappings = state.mappings.filter((mapping) => mapping.paySystem === null || mapping.paySystem === paySystemId);
  const shown = listOf([
    listOf(SHOWN.map((column) => payment?.get(column) ?? null)),
    paySystem?.row ?? null,
    handler?.name ?? null,
    handler?.settings ?? null,
    listOf(mappings.map(writeMapping)),
  ]);
  return createHash('sha256').update(encodeJson(shown, 'keep')).digest('hex').slice(0, 16);
}
