/** `sale.paysystem.list`. */
import { codeKey } from '../../../schemas/handler-code.js';
import { listOf } from '../php/arrays.js';
import { isEmpty, toInt, toText } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';
import { checkFailure } from '../rest/fault.js';
import type { Method } from '../rest/method.js';
import type { PaySystem } from '../state.js';
import { columnOf, nameOf } from './pay-system-aliases.js';
import { requireAdmin } from './rights.js';

/** Columns that may be selected, filtered by and ordered by. */
const COLUMNS =
  'ID PERSON_TYPE_ID NAME PSA_NAME SORT DESCRIPTION ACTION_FILE RESULT_FILE NEW_WINDOW TARIF PS_MODE HAVE_PAYMENT HAVE_ACTION HAVE_RESULT HAVE_PREPAY HAVE_PRICE HAVE_RESULT_RECEIVE ENCODING ACTIVE ALLOW_EDIT_PAYMENT IS_CASH AUTO_CHANGE_1C CAN_PRINT_CHECK ENTITY_REGISTRY_TYPE XML_ID'.split(
    ' ',
  );

const NUMBERS = ['ID', 'PERSON_TYPE_ID', 'SORT'];

/** All payment systems of all applications, the portal's own too. There are no pages. */
export const listPaySystems: Method = (params, { caller, state }) => {
  requireAdmin(caller);
  const columns = selected(params.get('SELECT'));
  const filter = entriesOf(params.get('FILTER')).map(
    ([name, value]) => [columnOf(withoutPrefix(name)), value] as const,
  );
  const order = entriesOf(params.get('ORDER')).map(([name, value]) => [columnOf(name), value] as const);
  refuseOthers(columns, 'select');
  refuseOthers(
    filter.map(([column]) => column),
    'filter',
  );
  refuseOthers(
    order.map(([column]) => column),
    'order',
  );

  // Of two filters by one column the last counts: without their prefixes they have the same name.
  const conditions = new Map(filter);
  const rows = state.paySystems
    .filter(({ row }) => [...conditions].every(([column, wanted]) => matches(column, row.get(column), wanted)))
    .sort((one, other) => compare(one, other, order));
  // The documentation says that an empty SELECT gives all.
  return { result: listOf(rows.map(({ row }) => listed(row, columns.length > 0 ? columns : COLUMNS))), state };
};

/** Names in any letter case, each once. */
function selected(select: PhpValue | undefined): readonly string[] {
  if (!isArray(select)) return COLUMNS;
  const names = [...select.values()].filter((name) => !isArray(name)).map((name) => toText(name).toUpperCase());
  return [...new Set(names.map(columnOf))];
}

function entriesOf(value: PhpValue | undefined): readonly (readonly [string, PhpValue])[] {
  return isArray(value) ? [...value] : [];
}

/** The documentation has operations such as `>=` and `%`; the server takes them off and compares for equality. */
function withoutPrefix(name: string): string {
  return name.replace(/^[!+<>=@~%*?]+/, '');
}

function refuseOthers(columns: readonly string[], where: string): void {
  const others = columns.filter((column) => !COLUMNS.includes(column));
  if (others.length > 0) throw checkFailure(`${others.join(', ')} not allowed for ${where}`);
}

/** Texts compare as the database does; a list means any of its values. */
function matches(column: string, value: PhpValue | undefined, wanted: PhpValue): boolean {
  if (isArray(wanted)) return [...wanted.values()].some((one) => matches(column, value, one));
  if (NUMBERS.includes(column)) return toInt(value ?? null) === toInt(wanted);
  if (isEmpty(wanted)) return isEmpty(value);
  return codeKey(toText(value ?? null)) === codeKey(toText(wanted));
}

function compare(one: PaySystem, other: PaySystem, order: readonly (readonly [string, PhpValue])[]): number {
  for (const [column, direction] of order) {
    const [first, second] = [one, other].map(({ row }) => sortKey(column, row.get(column) ?? null));
    if (first === undefined || second === undefined || first === second) continue;
    return first < second === (toText(direction).toUpperCase() !== 'DESC') ? -1 : 1;
  }
  return 0;
}

function sortKey(column: string, value: PhpValue): bigint | string {
  return NUMBERS.includes(column) ? toInt(value) : codeKey(toText(value));
}

function listed(row: PhpArray, columns: readonly string[]): PhpArray {
  return new Map(columns.map((column) => [nameOf(column), row.get(column) ?? null]));
}
