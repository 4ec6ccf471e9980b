/** Completion: what may be written at the cursor, in the manifest or in a comment. */
import type { CompletionItem, Position } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { completeKeys, takesOwnKeys } from './complete-keys.js';
import { completeSuppression } from './complete-suppression.js';
import { completeValues } from './complete-values.js';
import type { Cursor } from './cursor.js';
import { insertionAt } from './insertion.js';
import { cursorIn } from './meant.js';
import type { Reader } from './reader.js';
import { isTooDeep } from './too-deep.js';

/** Completions, best first; each replaces the whole word under the cursor. */
export interface Offer {
  readonly items: CompletionItem[];
  /** Some take what is typed as a name of the developer's own, so the editor has to ask again for each character. */
  readonly isIncomplete: boolean;
}

const whole = (items: CompletionItem[]): Offer => ({ items, isIncomplete: false });

/** What is offered at a position. */
export function complete(document: ManifestDocument, position: Position, reader: Reader): Offer {
  if (isTooDeep(document)) return whole([]);
  const offset = document.offsetAt(position);
  const cursor = cursorIn(document, offset);
  if (cursor === undefined) return whole(completeSuppression(document, offset, reader));
  if (isBehindString(document.text, offset, cursor)) return whole([]);
  const insertion = insertionAt(document, offset, cursor, reader);
  if (cursor.role === 'value') return whole(completeValues(insertion));
  return { items: completeKeys(insertion), isIncomplete: takesOwnKeys(cursor.container) };
}

/** Whether the cursor stands right behind the closing quote: the string is done. */
const isBehindString = (text: string, offset: number, { word }: Cursor): boolean =>
  word?.quoted === true && offset === word.end && offset - word.start > 1 && text.charAt(offset - 1) === '"';
