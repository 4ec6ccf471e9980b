/** The line of a problem with a marker under its range, as compilers show it. */
import type { ManifestDocument, Span } from '../../server/document/manifest-document.js';
import { cells, fitting, widthOf } from './cells.js';

/** Two lines of the same columns. */
export interface Excerpt {
  /** Safe to print; cut to the width, with `…` where something is left out. */
  readonly line: string;
  /** Blanks, then one `^` for each column of the range. */
  readonly marker: string;
}

const CUT = '…';

/** The part of the line around a span that can matter for so many columns: lines may be megabytes long. */
function surroundings(document: ManifestDocument, span: Span, columns: number) {
  const { text } = document;
  const lineStart = span.start - document.positionAt(span.start).character;
  const from = Math.max(lineStart, span.start - columns);
  const to = span.start + 2 * columns;
  const [line = ''] = text.slice(from, to).split(/[\r\n]/, 1);
  return { line, from, cutBefore: from > lineStart, cutAfter: from + line.length === to && to < text.length };
}

/** The first line of a span, `columns` wide at most. */
export function excerpt(document: ManifestDocument, span: Span, columns: number): Excerpt {
  const { line, from, cutBefore, cutAfter } = surroundings(document, span, columns);
  const all = cells(line);
  const firstMarked = all.findIndex(({ end }) => end > span.start - from);
  const before = firstMarked === -1 ? all : all.slice(0, firstMarked);
  const rest = firstMarked === -1 ? [] : all.slice(firstMarked);

  const whole = !cutBefore && !cutAfter && widthOf(all) <= columns;
  const shownBefore = whole ? before : fitting([...before].reverse(), Math.floor(columns / 2)).reverse();
  const shownRest = whole ? rest : fitting(rest, columns - widthOf(shownBefore));
  const head = cutBefore || shownBefore.length < before.length ? CUT : '';
  const tail = cutAfter || shownRest.length < rest.length ? CUT : '';

  const marked = shownRest.filter(({ start }) => start < span.end - from);
  return {
    line: head + [...shownBefore, ...shownRest].map(({ text }) => text).join('') + tail,
    marker: ' '.repeat(head.length + widthOf(shownBefore)) + '^'.repeat(Math.max(1, widthOf(marked))),
  };
}
