/** Turns a completion into edits: it replaces the whole word under the cursor and puts commas where they are missing. */
import type { CompletionItem } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import type { Cursor } from './cursor.js';
import { ADJUST_INDENTATION, SNIPPET_FORMAT } from './kinds.js';
import type { Reader } from './reader.js';
import { toPlainText, toSnippetText, type Snippet } from './snippet.js';

/** Where completions go. */
export interface Insertion {
  readonly document: ManifestDocument;
  readonly offset: number;
  readonly cursor: Cursor;
  readonly reader: Reader;
}

/** The edits that put a text at the cursor. `filter` is what the editor compares with the word typed so far. */
export function insert(snippet: Snippet, filter: string, { document, offset, cursor, reader }: Insertion) {
  const { word, commaAfter, commaBefore } = cursor;
  const whole: Snippet = commaAfter ? [...snippet, ','] : snippet;
  const hasStops = reader.snippets && whole.some((part) => typeof part !== 'string');
  const newText = hasStops ? toSnippetText(whole) : toPlainText(whole);
  const start = document.positionAt(word?.start ?? offset);
  const edits: Partial<CompletionItem> = {
    filterText: filter,
    textEdit: { range: { start, end: document.positionAt(word?.end ?? offset) }, newText },
  };
  if (hasStops) edits.insertTextFormat = SNIPPET_FORMAT;
  if (hasStops && reader.adjustsIndentation) edits.insertTextMode = ADJUST_INDENTATION;
  if (commaBefore !== undefined) {
    const position = document.positionAt(commaBefore);
    edits.additionalTextEdits = [{ range: { start: position, end: position }, newText: ',' }];
  }
  return edits;
}
