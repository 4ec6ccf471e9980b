/**
 * Where codes stand in the text for whoever asks about one. Broken text is read as if its mistakes were put right, as the rules
 * do; where too much is wrong, what a parser makes of it has to do.
 */
import { codePlaces, type CodePlace } from '../document/code-places.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { repairOf, type Repair } from '../rules/repair.js';

const known = new WeakMap<ManifestDocument, readonly CodePlace[]>();

/** All places that name a code, in the order of the text. Worked out once for each document. */
export function codesIn(document: ManifestDocument): readonly CodePlace[] {
  const repair = repairOf(document);
  if (repair?.document === undefined) return codePlaces(document);
  const places = known.get(document) ?? codePlaces(repair.document).map((place) => inBroken(place, repair));
  known.set(document, places);
  return places;
}

/** Places that name one code. */
export const namesOf = (document: ManifestDocument, code: string): CodePlace[] =>
  codesIn(document).filter((place) => place.code === code);

const inBroken = (place: CodePlace, repair: Repair): CodePlace => ({
  ...place,
  span: repair.toBroken(place.span),
  entry: repair.toBroken(place.entry),
  key: repair.toBroken(place.key),
});
