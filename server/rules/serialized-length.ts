/** Length of PHP's `serialize()`: the form in which a portal stores SETTINGS. */

const digits = (n: number): number => String(n).length;

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** PHP makes integers of keys that look like one. */
const isIntegerKey = (key: string): boolean => /^(0|-?[1-9]\d{0,17})$/.test(key);

const stringLength = (text: string): number => {
  const bytes = bytesOf(text);
  return 's:'.length + digits(bytes) + ':"";'.length + bytes;
};

/** A number as PHP writes it: integers plain, others in the shortest form, with `E+` exponents. */
function numberLength(value: number): number {
  if (Number.isSafeInteger(value)) return 'i:;'.length + String(value).length;
  return 'd:;'.length + String(value).replace(/e([+-])/, '.0E$1').length;
}

function scalarLength(value: unknown): number {
  if (typeof value === 'string') return stringLength(value);
  if (typeof value === 'number') return numberLength(value);
  if (typeof value === 'boolean') return 'b:0;'.length;
  return 'N;'.length;
}

/** Bytes of `serialize()` of a JSON value (objects and lists are PHP arrays). */
export function serializedLength(root: unknown): number {
  let length = 0;
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) {
      length += scalarLength(value);
      continue;
    }
    const entries = Object.entries(value);
    length += 'a::{}'.length + digits(entries.length);
    for (const [key, item] of entries) {
      length += isIntegerKey(key) ? 'i:;'.length + key.length : stringLength(key);
      open.push(item);
    }
  }
  return length;
}
