/** The shop as the state document has it: a list of rows for each table, columns by their names on a portal. */
import * as l10n from '@vscode/l10n';
import { arrayOf, listOf } from '../php/arrays.js';
import { lasting } from '../php/json-bytes.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import { idAt, idOrAllAt, invalid, listAt, objectAt, textAt } from '../document-fields.js';
import type { Row, Shop } from '../state.js';

/** Tables whose rows have an ID. */
const ROW_TABLES = ['personTypes', 'users', 'properties', 'orders', 'payments', 'invoices'] as const;

const SHOP_TABLES: readonly (keyof Shop)[] = [...ROW_TABLES, 'currencies', 'details'];

/** Reads the tables that are there. Throws InvalidStateError. */
export function readShop(value: PhpValue): Partial<Shop> {
  const object = objectAt(value, 'shop', SHOP_TABLES);
  const rows = ROW_TABLES.map((table) => [table, listAt(object, table, readRow, 'shop.')] as const);
  for (const [table, read] of rows) refuseEqualIds(read ?? [], `shop.${table}`);
  const tables = [
    ...rows,
    ['currencies', listAt(object, 'currencies', readCurrency, 'shop.')],
    ['details', listAt(object, 'details', readDetails, 'shop.')],
  ] as const;
  return Object.fromEntries(tables.filter(([, read]) => read !== undefined)) as Partial<Shop>;
}

/** Writes all tables. */
export function writeShop(shop: Shop): PhpArray {
  return arrayOf({
    personTypes: tableOf(shop.personTypes),
    currencies: listOf(shop.currencies),
    users: tableOf(shop.users),
    properties: tableOf(shop.properties),
    orders: tableOf(shop.orders),
    payments: tableOf(shop.payments),
    invoices: tableOf(shop.invoices),
    details: listOf(shop.details),
  });
}

/** Two rows of a table can't have one ID. */
export function refuseEqualIds(rows: readonly { readonly id: bigint }[], table: string): void {
  const taken = new Set<bigint>();
  rows.forEach(({ id }, index) => {
    if (taken.has(id))
      invalid(l10n.t('{0} has the ID of an earlier one; on a portal it is unique.', `${table}[${index}]`));
    taken.add(id);
  });
}

function tableOf(rows: readonly Row[]): PhpArray {
  return listOf(rows.map(({ row }) => lasting(row)));
}

function readRow(value: PhpValue, place: string): Row {
  const row = objectAt(value, place);
  return { id: idAt(row, 'ID', place), row };
}

function readCurrency(value: PhpValue, place: string): PhpArray {
  const row = objectAt(value, place);
  textAt(row, 'CURRENCY', place);
  return row;
}

function readDetails(value: PhpValue, place: string): PhpArray {
  const row = objectAt(value, place, ['PROVIDER_KEY', 'ORDER_ID', 'USER_ID', 'VALUES']);
  textAt(row, 'PROVIDER_KEY', place);
  idOrAllAt(row, 'ORDER_ID', place);
  idOrAllAt(row, 'USER_ID', place);
  objectAt(row.get('VALUES'), `${place}.VALUES`);
  return row;
}
