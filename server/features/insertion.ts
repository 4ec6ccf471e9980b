/**
 * Turns a completion into edits: it replaces the word under the cursor and puts commas where they are missing. A string that has
 * both its quotes keeps them; of any other word everything is replaced.
 */
import type { CompletionItem, Range } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import type { Cursor, Word } from './cursor.js';
import { ADJUST_INDENTATION, SNIPPET_FORMAT } from './kinds.js';
import { rangeOf } from './range.js';
import type { Reader } from './reader.js';
import { toPlainText, toSnippetText, type Snippet } from './snippet.js';

/** Where completions go. */
export interface Insertion {
  readonly document: ManifestDocument;
  readonly cursor: Cursor;
  readonly reader: Reader;
  /** What is replaced: the whole word, or the place of the cursor. */
  readonly whole: Range;
  /** The inside of a string that has both its quotes. */
  readonly inside: Range | undefined;
}

/** Works the ranges out once for all completions: long lists come at every keystroke. */
export function insertionAt(document: ManifestDocument, offset: number, cursor: Cursor, reader: Reader): Insertion {
  const { start, end } = cursor.word ?? { start: offset, end: offset };
  const inside = isClosed(cursor.word, document.text)
    ? rangeOf(document, { start: start + 1, end: end - 1 })
    : undefined;
  return { document, cursor, reader, whole: rangeOf(document, { start, end }), inside };
}

/** The edits that put a text at the cursor. `filter` is what the editor compares with the word typed so far. */
export function insert(snippet: Snippet, filter: string, { document, cursor, reader, whole, inside }: Insertion) {
  const { commaAfter, commaBefore } = cursor;
  // Two edits at one place have no order: there the comma is part of the one.
  const isTogether = commaBefore !== undefined && commaBefore === document.offsetAt(whole.start);
  const parts: Snippet = [...(isTogether ? [', '] : []), ...snippet, ...(commaAfter ? [','] : [])];
  const hasStops = reader.snippets && parts.some((part) => typeof part !== 'string');
  const newText = hasStops ? toSnippetText(parts) : toPlainText(parts);
  const keptInside = isPlainString(newText) ? inside : undefined;
  const edits: Partial<CompletionItem> = {
    filterText: keptInside ? filter.replaceAll('"', '') : filter,
    textEdit: keptInside ? { range: keptInside, newText: newText.slice(1, -1) } : { range: whole, newText },
  };
  if (hasStops) edits.insertTextFormat = SNIPPET_FORMAT;
  if (hasStops && reader.adjustsIndentation) edits.insertTextMode = ADJUST_INDENTATION;
  if (commaBefore !== undefined && !isTogether) {
    const position = document.positionAt(commaBefore);
    edits.additionalTextEdits = [{ range: { start: position, end: position }, newText: ',' }];
  }
  return edits;
}

const isClosed = (word: Word | undefined, text: string): boolean =>
  word?.quoted === true && word.end - word.start > 1 && text.charAt(word.end - 1) === '"';

/** Whether a text is one JSON string without escapes. */
const isPlainString = (text: string): boolean => /^"[^"\\]*"$/.test(text);
