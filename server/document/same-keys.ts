/** Tells that a change leaves the keys and brackets of a text alone: then no key repeats that did not before. */

/** Longest line that is looked at, in UTF-16 code units: behind it, counting anew costs less. */
const LONGEST = 2000;

/** A key, a bracket, or a string that is no key and so is passed over. */
const PART = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs;

/**
 * The keys and brackets between two starts of lines, as one text. In sound JSON without comments a string ends on its line, so
 * nothing outside reaches in; only the colon of a key may stand further down. Undefined when there is too much to look at.
 */
export function keysBetween(text: string, start: number, end: number): string | undefined {
  if (end - start > LONGEST) return undefined;
  let after = end;
  while (after < text.length && text.charCodeAt(after) <= 0x20) after++;
  const parts = text.slice(start, after + 1).match(PART) ?? [];
  return parts.filter((part) => !part.startsWith('"') || part.endsWith(':')).join('');
}
