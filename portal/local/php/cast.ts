/** PHP's casts and tests: `(int)`, `(string)`, `(bool)`, `empty`, `isset`. */
import { floatToText } from './float-text.js';
import { isArray, type PhpValue } from './value.js';

const INT_MAX = 2n ** 63n - 1n;
const INT_MIN = -(2n ** 63n);

/** The number that a string begins with. */
const LEADING_NUMBER = /^[ \t\n\r\v\f]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)/;

/** `(int)`. An array is 1, an empty one 0; a string counts as far as it begins with a number: `"12x"` is 12, `"x"` is 0. */
export function toInt(value: PhpValue): bigint {
  if (value === null) return 0n;
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') return Number.isFinite(value) ? BigInt.asIntN(64, BigInt(Math.trunc(value))) : 0n;
  if (typeof value === 'string') return stringToInt(value);
  return value.size > 0 ? 1n : 0n;
}

/** `(float)`. A string counts as far as it begins with a number. */
export function toFloat(value: PhpValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return Number(LEADING_NUMBER.exec(value)?.[1] ?? 0);
  return Number(toInt(value));
}

/** `(string)`. An array becomes the word `Array`. */
export function toText(value: PhpValue): string {
  if (value === null || value === false) return '';
  if (value === true) return '1';
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return floatToText(value);
  return 'Array';
}

/** `empty()`: null, missing, false, 0, `""`, `"0"` and an empty array. */
export function isEmpty(value: PhpValue | undefined): boolean {
  if (value === undefined || value === null || value === false || value === '' || value === '0') return true;
  if (typeof value === 'bigint') return value === 0n;
  if (typeof value === 'number') return value === 0;
  return isArray(value) && value.size === 0;
}

/** `isset()`: there and not null. `""`, 0 and an empty array are set. */
export function isSet(value: PhpValue | undefined): value is Exclude<PhpValue, null> {
  return value !== undefined && value !== null;
}

/** `$value['key']` as `isset` and `empty` see it: a scalar, a string too, has no keys. */
export function at(value: PhpValue | undefined, key: string): PhpValue | undefined {
  return isArray(value) ? value.get(key) : undefined;
}

/** Integers too large are cut at the ends of PHP's range; a text such as `1e1000`, infinite as a float, is 0. */
function stringToInt(text: string): bigint {
  const number = LEADING_NUMBER.exec(text)?.[1];
  if (number === undefined) return 0n;
  if (/^[+-]?\d+$/.test(number)) return clamp(BigInt(number.replace('+', '')));
  const float = Number(number);
  return Number.isFinite(float) ? clamp(BigInt(Math.trunc(float))) : 0n;
}

function clamp(value: bigint): bigint {
  if (value > INT_MAX) return INT_MAX;
  return value < INT_MIN ? INT_MIN : value;
}
