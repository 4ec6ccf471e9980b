/** The handlers table: how values become columns, and what it refuses. */
import { codeKey } from '../../../schemas/handler-code.js';
import { HANDLER_CODE_LIMIT, NAME_LIMIT } from '../../../schemas/limits.js';
import { toInt, toText } from '../php/cast.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import { RestFault, sqlError } from '../rest/fault.js';
import type { Handler } from '../state.js';

/** Widths of the text columns, in characters. */
const WIDTHS: readonly (readonly [column: string, width: number])[] = [
  ['NAME', NAME_LIMIT],
  ['CODE', HANDLER_CODE_LIMIT],
  ['APP_ID', 128],
];

/** Puts values into a row: a column that is not among them stays, a key that is no column is passed over. */
export function withColumns(handler: Handler, values: PhpArray): Handler {
  return [...values].reduce((row, [column, value]) => withColumn(row, column, value), handler);
}

/**
 * Refuses texts that don't fit. Older portals have no such check, and it is not known which portals do; there the
 * database would cut the text or refuse it. The same check also refuses an empty NAME. That part is left out: the
 * recorded answers, of a version without it, accept one.
 */
export function checkWidths(values: PhpArray, fault: 'ERROR_HANDLER_ADD' | 'ERROR_HANDLER_UPDATE'): void {
  const messages = WIDTHS.filter(([column, width]) => characters(values.get(column) ?? null) > width).map(
    ([column, width]) => `The length of "${column}" should not exceed ${width} characters.`,
  );
  if (messages.length > 0) throw new RestFault(fault, messages.join('\n'));
}

/** The unique index on CODE, which also catches what the portal's own look-up misses. */
export function checkUniqueIndex(handler: Handler, handlers: readonly Handler[]): void {
  const key = codeKey(handler.code);
  if (handlers.some(({ id, code }) => id !== handler.id && codeKey(code) === key)) throw sqlError();
}

function withColumn(row: Handler, column: string, value: PhpValue): Handler {
  switch (column) {
    case 'NAME':
      return { ...row, name: toText(value) };
    case 'CODE':
      return { ...row, code: toText(value) };
    case 'SORT':
      return { ...row, sort: toInt(value) };
    case 'SETTINGS':
      return { ...row, settings: value };
    case 'APP_ID':
      return { ...row, appId: value === null ? null : toText(value) };
    default:
      return row;
  }
}

/** Whole characters, as the database counts: one outside the basic plane is one. */
function characters(value: PhpValue): number {
  return Array.from(toText(value)).length;
}
