/** Keeps the PAYMENT_ID of an endpoint: the next request sends it as EXTERNAL_PAYMENT_ID. */
import { changedRow } from '../shop/row.js';
import type { State } from '../state.js';

/** The state with the payment's PS_INVOICE_ID set; the same state when it is set already or there is no such payment. */
export function storePaymentId(state: State, paymentId: bigint, external: string): State {
  const { payments } = state.shop;
  const index = payments.findIndex(({ id }) => id === paymentId);
  const payment = payments[index];
  if (payment === undefined || payment.row.get('PS_INVOICE_ID') === external) return state;
  const changed = payments.with(index, changedRow(payment, { PS_INVOICE_ID: external }));
  return { ...state, shop: { ...state.shop, payments: changed } };
}
