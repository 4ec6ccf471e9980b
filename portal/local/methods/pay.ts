/** `sale.paysystem.pay.payment` and `.settings.payment.get`. */
import { isEmpty, toText } from '../php/cast.js';
import type { PhpArray } from '../php/value.js';
import { checkFailure, RestFault } from '../rest/fault.js';
import type { Method } from '../rest/method.js';
import { changedRow, idIn, isPaid, rowById, textIn } from '../shop/row.js';
import { portalDateTime } from '../shop/portal-date.js';
import type { PaySystem, Row, Shop, State } from '../state.js';
import { codesOf } from '../values/find-mapping.js';
import { valueOfCode } from '../values/value-of-code.js';
import { answerColumns, orderIdOf, requireLiveOrder } from './pay-result.js';
import { findPaySystem, requirePaySystem } from './pay-system-lookup.js';
import { requireOrders } from './rights.js';
import { idOf } from './row-id.js';

/** `pay.payment`: whoever may, of any application, and whatever sum was paid. */
export const payPayment: Method = (params, { caller, state, portal }) => {
  requireOrders(caller);
  checkGiven(params, 'PAY_SYSTEM_ID', 'Empty field PAY_SYSTEM_ID!');
  existingPaySystem(params, state);
  checkGiven(params, 'PAYMENT_ID', 'Empty field PAYMENT_ID');
  const payment = existingPayment(params, state);
  const order = requireLiveOrder(rowById(state.shop.orders, orderIdOf(payment)), orderIdOf(payment));
  const shop = withPaid(state.shop, payment, order, params, new Date(portal.clock()));
  return { result: true, state: { ...state, shop } };
};

/** `settings.payment.get`: the values that the handler's codes have for a payment. */
export const getPaymentSettings: Method = (params, { caller, state }) => {
  requireOrders(caller);
  checkGiven(params, 'PAY_SYSTEM_ID', 'Empty field PAY_SYSTEM_ID!');
  checkGiven(params, 'PAYMENT_ID', 'Empty field PAYMENT_ID');
  const paySystem = existingPaySystem(params, state);
  const handler = requirePaySystem(caller, paySystem, state);
  const payment = existingPayment(params, state);
  if (!rowById(state.shop.orders, orderIdOf(payment))) {
    throw new RestFault('ERROR_INTERNAL_ORDER_NOT_FOUND', `Order #${orderIdOf(payment)} not found`);
  }
  const context = { state, handler, paySystem, payment };
  const codes = [...codesOf(handler).keys()];
  return { result: new Map(codes.map((code) => [code, valueOfCode(code, context)])), state };
};

function checkGiven(params: PhpArray, name: string, complaint: string): void {
  if (isEmpty(params.get(name))) throw checkFailure(complaint);
}

function existingPaySystem(params: PhpArray, state: State): PaySystem {
  const paySystem = findPaySystem(params.get('PAY_SYSTEM_ID'), state);
  if (!paySystem) throw checkFailure('Pay system not found');
  return paySystem;
}

/** A payment is found only together with the payment system that it is to be paid by. */
function existingPayment(params: PhpArray, { shop }: State): Row {
  const payment = rowById(shop.payments, idOf(params.get('PAYMENT_ID')));
  if (payment && idIn(payment.row, 'PAY_SYSTEM_ID') === idOf(params.get('PAY_SYSTEM_ID'))) return payment;
  const [id, paySystem] = ['PAYMENT_ID', 'PAY_SYSTEM_ID'].map((name) => toText(params.get(name) ?? null));
  throw checkFailure(`Payment with ID=${id ?? ''} and PAY_SYSTEM_ID=${paySystem ?? ''} not found`);
}

/** An order is paid when all its payments are. One that is paid again keeps the date of the first time. */
function withPaid(shop: Shop, payment: Row, order: Row, params: PhpArray, now: Date): Shop {
  const date = isPaid(payment) ? {} : { PAID: 'Y', DATE_PAID: portalDateTime(now) };
  const paid = changedRow(payment, { ...date, ...answerColumns(params, now) });
  const payments = shop.payments.map((other) => (other === payment ? paid : other));
  const ofOrder = payments.filter((other) => orderIdOf(other) === order.id);
  if (!ofOrder.every(isPaid) || textIn(order.row, 'PAYED') === 'Y') return { ...shop, payments };
  const paidOrder = changedRow(order, { PAYED: 'Y', DATE_PAYED: portalDateTime(now) });
  return { ...shop, payments, orders: shop.orders.map((other) => (other === order ? paidOrder : other)) };
}
