/** `sale.persontype.list` and `crm.persontype.list`: who can buy, in orders and in invoices of the old CRM. */
import { arrayOf, listOf, upperCaseKeys } from '../php/arrays.js';
import type { Method } from '../rest/method.js';
import { listRows } from '../shop/list-rows.js';
import { restFields, type FieldTable } from '../shop/rest-fields.js';
import { personTypesOf, textIn } from '../shop/row.js';
import type { Row } from '../state.js';
import { requireReadAccess } from './shop-checks.js';

const FIELDS: FieldTable = { ACTIVE: 'yes-no', CODE: 'any', ID: 'id', NAME: 'text', SORT: 'text', XML_ID: 'any' };

const ofOrders: Method = (params, { caller, state, start }) => {
  requireReadAccess(caller);
  const table = personTypesOf(state.shop, 'ORDER');
  const { rows, ...paging } = listRows(table, ({ row }) => restFields(row, FIELDS), upperCaseKeys(params), start);
  return { result: arrayOf({ personTypes: listOf(rows) }), state, ...paging };
};

/** Any user may call it. Everything is text, as in the other methods of the old CRM. */
const ofInvoices: Method = (params, { state, start }) => {
  const table = personTypesOf(state.shop, 'CRM_INVOICE');
  const fieldsOf = ({ id, row }: Row) => arrayOf({ ID: id.toString(), NAME: textIn(row, 'NAME') });
  const { rows, ...paging } = listRows(table, fieldsOf, upperCaseKeys(params), start);
  return { result: listOf(rows), state, ...paging };
};

/** Person types. */
export const personTypeMethods: Readonly<Record<string, Method>> = {
  'sale.persontype.list': ofOrders,
  'crm.persontype.list': ofInvoices,
};
