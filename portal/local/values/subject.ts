/** What providers are asked about. */
import type { PhpValue } from '../php/value.js';
import { idIn, rowById } from '../shop/row.js';
import type { PaySystem, Row, Shop } from '../state.js';

/** A payment with what belongs to it. */
export interface Subject {
  readonly shop: Shop;
  /** The payment system that is asking; it need not be the one in the payment's row yet. */
  readonly paySystem: PaySystem;
  readonly payment: Row;
  /** Undefined when the shop has lost it. */
  readonly order: Row | undefined;
}

/** Answers for one PROVIDER_KEY; null when it knows nothing of that name. */
export type Provider = (name: string, subject: Subject) => PhpValue;

/** The order of a payment. */
export function orderOf(payment: Row, shop: Shop): Row | undefined {
  return rowById(shop.orders, idIn(payment.row, 'ORDER_ID'));
}
