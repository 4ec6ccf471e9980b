/** Go to definition: from a field or parameter to the code that it sends. */
import type { Location, LocationLink, Position } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { codeAt, codeSentAt } from './code-at.js';
import { rangeOf } from './range.js';
import { namesOf } from './read-codes.js';

/**
 * The entry of CODES that the place under the cursor names: its CODE, its key, or the entry itself. Empty where no code is named
 * and for codes that CODES does not have. Of equal keys the last one, which is the one a portal reads. `links`: the editor takes links.
 */
export function definition(
  document: ManifestDocument,
  position: Position,
  { links }: { readonly links: boolean },
): Location[] | LocationLink[] {
  const code = codeAt(document, position);
  const from = code ?? codeSentAt(document, position);
  if (from === undefined) return [];
  const target = namesOf(document, from.code).findLast(({ role }) => role === 'declaration');
  if (target === undefined) return [];
  const name = rangeOf(document, target.span);
  if (!links) return [{ uri: document.uri, range: name }];
  return [
    {
      originSelectionRange: rangeOf(document, code ? code.span : from.key),
      targetUri: document.uri,
      targetRange: rangeOf(document, target.entry),
      targetSelectionRange: name,
    },
  ];
}
