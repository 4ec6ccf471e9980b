/** Bytes of a file → text, with the place where they are no text. */

/** The text, and where it stops being what the file holds. */
export interface Decoded {
  /** Without a byte order mark; bytes that are no UTF-8 became U+FFFD. */
  readonly text: string;
  /** Whether the file begins with a byte order mark. */
  readonly hasMark: boolean;
  /** The first place that is no UTF-8: offset in the text, and in bytes. */
  readonly damage?: { readonly offset: number; readonly byte: number; readonly utf16: boolean };
}

function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const end = Math.min(one.length, other.length);
  for (let at = 0; at < end; at++) if (one[at] !== other[at]) return at;
  return end;
}

/** Reads UTF-8, with or without a byte order mark. Never throws. */
export function decode(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const again = Buffer.from(text);
  if (again.equals(bytes)) return { text: text.slice(bom), hasMark: bom === 1 };
  const byte = firstDifference(bytes, again);
  // Up to the first difference the bytes are sound, but for a character that they break off in the middle of.
  const offset = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, byte), { stream: true }).length;
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return { text: text.slice(bom), hasMark: bom === 1, damage: { offset: offset - bom, byte, utf16 } };
}
