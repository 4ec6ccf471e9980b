/** What stands between the strings and comments of a text, which need not be JSON: where characters of some kind are. */
import type { Span } from '../document/manifest-document.js';
import { endOfString, endsOfComments } from '../document/scan.js';

/** Offset just past the text in single quotes or backticks that opens at an offset; past its quote where no other is on the line. */
function endOfOtherQuotes(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length && !/[\r\n]/.test(text.charAt(at)); at++)
    if (text[at] === quote) return at + 1;
  return start + 1;
}

/**
 * Where a pattern, which is sticky, takes something outside strings and comments; in the order of the text. Single quotes and
 * backticks hold strings too, as far as they are closed on their line.
 */
export function between(text: string, pattern: RegExp): Span[] {
  const found: Span[] = [];
  const endOfComment = endsOfComments(text);
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const character = text.charAt(at);
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0] ?? '';
    if (match !== '') {
      found.push({ start: at, end: at + match.length });
      at += match.length;
    } else if (character === '"') at = endOfString(text, at);
    else if (character === "'" || character === '`') at = endOfOtherQuotes(text, at);
    else at = character === '/' ? Math.max(endOfComment(at), at + 1) : at + 1;
  }
  return found;
}
