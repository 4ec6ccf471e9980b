/** One pass over text that JSON.parse does not take: comments, trailing commas, depth. */
import type { Comment } from './manifest-document.js';

/** What the pass finds. */
export interface Scan {
  readonly comments: readonly Comment[];
  /** The text with comments and trailing commas replaced by blanks: same offsets, plain JSON. */
  readonly plain: string;
  /** Where the first object or list opens that is nested deeper than allowed; undefined when none is. */
  readonly tooDeepAt: number | undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Offset just past the string that opens at `start`; the end of its line when it is never closed. */
export function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code === 0x0a || code === 0x0d) return i;
    if (code === BACKSLASH) i++;
  }
  return text.length;
}

/**
 * `endOfString` for many strings of one text, one after the other. Nearly every string ends at the next quote, and looking for
 * that is several times faster than looking at each character.
 */
export function endsOfStrings(text: string): (start: number) => number {
  if (text.includes('\r')) return (start) => endOfString(text, start);
  let lineEnd = -1;
  return (start) => {
    if (lineEnd < start) {
      const next = text.indexOf('\n', start);
      lineEnd = next === -1 ? text.length : next;
    }
    const quote = text.indexOf('"', start + 1);
    const isPlain = quote !== -1 && quote < lineEnd && text.charCodeAt(quote - 1) !== BACKSLASH;
    return isPlain ? quote + 1 : endOfString(text, start);
  };
}

/** Offset just past the string that opens at `start` in sound JSON: nothing but its closing quote ends it. */
export function endOfSoundString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (text.charCodeAt(end - 1) === BACKSLASH && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

/** Whether an odd number of backslashes stands before `at`. */
function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

/** Offset just past the comment that starts at `start`, or `start` when there is none (or none that ends). */
function endOfComment(text: string, start: number): number {
  const next = text[start + 1];
  if (next === '/') {
    const end = text.slice(start).search(/[\r\n]/);
    return end === -1 ? text.length : start + end;
  }
  if (next === '*') {
    const end = text.indexOf('*/', start + 2);
    return end === -1 ? start : end + 2;
  }
  return start;
}

/** `endOfComment` for many comments of one text: from where on no block comment ends is found out once. */
export function endsOfComments(text: string): (start: number) => number {
  let lastEnd: number | undefined;
  return (start) => {
    const isEndless = text[start + 1] === '*' && (lastEnd ??= text.lastIndexOf('*/')) < start + 2;
    return isEndless ? start : endOfComment(text, start);
  };
}

/** Blanks out spans, keeping line breaks so that line numbers stay. */
function blank(text: string, spans: readonly { start: number; end: number }[]): string {
  let result = '';
  let done = 0;
  for (const { start, end } of spans) {
    result += text.slice(done, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    done = end;
  }
  return result + text.slice(done);
}

/** Scans a text, which need not be JSON. Linear in its length. `maxDepth` is the deepest nesting that is allowed. */
export function scan(text: string, maxDepth = Infinity): Scan {
  const comments: Comment[] = [];
  const trailing: { start: number; end: number }[] = [];
  const endOfComment = endsOfComments(text);
  let depth = 0;
  let tooDeepAt: number | undefined;
  let comma = -1; // offset of a comma after a value that nothing but blanks and comments has followed so far
  let afterValue = false;
  for (let i = text.startsWith('\uFEFF') ? 1 : 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case QUOTE:
        i = endOfString(text, i) - 1;
        comma = -1;
        afterValue = true;
        break;
      case 0x3a: // :
        comma = -1;
        afterValue = false;
        break;
      case 0x2c: // ,
        comma = afterValue ? i : -1;
        afterValue = false;
        break;
      case 0x7b: // {
      case 0x5b: // [
        if (++depth > maxDepth) tooDeepAt ??= i;
        comma = -1;
        afterValue = false;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth--;
        if (comma !== -1) trailing.push({ start: comma, end: comma + 1 });
        comma = -1;
        afterValue = true;
        break;
      case 0x2f: {
        // a slash
        const end = endOfComment(i);
        if (end > i) {
          comments.push({ span: { start: i, end } });
          i = end - 1;
        }
        break;
      }
      case 0x20:
      case 0x09:
      case 0x0a:
      case 0x0d:
        break;
      default:
        comma = -1;
        afterValue = true;
    }
  }
  const spans = [...comments.map(({ span }) => span), ...trailing].sort((a, b) => a.start - b.start);
  const plain = (spans.length === 0 ? text : blank(text, spans)).replace(/^\uFEFF/, ' ');
  return { comments, plain, tooDeepAt };
}
