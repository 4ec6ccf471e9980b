/** The tokens around a place in a text that need not be JSON. */
import type { Span } from '../document/manifest-document.js';

/** The string or other token that ends last before an offset; empty at the start of the text. */
export function tokenBefore(text: string, offset: number): Span {
  let end = offset;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  const token = /(?:"(?:[^"\\\r\n]|\\.)*"|[^\s",:{}[\]]+|.)$/.exec(text.slice(Math.max(0, end - 300), end))?.[0] ?? '';
  return { start: end - token.length, end };
}

/** The token that starts at an offset. */
export function tokenAt(text: string, offset: number): Span {
  const token =
    /^(?:"(?:[^"\\\r\n]|\\.)*"?|'[^'\r\n]*'|[^\s",:{}[\]]+|.)/.exec(text.slice(offset, offset + 1000))?.[0] ?? '';
  return { start: offset, end: offset + token.length };
}
