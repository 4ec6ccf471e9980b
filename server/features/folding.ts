/** Folding ranges: objects, lists and comments. */
import type { FoldingRange } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { jsonText } from './json-service.js';
import type { Reader } from './reader.js';

/** Most ranges for editors that name no limit. */
const MOST_RANGES = 5000;

/** The ranges of a manifest that can be folded. */
export function foldingRanges(document: ManifestDocument, reader: Reader): FoldingRange[] {
  const json = jsonText(document);
  return json?.service.getFoldingRanges(json.text, { rangeLimit: reader.foldingLimit ?? MOST_RANGES }) ?? [];
}
