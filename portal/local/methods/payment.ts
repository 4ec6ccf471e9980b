/** `sale.payment.get` and `sale.payment.list`. */
import { arrayOf, listOf, upperCaseKeys } from '../php/arrays.js';
import type { Method } from '../rest/method.js';
import { RestFault } from '../rest/fault.js';
import { idParameter, listRows } from '../shop/list-rows.js';
import { paymentFields } from '../shop/payment-fields.js';
import { rowById } from '../shop/row.js';
import type { Row } from '../state.js';
import { requireReadAccess, requiredId } from './shop-checks.js';

const get: Method = (params, { caller, state }) => {
  const id = requiredId(idParameter(upperCaseKeys(params)));
  requireReadAccess(caller);
  const payment = rowById(state.shop.payments, id);
  if (!payment) throw new RestFault('200640400001', 'payment does not exist');
  return { result: arrayOf({ payment: paymentFields(payment, state) }), state };
};

const list: Method = (params, { caller, state, start }) => {
  requireReadAccess(caller);
  const fieldsOf = (payment: Row) => paymentFields(payment, state);
  const { rows, ...paging } = listRows(state.shop.payments, fieldsOf, upperCaseKeys(params), start);
  return { result: arrayOf({ payments: listOf(rows) }), state, ...paging };
};

/** Payments. Fields are in camel case in answers; in parameters any spelling is understood. */
export const paymentMethods: Readonly<Record<string, Method>> = {
  'sale.payment.get': get,
  'sale.payment.list': list,
};
