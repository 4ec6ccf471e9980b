/** Quotes inside a text that nothing escapes: `"NAME": "Shop "Sun""`. */
import type { Remedy } from './repairs.js';
import { tokenBefore } from './token.js';

/** Longest text that is looked at. */
const LONGEST = 1000;

/** What follows the closing quote of a value: the end of the line, a closing bracket, or the next key. */
const BEHIND = /^[ \t]*(?:,?[ \t]*(?:[\r\n]|\/[/*]|$)|,?[ \t]*[}\]]|,[ \t]*"[^"\r\n]*"[ \t]*:)/;

/** Something that reads as a piece of JSON rather than of a text. */
const JSON_INSIDE = /"\s*[:{}[\]]|[:{[]\s*"|"\s*,\s*"/;

/** Backslashes before the quotes inside the text that ends before an offset, too early; none where another reading is as good. */
export function innerQuotes(text: string, at: number): Remedy[] {
  const { start } = tokenBefore(text, at);
  if (
    text[start] !== '"' ||
    text
      .slice(Math.max(0, start - 100), start)
      .trimEnd()
      .at(-1) !== ':'
  )
    return [];
  const line = /^[^\r\n]*/.exec(text.slice(start + 1, start + LONGEST))?.[0] ?? '';
  const quotes = [...line.matchAll(/\\.|"/g)].filter(([mark]) => mark === '"').map(({ index }) => index);
  const last = quotes.findIndex((index) => BEHIND.test(text.slice(start + 2 + index, start + 2 + index + LONGEST)));
  const inner = quotes.slice(0, last);
  const inside = line.slice(0, quotes[last]);
  // Each opens before something and closes behind something.
  const arePairs = inner.every((index, n) =>
    n % 2 === 0
      ? /^(?:|.*[\s(«-])"[^\s"]/.test(inside.slice(0, index + 2))
      : /[^\s"]"(?:$|[^\p{L}\p{N}])/u.test(inside.slice(index - 1, index + 2)),
  );
  if (last < 1 || inner.length % 2 === 1 || !arePairs || JSON_INSIDE.test(inside)) return [];
  const offset = start + 1;
  const [first = 0] = inner;
  const edits = inner.map((index) => ({ span: { start: offset + index, end: offset + index }, newText: '\\' }));
  const span = { start: offset + first, end: offset + (inner.at(-1) ?? first) + 1 };
  return [{ edits, problem: { kind: 'InnerQuotes', span }, rewrites: true }];
}
