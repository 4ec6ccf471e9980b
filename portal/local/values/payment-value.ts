/** The provider PAYMENT. */
import { columnValue } from './column.js';
import type { Provider } from './subject.js';

/** A column of the payment. The payment system is the one that is asking: it is the one that the buyer has chosen. */
export const paymentValue: Provider = (name, { payment, order, paySystem }) => {
  if (name === 'PAY_SYSTEM_ID') return paySystem.id;
  if (name === 'PAY_SYSTEM_NAME') return paySystem.row.get('NAME') ?? null;
  const value = columnValue(payment.row, name);
  if (value !== null || !order) return value;
  if (name === 'CURRENCY') return columnValue(order.row, name);
  // An invoice is its own payment.
  return name === 'SUM' && order === payment ? columnValue(order.row, 'PRICE') : null;
};
