/** Selection ranges: from a value to its property, the object around it, and on to the whole manifest. */
import type { Position, SelectionRange } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { contains } from './range.js';
import { jsonText } from './json-service.js';

/** One chain of growing ranges for each position, innermost first; where nothing can be read, an empty range. */
export function selectionRanges(document: ManifestDocument, positions: Position[]): SelectionRange[] {
  const json = jsonText(document);
  if (json === undefined) return positions.map((position) => ({ range: { start: position, end: position } }));
  return json.service.getSelectionRanges(json.text, positions, json.parse()).map(growing);
}

/** Leaves out ranges that do not hold the one inside them, as they come of half-typed text: editors refuse the whole chain. */
function growing({ range, parent }: SelectionRange): SelectionRange {
  let outer = parent;
  while (outer && !contains(outer.range, range)) outer = outer.parent;
  return { range, ...(outer && { parent: growing(outer) }) };
}
