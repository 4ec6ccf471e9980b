/** Offsets of the document to ranges of the Language Server Protocol and back. */
import type { Position, Range } from 'vscode-languageserver';
import type { ManifestDocument, Span } from '../document/manifest-document.js';

/** The range of a span. */
export const rangeOf = (document: ManifestDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

/** The span of a range; a range past the end of the text is clamped. */
export const spanOf = (document: ManifestDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});

/** The inside of the quotes of a string; of a half-typed one, all that follows its first quote; of a bare word, all of it. */
export function insideQuotes({ text }: ManifestDocument, { start, end }: Span): Span {
  const opened = text.charAt(start) === '"';
  const closed = end - start > 1 && text.charAt(end - 1) === '"';
  return { start: opened ? start + 1 : start, end: closed ? end - 1 : end };
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

/** Whether a range holds another one; equal ranges hold each other. */
export const contains = (outer: Range, inner: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

/** Whether two spans overlap or touch. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;
