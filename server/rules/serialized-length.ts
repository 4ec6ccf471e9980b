/** Length of PHP's `serialize()`: the form in which a portal stores SETTINGS. */

/** Decimal digits of a whole number that is not negative. */
function digits(n: number): number {
  let count = 1;
  for (let rest = n; rest >= 10; rest /= 10) count++;
  return count;
}

/** Bytes of a text in UTF-8. */
type BytesOf = (text: string) => number;

/** A loop is quicker than a call for the short, plain texts of a manifest. */
const bytesOf: BytesOf = (text) => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return Buffer.byteLength(text, 'utf8');
  return text.length;
};

/** For texts that were written in ASCII alone: one call for all of them. */
const charactersOf: BytesOf = (text) => text.length;

const isAscii = (json: string): boolean => Buffer.byteLength(json, 'utf8') === json.length && !json.includes('\\u');

/** PHP makes integers of keys that look like one. */
function isIntegerKey(key: string): boolean {
  const first = key.charCodeAt(0);
  return (first === 0x2d || (first >= 0x30 && first <= 0x39)) && /^(0|-?[1-9]\d{0,17})$/.test(key);
}

const stringLength = (text: string, countBytes: BytesOf): number => {
  const bytes = countBytes(text);
  return 's:'.length + digits(bytes) + ':"";'.length + bytes;
};

/** A number as PHP writes it: integers plain, others in the shortest form; a mantissa without point gets `.0` before `E`. */
function numberLength(value: number): number {
  if (Number.isSafeInteger(value)) return 'i:;'.length + String(value).length;
  const [mantissa = '', exponent] = String(value).split('e');
  const written = exponent === undefined ? mantissa : `${mantissa}${mantissa.includes('.') ? '' : '.0'}E${exponent}`;
  return 'd:;'.length + written.length;
}

function scalarLength(value: unknown, countBytes: BytesOf): number {
  if (typeof value === 'string') return stringLength(value, countBytes);
  if (typeof value === 'number') return numberLength(value);
  if (typeof value === 'boolean') return 'b:0;'.length;
  return 'N;'.length;
}

/**
 * Bytes of `serialize()` of a JSON value (objects and lists are PHP arrays). Counting ends soon after `enough` bytes: what is
 * given then is more than that, and less than the whole. `json` is a text with all that the value holds.
 */
export function serializedLength(root: unknown, enough = Infinity, json?: string): number {
  const countBytes = json !== undefined && isAscii(json) ? charactersOf : bytesOf;
  let length = 0;
  const open = [root];
  while (open.length > 0 && length <= enough) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) {
      length += scalarLength(value, countBytes);
      continue;
    }
    const members = value as Readonly<Record<string, unknown>>;
    const keys = Object.keys(members);
    length += 'a::{}'.length + digits(keys.length);
    for (const key of keys) {
      length += isIntegerKey(key) ? 'i:;'.length + key.length : stringLength(key, countBytes);
      const item = members[key];
      if (typeof item === 'object') open.push(item);
      else length += scalarLength(item, countBytes);
    }
  }
  return length;
}
