/**
 * Turns a completion into edits: it replaces the word under the cursor and puts commas where they are missing. A string is replaced
 * with its quotes, whether both are there or not: the cursor then stands behind it, ready for what comes next.
 */
import type { CompletionItem, Range } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import type { Cursor } from './cursor.js';
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
  readonly replaced: Range;
  /** Whether a value goes right behind the colon. A blank that is typed while the list is open will be replaced, too. */
  readonly startsAtColon: boolean;
}

/** Works it out once for all completions: long lists come at every keystroke. */
export function insertionAt(document: ManifestDocument, offset: number, cursor: Cursor, reader: Reader): Insertion {
  const { start, end } = cursor.word ?? { start: offset, end: offset };
  const startsAtColon = cursor.word === undefined && document.text.charAt(offset - 1) === ':';
  return { document, cursor, reader, replaced: rangeOf(document, { start, end }), startsAtColon };
}

/** The edits that put a text at the cursor. `filter` is what the editor compares with the word typed so far. */
export function insert(
  snippet: Snippet,
  filter: string,
  { document, cursor, reader, replaced, startsAtColon }: Insertion,
) {
  const { commaAfter, commaBefore } = cursor;
  // Two edits at one place have no order: there the comma is part of the one.
  const isTogether = commaBefore !== undefined && commaBefore === document.offsetAt(replaced.start);
  const before = isTogether ? ', ' : startsAtColon ? ' ' : '';
  const parts: Snippet = [...(before ? [before] : []), ...snippet, ...(commaAfter ? [','] : [])];
  const hasStops = reader.snippets && parts.some((part) => typeof part !== 'string');
  const newText = hasStops ? toSnippetText(parts) : toPlainText(parts);
  const edits: Partial<CompletionItem> = { filterText: filter, textEdit: { range: replaced, newText } };
  if (hasStops) edits.insertTextFormat = SNIPPET_FORMAT;
  if (hasStops && reader.adjustsIndentation) edits.insertTextMode = ADJUST_INDENTATION;
  if (commaBefore !== undefined && !isTogether) {
    const position = document.positionAt(commaBefore);
    edits.additionalTextEdits = [{ range: { start: position, end: position }, newText: ',' }];
  }
  return edits;
}
