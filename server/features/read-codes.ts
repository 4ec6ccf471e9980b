/** Where codes stand in the text for whoever asks about one. */
import { codePlaces, type CodePlace } from '../document/code-places.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { meant, type Meant } from './meant.js';

const known = new WeakMap<ManifestDocument, readonly CodePlace[]>();

/** All places that name a code, in the order of the text. Worked out once for each document. */
export function codesIn(document: ManifestDocument): readonly CodePlace[] {
  const read = meant(document);
  if (read.document === document) return codePlaces(document);
  const places = known.get(document) ?? codePlaces(read.document).map((place) => asItStands(place, read));
  known.set(document, places);
  return places;
}

/** Places that name one code. */
export const namesOf = (document: ManifestDocument, code: string): CodePlace[] =>
  codesIn(document).filter((place) => place.code === code);

const asItStands = (code: CodePlace, { place }: Meant): CodePlace => ({
  ...code,
  span: place(code.span),
  entry: place(code.entry),
  key: place(code.key),
});
