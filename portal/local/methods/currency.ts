/** `crm.currency.list`. */
import { listOf, upperCaseKeys } from '../php/arrays.js';
import type { Method } from '../rest/method.js';
import { sortRows } from '../shop/list-rows.js';

/** Knows no filter and no pages; its `total` is documented to be always 0. */
const list: Method = (params, { state }) => {
  const rows = sortRows(state.shop.currencies, upperCaseKeys(params).get('ORDER'));
  return { result: listOf(rows), state, total: 0n };
};

/** Currencies. */
export const currencyMethods: Readonly<Record<string, Method>> = { 'crm.currency.list': list };
