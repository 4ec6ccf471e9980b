/**
 * Tells whether keys repeat, which JSON.parse hides. Every string of sound JSON is a key or a value; of a repeated key the
 * earlier member is dropped, key and all. So the text then has more strings than the value, and counting is much cheaper than
 * a tree: from quote to quote in the text, and once through the value.
 */
import { endOfSoundString } from './scan.js';

/** Number of strings in sound JSON text without comments. */
export function stringsInText(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', endOfSoundString(text, at))) count++;
  return count;
}

/** Number of strings in a JSON value, keys included. NaN when it is nested deeper than `depth` levels. */
export function stringsInValue(value: unknown, depth: number): number {
  if (typeof value === 'string') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === 0) return NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += stringsInValue(item, depth - 1);
    return count;
  }
  for (const key in value) count += 1 + stringsInValue((value as Readonly<Record<string, unknown>>)[key], depth - 1);
  return count;
}
