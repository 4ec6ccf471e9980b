/** Rows as the `sale.*` methods answer them: names in camel case, every documented field there, in the documentation's order. */
import { toFloat, toInt, toText } from '../php/cast.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import { asRestDate } from './portal-date.js';

/** What a field becomes. Optional IDs and sums are null when they are empty, texts are empty. */
export type FieldKind = 'id' | 'optionalId' | 'sum' | 'optionalSum' | 'text' | 'yes-no' | 'date' | 'any';

/** Column → kind. */
export type FieldTable = Readonly<Record<string, FieldKind>>;

/** `PAY_SYSTEM_ID` → `paySystemId`, `ID_1C` → `id1c`. */
export function camelCase(column: string): string {
  return column.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The fields of a row. */
export function restFields(row: PhpArray, table: FieldTable): PhpArray {
  return new Map(
    Object.entries(table).map(([column, kind]) => [camelCase(column), fieldValue(row.get(column) ?? null, kind)]),
  );
}

function fieldValue(value: PhpValue, kind: FieldKind): PhpValue {
  switch (kind) {
    case 'id':
      return toInt(value);
    case 'optionalId':
      return value === null ? null : toInt(value);
    case 'sum':
      return toFloat(value);
    case 'optionalSum':
      return value === null ? null : toFloat(value);
    case 'text':
      return toText(value);
    case 'yes-no':
      return value === 'Y' ? 'Y' : 'N';
    case 'date':
      return asRestDate(value);
    case 'any':
      return value;
  }
}
