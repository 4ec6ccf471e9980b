/** Where places of a text are after edits of it, and where they were before. */
import type { Span } from '../document/manifest-document.js';
import type { Edit } from './rule.js';

/** How edits that belong together move places. */
export interface Moves {
  /** A span of the text after the edits, before them. What the edits have put there shrinks to where it took place. */
  back(span: Span): Span;
  /** A span of the text before the edits, after them; none of them touches it. */
  on(span: Span): Span;
  /** What the edits have put into the text. */
  readonly put: readonly Span[];
}

/** The last number of a sorted list that is not above a limit: its index, or -1. */
function lastUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The moves of edits, which are in the order of the text and clear of each other. */
export function movesOf(edits: readonly Edit[]): Moves {
  const ends = edits.map(({ span }) => span.end);
  const put: Span[] = [];
  /** How much longer the text up to the end of each edit has become. */
  const grown: number[] = [];
  let sum = 0;
  for (const { span, newText } of edits) {
    put.push({ start: span.start + sum, end: span.start + sum + newText.length });
    sum += newText.length - (span.end - span.start);
    grown.push(sum);
  }
  const starts = put.map(({ start }) => start);
  const back = (offset: number): number => {
    const index = lastUpTo(starts, offset);
    const edit = edits[index];
    if (!edit) return offset;
    return offset >= (put[index]?.end ?? 0) ? offset - (grown[index] ?? 0) : edit.span.start;
  };
  const on = (offset: number): number => offset + (grown[lastUpTo(ends, offset)] ?? 0);
  return {
    back: ({ start, end }) => ({ start: back(start), end: back(end) }),
    on: ({ start, end }) => ({ start: on(start), end: on(end) }),
    put,
  };
}
