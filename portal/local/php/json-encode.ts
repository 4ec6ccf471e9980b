/** `json_encode` with the options that a portal uses. */
import { isList } from './arrays.js';
import { floatToJson } from './float-text.js';
import { PhpJsonError } from './json-error.js';
import type { PhpArray, PhpValue } from './value.js';

/** Text with nothing to escape, and no half of a pair: most of it. */
const PLAIN = /^[^"\\<>&'/\p{Cc}\u2028\u2029\p{Surrogate}]*$/u;

/** What PHP writes otherwise than JSON.stringify, whose escapes come in pairs. */
const WRITTEN_OTHERWISE = /\\.|[<>&'/\u2028\u2029]/g;

/**
 * Letters of all languages stay as they are; what could end a script or an attribute when the answer is put into a page
 * does not, nor does a slash.
 */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  "'": '\\u0027',
  '\\"': '\\u0022',
  '/': '\\/',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** What to do with an infinite float, which JSON has no word for: PHP refuses; our own files write a number too large. */
export type Infinities = 'refuse' | 'keep';

/** The JSON text. Arrays keyed 0, 1, 2…, empty ones too, become lists. Throws PhpJsonError for a value JSON cannot say. */
export function encodeJson(value: PhpValue, infinities: Infinities = 'refuse'): string {
  if (typeof value === 'string') return quote(value);
  if (value === null) return 'null';
  if (typeof value === 'boolean' || typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return encodeFloat(value, infinities);
  return encodeArray(value, infinities);
}

function encodeArray(array: PhpArray, infinities: Infinities): string {
  const items: string[] = [];
  if (isList(array)) {
    for (const item of array.values()) items.push(encodeJson(item, infinities));
    return `[${items.join(',')}]`;
  }
  for (const [key, item] of array) items.push(`${quote(key)}:${encodeJson(item, infinities)}`);
  return `{${items.join(',')}}`;
}

function encodeFloat(value: number, infinities: Infinities): string {
  if (Number.isFinite(value)) return floatToJson(value);
  if (infinities === 'refuse' || Number.isNaN(value)) throw new PhpJsonError('Inf and NaN cannot be JSON encoded');
  return value > 0 ? '1e999' : '-1e999';
}

/** A text in quotes, with its escapes. */
export function quote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  const inner = JSON.stringify(text).slice(1, -1);
  return `"${inner.replace(WRITTEN_OTHERWISE, (sign) => WRITTEN_AS[sign] ?? sign)}"`;
}
