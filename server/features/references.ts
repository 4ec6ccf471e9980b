/** Find all references: every place that names a code, in modes that a portal ignores, too. */
import type { Location, Position } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { codeAt } from './code-at.js';
import { rangeOf } from './range.js';
import { namesOf } from './read-codes.js';

/** The places that name the code under the cursor, in the order of the text; its key in CODES only when it is asked for. */
export function references(document: ManifestDocument, position: Position, includeDeclaration: boolean): Location[] {
  const at = codeAt(document, position);
  if (at === undefined) return [];
  return namesOf(document, at.code)
    .filter(({ role }) => includeDeclaration || role === 'reference')
    .map(({ span }) => ({ uri: document.uri, range: rangeOf(document, span) }));
}
