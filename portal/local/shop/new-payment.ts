/** A new order with one payment, to try a payment system with. */
import { EMPTY_ARRAY, isArray } from '../php/value.js';
import { idAfter } from '../replace-state.js';
import type { Row, Shop, State } from '../state.js';
import { portalDateTime } from './portal-date.js';
import { changedRow, idIn, personTypesOf, rowById, rowOf, textIn } from './row.js';

/** What is to be paid, how, and by whom. */
export interface NewPayment {
  readonly paySystemId: bigint;
  readonly sum: number;
  readonly currency: string;
  /** The buyer's; left out: the payment system's, or else the shop's first. */
  readonly personTypeId?: bigint;
}

/**
 * The state with the order and the payment, and the payment's ID. The buyer is the one of the newest order with that
 * person type.
 */
export function newPayment(
  state: State,
  { paySystemId, sum, currency, personTypeId }: NewPayment,
  at: Date = new Date(),
): { readonly state: State; readonly paymentId: bigint } {
  const { shop } = state;
  const paySystem = rowById(state.paySystems, paySystemId);
  const personType = personTypeId ?? defaultPersonType(shop, paySystem);
  const now = portalDateTime(at);
  const orderId = idAfter(shop.orders);
  const order = rowOf({
    ID: orderId,
    ACCOUNT_NUMBER: orderId.toString(),
    LID: 's1',
    PERSON_TYPE_ID: personType,
    ...buyerOf(shop, personType),
    STATUS_ID: 'N',
    PRICE: sum,
    CURRENCY: currency,
    PAYED: 'N',
    CANCELED: 'N',
    DATE_INSERT: now,
    DATE_UPDATE: now,
  });
  const paymentId = idAfter(shop.payments);
  const payment = rowOf({
    ID: paymentId,
    ORDER_ID: orderId,
    ACCOUNT_NUMBER: `${orderId}/1`,
    SUM: sum,
    CURRENCY: currency,
    PAID: 'N',
    DATE_PAID: null,
    DATE_BILL: now,
    COMPANY_ID: 1n,
    XML_ID: `bx_${paymentId.toString()}`,
  });
  const added = {
    orders: [...shop.orders, order],
    payments: [...shop.payments, withPaySystem(payment, paySystem)],
  };
  return { state: { ...state, shop: { ...shop, ...added } }, paymentId };
}

/** The state with that payment to be paid by that payment system: what a buyer does who chooses it. */
export function choosePaySystem(state: State, paymentId: bigint, paySystemId: bigint): State {
  const { shop } = state;
  const payment = rowById(shop.payments, paymentId);
  const paySystem = rowById(state.paySystems, paySystemId);
  if (!payment || !paySystem || idIn(payment.row, 'PAY_SYSTEM_ID') === paySystemId) return state;
  const payments = shop.payments.map((other) => (other === payment ? withPaySystem(payment, paySystem) : other));
  return { ...state, shop: { ...shop, payments } };
}

function defaultPersonType(shop: Shop, paySystem: Row | undefined): bigint {
  const types = personTypesOf(shop, 'ORDER');
  const wanted = paySystem && rowById(types, idIn(paySystem.row, 'PERSON_TYPE_ID'));
  return (wanted ?? types[0])?.id ?? 0n;
}

function buyerOf(shop: Shop, personType: bigint): Readonly<Record<string, Row['id'] | Row['row']>> {
  const order = shop.orders.findLast(({ row }) => idIn(row, 'PERSON_TYPE_ID') === personType);
  if (!order) return { USER_ID: shop.users[0]?.id ?? 0n, PROPERTIES: EMPTY_ARRAY };
  const properties = order.row.get('PROPERTIES');
  return {
    USER_ID: idIn(order.row, 'USER_ID'),
    PROPERTIES: isArray(properties) ? properties : EMPTY_ARRAY,
  };
}

function withPaySystem(payment: Row, paySystem: Row | undefined): Row {
  return changedRow(payment, {
    PAY_SYSTEM_ID: paySystem?.id ?? 0n,
    PAY_SYSTEM_NAME: paySystem ? textIn(paySystem.row, 'NAME') : '',
  });
}
