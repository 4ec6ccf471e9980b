/** `select`, `filter`, `order` and `start` of the `sale.*.list` methods. */
import { toInt, toText } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';

/** Rows of a page; always the same. */
const PAGE = 50n;

/** A page of rows, and where the next one begins. */
export interface Page {
  readonly rows: readonly PhpArray[];
  /** Undefined when the caller has asked not to count. */
  readonly total?: bigint;
  readonly next?: bigint;
}

/**
 * The page of a table, each row as `fieldsOf` shows it. Names of fields are found in any letter case and with or without
 * underscores; one that no row has is passed over, as a portal does.
 */
export function listRows<T>(table: readonly T[], fieldsOf: (row: T) => PhpArray, params: PhpArray, start = 0n): Page {
  const first = start < 0n ? 0n : (start / PAGE) * PAGE;
  const pageOf = <R>(rows: readonly R[]): readonly R[] => rows.slice(Number(first), Number(first + PAGE));
  const [filter, order] = [entriesOf(params.get('FILTER')), params.get('ORDER')];
  // Only what is looked at is made: a portal may have many thousand payments.
  const asIs = filter.length === 0 && entriesOf(order).length === 0;
  const found = asIs
    ? []
    : table.map(fieldsOf).filter((row) => filter.every(([key, value]) => passes(row, key, value)));
  const page = asIs ? pageOf(table).map(fieldsOf) : pageOf(sortRows(found, order));
  const rows = page.map((row) => selectFields(row, params.get('SELECT')));
  if (start < 0n) return { rows };
  const total = BigInt(asIs ? table.length : found.length);
  return { rows, total, ...(first + PAGE < total && { next: first + PAGE }) };
}

/** The fields asked for; all of them when nothing is asked for. */
function selectFields(row: PhpArray, select: PhpValue | undefined): PhpArray {
  const names = entriesOf(select).map(([, name]) => plainName(toText(name)));
  if (names.length === 0 || names.includes('*')) return row;
  return new Map([...row].filter(([name]) => names.includes(plainName(name))));
}

/** Sorts by `order`: name → `asc` or `desc`. */
export function sortRows(rows: readonly PhpArray[], order: PhpValue | undefined): readonly PhpArray[] {
  const keys = entriesOf(order).map(([name, direction]) => ({
    name: plainName(name),
    sign: toText(direction).toLowerCase().startsWith('desc') ? -1 : 1,
  }));
  return [...rows].sort((one, other) => {
    for (const { name, sign } of keys) {
      const difference = compare(fieldOf(one, name) ?? null, fieldOf(other, name) ?? null);
      if (difference !== 0) return difference * sign;
    }
    return 0;
  });
}

/** Longer ones first: `>=` is no `>`. */
const OPERATORS = ['!=%', '!%=', '!=', '!%', '!@', '!', '=%', '%=', '>=', '<=', '=', '%', '>', '<', '@'];

function passes(row: PhpArray, key: string, wanted: PhpValue): boolean {
  const operator = OPERATORS.find((known) => key.startsWith(known)) ?? '';
  const value = fieldOf(row, plainName(key.slice(operator.length)));
  if (value === undefined) return true;
  if (operator.startsWith('!')) return !holds(value, operator.slice(1), wanted);
  return holds(value, operator, wanted);
}

function holds(value: PhpValue, operator: string, wanted: PhpValue): boolean {
  switch (operator) {
    case '>':
      return compare(value, wanted) > 0;
    case '<':
      return compare(value, wanted) < 0;
    case '>=':
      return compare(value, wanted) >= 0;
    case '<=':
      return compare(value, wanted) <= 0;
    case '%':
      return toText(value).toLowerCase().includes(toText(wanted).toLowerCase());
    case '=%':
    case '%=':
      return isLike(toText(value), toText(wanted));
    default:
      return isArray(wanted)
        ? [...wanted.values()].some((one) => compare(value, one) === 0)
        : compare(value, wanted) === 0;
  }
}

function isLike(text: string, pattern: string): boolean {
  const parts = pattern.split('%').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'is').test(text);
}

/** As numbers where both are, else as text without regard to letter case, as the database compares. */
function compare(one: PhpValue, other: PhpValue): number {
  const [first, second] = [toText(one), toText(other)];
  if (isNumber(first) && isNumber(second)) return Math.sign(Number(first) - Number(second));
  return first.toLowerCase() === second.toLowerCase() ? 0 : first.toLowerCase() < second.toLowerCase() ? -1 : 1;
}

function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

function fieldOf(row: PhpArray, plain: string): PhpValue | undefined {
  for (const [name, value] of row) if (plainName(name) === plain) return value;
  return undefined;
}

function plainName(name: string): string {
  return name.replaceAll('_', '').toUpperCase();
}

function entriesOf(value: PhpValue | undefined): [string, PhpValue][] {
  return isArray(value) ? [...value] : [];
}

/** The parameter `id`; undefined when it was not sent. */
export function idParameter(params: PhpArray): bigint | undefined {
  const id = params.get('ID') ?? null;
  return id === null || isArray(id) ? undefined : toInt(id);
}
