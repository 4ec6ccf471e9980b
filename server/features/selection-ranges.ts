/** Selection ranges: from a value to its property, the object around it, and on to the whole manifest. */
import type { Position, SelectionRange } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { jsonText } from './json-service.js';

/** One chain of growing ranges for each position, innermost first; where nothing can be read, an empty range. */
export function selectionRanges(document: ManifestDocument, positions: Position[]): SelectionRange[] {
  const json = jsonText(document);
  if (json === undefined) return positions.map((position) => ({ range: { start: position, end: position } }));
  return json.service.getSelectionRanges(json.text, positions, json.parse());
}
