/**
 * Turns a completion into edits: it replaces the word under the cursor and puts commas where they are missing. A string that has
 * both its quotes keeps them; of any other word everything is replaced.
 */
import type { CompletionItem } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import type { Cursor, Word } from './cursor.js';
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
  const keepsQuotes = isClosed(word, document.text) && isPlainString(newText);
  const inside = keepsQuotes ? 1 : 0;
  const start = document.positionAt((word?.start ?? offset) + inside);
  const end = document.positionAt((word?.end ?? offset) - inside);
  const edits: Partial<CompletionItem> = {
    filterText: keepsQuotes ? filter.replaceAll('"', '') : filter,
    textEdit: { range: { start, end }, newText: keepsQuotes ? newText.slice(1, -1) : newText },
  };
  if (hasStops) edits.insertTextFormat = SNIPPET_FORMAT;
  if (hasStops && reader.adjustsIndentation) edits.insertTextMode = ADJUST_INDENTATION;
  if (commaBefore !== undefined) {
    const position = document.positionAt(commaBefore);
    edits.additionalTextEdits = [{ range: { start: position, end: position }, newText: ',' }];
  }
  return edits;
}

const isClosed = (word: Word | undefined, text: string): boolean =>
  word?.quoted === true && word.end - word.start > 1 && text.charAt(word.end - 1) === '"';

/** Whether a text is one JSON string without escapes. */
const isPlainString = (text: string): boolean => /^"[^"\\]*"$/.test(text);
