/** Document highlight: the places of the code under the cursor. */
import type { DocumentHighlight, DocumentHighlightKind, Position } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { codeAt } from './code-at.js';
import { rangeOf } from './range.js';
import { namesOf } from './read-codes.js';

const READ: typeof DocumentHighlightKind.Read = 2;
const WRITE: typeof DocumentHighlightKind.Write = 3;

/** The key in CODES as written, the fields and parameters that send it as read. */
export function highlights(document: ManifestDocument, position: Position): DocumentHighlight[] {
  const at = codeAt(document, position);
  if (at === undefined) return [];
  return namesOf(document, at.code).map(({ role, span }) => ({
    range: rangeOf(document, span),
    kind: role === 'declaration' ? WRITE : READ,
  }));
}
