/** Renames a code: its key in CODES and every place that names it, in every mode. */
import { placesOf } from '../document/code-places.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import type { Edit } from './rule.js';

/** Edits that give a code another name everywhere; quotes included, so a half-typed name is closed by the way. */
export function renameCode(document: ManifestDocument, old: string, name: string): Edit[] {
  const newText = JSON.stringify(name);
  return placesOf(document, old).map(({ span }) => ({ span, newText }));
}
