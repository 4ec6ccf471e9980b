/** The provider ORDER. */
import { toFloat } from '../php/cast.js';
import { idIn, isPaid } from '../shop/row.js';
import type { Row, Shop } from '../state.js';
import { columnValue } from './column.js';
import type { Provider } from './subject.js';

/** A column of the order; SHOULD_PAY is counted unless the row has one. */
export const orderValue: Provider = (name, { order, shop, paySystem }) => {
  if (!order || name === 'PROPERTIES') return null;
  const value = columnValue(order.row, name);
  if (name === 'SHOULD_PAY') return value ?? shouldPay(order, shop);
  if (name === 'PAY_SYSTEM_ID') return value ?? paySystem.id;
  return value;
};

/** In hundredths: floats that are added up would show it. */
function shouldPay({ id, row }: Row, shop: Shop): number {
  const paid = shop.payments.filter((payment) => idIn(payment.row, 'ORDER_ID') === id && isPaid(payment));
  const sums = paid.map((payment) => toFloat(payment.row.get('SUM') ?? null));
  return Math.round((toFloat(row.get('PRICE') ?? null) - sums.reduce((sum, part) => sum + part, 0)) * 100) / 100;
}
