/** What PHP does with whole arrays. */
import type { PhpArray, PhpValue } from './value.js';

/** An array with the given keys. */
export function arrayOf(entries: Readonly<Record<string, PhpValue>>): PhpArray {
  return new Map(Object.entries(entries));
}

/** An array with the keys 0, 1, 2… */
export function listOf(values: readonly PhpValue[]): PhpArray {
  return new Map(values.map((value, index) => [String(index), value]));
}

/** Whether the keys are exactly 0, 1, 2… in this order, so that JSON output makes a list of it. True of an empty array. */
export function isList(array: PhpArray): boolean {
  let expected = 0;
  for (const key of array.keys()) {
    if (key !== String(expected)) return false;
    expected += 1;
  }
  return true;
}

/** `array_replace`: the second array's values win, the first one's order stays. */
export function replaceKeys(array: PhpArray, by: PhpArray): PhpArray {
  return new Map([...array, ...by]);
}

/** `array_diff_key` by names. */
export function withoutKeys(array: PhpArray, keys: readonly string[]): PhpArray {
  return new Map([...array].filter(([key]) => !keys.includes(key)));
}

/** `array_change_key_case` to upper case, this level only: ASCII letters; of keys that become equal the last one wins. */
export function upperCaseKeys(array: PhpArray): PhpArray {
  return new Map([...array].map(([key, value]) => [asciiUpperCase(key), value]));
}

/** `strtoupper`: ASCII letters only. */
function asciiUpperCase(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
