/** Completion: what may be written at the cursor, in the manifest or in a comment. */
import type { CompletionItem, Position } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { completeKeys } from './complete-keys.js';
import { completeSuppression } from './complete-suppression.js';
import { completeValues } from './complete-values.js';
import type { Cursor } from './cursor.js';
import { insertionAt } from './insertion.js';
import { cursorIn } from './meant.js';
import type { Reader } from './reader.js';
import { isTooDeep } from './too-deep.js';

/** The completions at a position, best first; each replaces the whole word under the cursor. */
export function complete(document: ManifestDocument, position: Position, reader: Reader): CompletionItem[] {
  if (isTooDeep(document)) return [];
  const offset = document.offsetAt(position);
  const cursor = cursorIn(document, offset);
  if (cursor === undefined) return completeSuppression(document, offset, reader);
  if (isBehindString(document.text, offset, cursor)) return [];
  const insertion = insertionAt(document, offset, cursor, reader);
  return cursor.role === 'key' ? completeKeys(insertion) : completeValues(insertion);
}

/** Whether the cursor stands right behind the closing quote: the string is done. */
const isBehindString = (text: string, offset: number, { word }: Cursor): boolean =>
  word?.quoted === true && offset === word.end && offset - word.start > 1 && text.charAt(offset - 1) === '"';
