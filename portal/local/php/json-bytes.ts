/** `json_encode` in UTF-8 for what is large: what belongs to the state is encoded once and remembered. */
import { isList } from './arrays.js';
import { encodeJson, quote, type Infinities } from './json-encode.js';
import { PhpJsonError } from './json-error.js';
import { isArray, type PhpArray, type PhpValue } from './value.js';

type Piece = string | Uint8Array<ArrayBuffer>;

/** Pieces are put together up to this size: many small ones would cost more than their bytes. */
const LARGE = 64 * 1024;

/** Encoded arrays that were declared lasting, null until they are asked for. None of them holds an infinite float. */
const remembered = new WeakMap<PhpArray, readonly Uint8Array<ArrayBuffer>[] | null>();

/**
 * Declares that an array belongs to the state: it never changes, and is encoded again and again. Its encoding is kept as
 * long as it lives, which is what lets a portal with thousands of handlers answer at once.
 */
export function lasting<T extends PhpValue>(value: T): T {
  if (isArray(value) && !remembered.has(value)) remembered.set(value, null);
  return value;
}

/** The same as encodeJson, as bytes. Throws PhpJsonError. */
export function encodeJsonBytes(value: PhpValue, infinities: Infinities = 'refuse'): Uint8Array<ArrayBuffer> {
  return joined(collected(value, infinities));
}

/** The same in pieces, to be written one after another: what is large and remembered is not copied. Throws PhpJsonError. */
export const encodeJsonPieces = (value: PhpValue): readonly Uint8Array<ArrayBuffer>[] =>
  merged(collected(value, 'refuse'));

/** Puts small neighbours together. */
function merged(pieces: readonly Piece[]): Uint8Array<ArrayBuffer>[] {
  const whole: Uint8Array<ArrayBuffer>[] = [];
  let small: Piece[] = [];
  let size = 0;
  const flush = () => {
    if (small.length > 0) whole.push(joined(small));
    small = [];
    size = 0;
  };
  for (const piece of pieces) {
    const isLarge = piece.length >= LARGE;
    if (isLarge || size >= LARGE) flush();
    if (typeof piece !== 'string' && isLarge) {
      whole.push(piece);
    } else {
      small.push(piece);
      size += piece.length;
    }
  }
  flush();
  return whole;
}

function collected(value: PhpValue, infinities: Infinities): Piece[] {
  const pieces: Piece[] = [];
  collect(value, infinities, pieces);
  return pieces;
}

function collect(value: PhpValue, infinities: Infinities, pieces: Piece[]): void {
  const known = isArray(value) ? remembered.get(value) : undefined;
  if (!isArray(value)) append(encodeJson(value, infinities), pieces);
  else if (known === undefined) collectItems(value, infinities, pieces);
  else if (known !== null) for (const piece of known) pieces.push(piece);
  else collectLasting(value, infinities, pieces);
}

function collectItems(array: PhpArray, infinities: Infinities, pieces: Piece[]): void {
  const listed = isList(array);
  let before = listed ? '[' : '{';
  for (const [key, item] of array) {
    append(listed ? before : `${before}${quote(key)}:`, pieces);
    collect(item, infinities, pieces);
    before = ',';
  }
  append(`${before === ',' ? '' : before}${listed ? ']' : '}'}`, pieces);
}

function collectLasting(array: PhpArray, infinities: Infinities, pieces: Piece[]): void {
  try {
    const items: Piece[] = [];
    collectItems(array, 'refuse', items);
    const whole = merged(items);
    remembered.set(array, whole);
    for (const piece of whole) pieces.push(piece);
  } catch (error) {
    if (infinities === 'refuse' || !(error instanceof PhpJsonError)) throw error;
    collectItems(array, infinities, pieces);
  }
}

/** Neighbouring texts become one, until it is large: as bytes it takes half the memory or less. */
function append(text: string, pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (typeof last !== 'string') pieces.push(text);
  else if (last.length < LARGE) pieces[pieces.length - 1] = last + text;
  else pieces.splice(-1, 1, Buffer.from(last), text);
}

function joined(pieces: readonly Piece[]): Uint8Array<ArrayBuffer> {
  const [first] = pieces;
  if (pieces.length === 1 && typeof first === 'string') return Buffer.from(first);
  const sizes = pieces.map((piece) => (typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length));
  const bytes = Buffer.alloc(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  pieces.forEach((piece, index) => {
    if (typeof piece === 'string') bytes.write(piece, at);
    else bytes.set(piece, at);
    at += sizes[index] ?? 0;
  });
  return bytes;
}
