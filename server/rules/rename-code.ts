/** Renames a code: its key in CODES and every place that names it, in every mode. */
import type { CodePlace } from '../document/code-places.js';
import type { Edit } from './rule.js';

/** Edits that put another name at all places of a code; quotes included, so a half-typed name is closed by the way. */
export function renameCode(places: readonly CodePlace[], name: string): Edit[] {
  const newText = JSON.stringify(name);
  return places.map(({ span }) => ({ span, newText }));
}
