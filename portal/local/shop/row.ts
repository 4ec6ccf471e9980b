/** Rows of the shop's tables. */
import { arrayOf, replaceKeys } from '../php/arrays.js';
import { toInt, toText } from '../php/cast.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import type { Row, Shop } from '../state.js';

/** A row with these columns. */
export function rowOf(columns: Readonly<Record<string, PhpValue>> & { readonly ID: bigint }): Row {
  return { id: columns.ID, row: arrayOf(columns) };
}

/** The row with some columns changed. */
export function changedRow({ id, row }: Row, columns: Readonly<Record<string, PhpValue>>): Row {
  return { id, row: replaceKeys(row, arrayOf(columns)) };
}

/** A column with an ID of another table; 0 when it is empty. */
export function idIn(row: PhpArray, column: string): bigint {
  return toInt(row.get(column) ?? null);
}

/** A column as text; empty when there is none. */
export function textIn(row: PhpArray, column: string): string {
  return toText(row.get(column) ?? null);
}

/** Whether a payment is paid. */
export const isPaid = ({ row }: Row): boolean => textIn(row, 'PAID') === 'Y';

/** The row of an ID. */
export function rowById(rows: readonly Row[], id: bigint): Row | undefined {
  return rows.find((row) => row.id === id);
}

/** Person types of orders (`ORDER`) or of invoices of the old CRM (`CRM_INVOICE`). */
export function personTypesOf(shop: Shop, registry: string): readonly Row[] {
  return shop.personTypes.filter(({ row }) => textIn(row, 'ENTITY_REGISTRY_TYPE') === registry);
}
