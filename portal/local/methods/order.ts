/** `sale.order.get`. */
import { arrayOf, upperCaseKeys } from '../php/arrays.js';
import { RestFault } from '../rest/fault.js';
import type { Method } from '../rest/method.js';
import { idParameter } from '../shop/list-rows.js';
import { orderFields } from '../shop/order-fields.js';
import { rowById } from '../shop/row.js';
import { requireReadAccess, requiredId } from './shop-checks.js';

const get: Method = (params, { caller, state }) => {
  const id = requiredId(idParameter(upperCaseKeys(params)));
  requireReadAccess(caller);
  const order = rowById(state.shop.orders, id);
  if (!order) throw new RestFault('200540400001', 'order does not exist');
  return { result: arrayOf({ order: orderFields(order, state) }), state };
};

/** Orders. */
export const orderMethods: Readonly<Record<string, Method>> = { 'sale.order.get': get };
