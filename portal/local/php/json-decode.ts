/**
 * `json_decode($text, true)`. Not JSON.parse: whole numbers stay exact up to 64 bits, keys keep their order, a lone
 * surrogate is an error, and nesting is limited.
 */
import { PhpJsonError } from './json-error.js';
import { Shapes } from './small-array.js';
import { EMPTY_ARRAY, type PhpArray, type PhpValue } from './value.js';

/** Arrays inside arrays, the outermost included. */
const DEEPEST = 511;

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;
const NOT_ASCII = /[^\0-\x7f]/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const WORDS: readonly (readonly [string, PhpValue])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

const LONGEST_KNOWN = 32;
const MOST_KNOWN = 2000;

interface Cursor {
  readonly text: string;
  /** What a piece of the text says. */
  readonly read: (piece: string) => string;
  at: number;
  /** Short texts read so far, by how they were written. */
  readonly known: Map<string, string>;
  readonly shapes: Shapes;
}

/**
 * The value of a JSON text in UTF-8. Throws PhpJsonError. A text for which one letter needs two bytes takes twice its size in
 * memory, so the bytes are read as they are, and only the strings in them as UTF-8.
 */
export function decodeJsonBytes(bytes: Uint8Array): PhpValue {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return decode(buffer.toString('latin1'), readUtf8);
  } catch (error) {
    if (!(error instanceof PhpJsonError) || error.at === undefined) throw error;
    throw new PhpJsonError(error.message, buffer.toString('utf8', 0, error.at).length);
  }
}

/** The value of a JSON text. Throws PhpJsonError. */
export function decodeJson(text: string): PhpValue {
  return decode(text, (piece) => piece);
}

function decode(text: string, read: Cursor['read']): PhpValue {
  const cursor: Cursor = { text, read, at: 0, known: new Map(), shapes: new Shapes() };
  const value = readValue(cursor, 0);
  skipBlanks(cursor);
  if (cursor.at < text.length) fail(cursor);
  return value;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text whose UTF-8 bytes are given, one to a character. */
function readUtf8(bytes: string): string {
  if (!NOT_ASCII.test(bytes)) return bytes;
  try {
    return UTF8.decode(Buffer.from(bytes, 'latin1'));
  } catch {
    throw new PhpJsonError('Malformed UTF-8');
  }
}

function readValue(cursor: Cursor, depth: number): PhpValue {
  skipBlanks(cursor);
  const first = cursor.text.charAt(cursor.at);
  if (first === '"') return readString(cursor);
  if (first === '{' || first === '[') {
    if (depth >= DEEPEST) throw new PhpJsonError('Too deep', cursor.at);
    return first === '{' ? readObject(cursor, depth + 1) : readList(cursor, depth + 1);
  }
  for (const [word, value] of WORDS) {
    if (cursor.text.startsWith(word, cursor.at)) {
      cursor.at += word.length;
      return value;
    }
  }
  return readNumber(cursor);
}

function readObject(cursor: Cursor, depth: number): PhpArray {
  cursor.at += 1;
  if (takeIf(cursor, '}')) return EMPTY_ARRAY;
  const keys: string[] = [];
  const values: PhpValue[] = [];
  do {
    skipBlanks(cursor);
    keys.push(readString(cursor));
    take(cursor, ':');
    values.push(readValue(cursor, depth));
  } while (takeIf(cursor, ','));
  take(cursor, '}');
  return cursor.shapes.compact(keys, values);
}

function readList(cursor: Cursor, depth: number): PhpArray {
  cursor.at += 1;
  if (takeIf(cursor, ']')) return EMPTY_ARRAY;
  const values: PhpValue[] = [];
  do values.push(readValue(cursor, depth));
  while (takeIf(cursor, ','));
  take(cursor, ']');
  return cursor.shapes.compact([...values.keys()].map(String), values);
}

/** Short texts are the same object each time: in a large text the same few come again and again. */
function readString(cursor: Cursor): string {
  const start = cursor.at;
  const end = endOfString(cursor);
  const written = cursor.text.slice(start, end);
  const known = cursor.known.get(written);
  const text = known ?? unescape(cursor.read(written));
  if (text === undefined || (known === undefined && LONE_SURROGATE.test(text))) fail(cursor);
  if (known === undefined && written.length <= LONGEST_KNOWN) remember(cursor.known, written, text);
  cursor.at = end;
  return text;
}

/** Begins anew when there are many: what is common comes again soon. */
function remember(known: Map<string, string>, written: string, text: string): void {
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, text);
}

/** Behind the closing quote of the string that begins here. */
function endOfString({ text, at }: Cursor): number {
  if (text.charAt(at) !== '"') throw new PhpJsonError('Syntax error', at);
  let end = at + 1;
  while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
  return end + 1;
}

/** The text of one quoted JSON string, undefined when it is none. JSON.parse knows the same escapes as PHP. */
function unescape(quoted: string): string | undefined {
  try {
    const text: unknown = JSON.parse(quoted);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

function readNumber(cursor: Cursor): bigint | number {
  NUMBER.lastIndex = cursor.at;
  const match = NUMBER.exec(cursor.text);
  if (match === null) fail(cursor);
  cursor.at = NUMBER.lastIndex;
  const [digits, fraction, exponent] = match;
  if (fraction !== undefined || exponent !== undefined) return Number(digits);
  const whole = BigInt(digits);
  // What does not fit into PHP's int becomes a float.
  return whole === BigInt.asIntN(64, whole) ? whole : Number(digits);
}

function skipBlanks(cursor: Cursor): void {
  BLANKS.lastIndex = cursor.at;
  BLANKS.exec(cursor.text);
  cursor.at = BLANKS.lastIndex;
}

function takeIf(cursor: Cursor, sign: string): boolean {
  skipBlanks(cursor);
  if (cursor.text.charAt(cursor.at) !== sign) return false;
  cursor.at += 1;
  return true;
}

function take(cursor: Cursor, sign: string): void {
  if (!takeIf(cursor, sign)) fail(cursor);
}

function fail(cursor: Cursor): never {
  throw new PhpJsonError('Syntax error', cursor.at);
}
