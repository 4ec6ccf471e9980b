/** What stands where a value belongs, and is none: everything up to the next comma, bracket or end of the line. */
import type { Span } from '../document/manifest-document.js';
import { unclosed } from './braces.js';

/** Longest such piece. */
const LONGEST = 300;

/** An address, with the colon and the slashes that would end other values. */
const ADDRESS = /^https?:\/\/[^\s",}\]]+/;

/** A piece of a line; a comment ends it, also one in the notation of a shell. */
const PIECE = /^(?:(?!\/[/*])[^",:;{}[\]\r\n])*?(?=\s*(?:[",:;{}[\]\r\n]|\/[/*]|\s#|$))/;

/** The value that an offset is in, written without the quotes or in the way of another language. */
export function rawValue(text: string, at: number): Span | undefined {
  const before = /[^",:;{}[\]\r\n]*$/.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0] ?? '';
  const start = at - before.trimStart().length;
  const mark =
    text
      .slice(Math.max(0, start - LONGEST), start)
      .trimEnd()
      .at(-1) ?? '';
  const isValue =
    mark === ':' || ('[,'.includes(mark) && mark !== '' && text[unclosed(text.slice(0, start)).at(-1) ?? -1] === '[');
  if (!isValue) return undefined;
  const rest = text.slice(start, start + LONGEST);
  const piece = ADDRESS.exec(rest)?.[0] ?? PIECE.exec(rest)?.[0] ?? '';
  const end = start + piece.length;
  const isEnd = /^\s*(?:[,;}\]\r\n]|\/[/*]|\s#|$)/.test(text.slice(end, end + LONGEST));
  return piece !== '' && isEnd && end > at ? { start, end } : undefined;
}
