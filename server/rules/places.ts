/** Where findings stand in the text, and whether broken text leaves them sure. */
import type { Place } from '../document/locate.js';
import type { ManifestDocument, Path, Span } from '../document/manifest-document.js';
import { repairOf } from './repair.js';
import type { Spot } from './rule.js';

/** Places that are wanted first and then found in one pass. */
export interface Places {
  /** Asks for the place at a path; gives the number under which it is found. */
  want(path: Path): number;
  /** Finds them all. */
  look(): void;
  /** Whether the value there is whole in the text: closed, and nothing in it but what was written. */
  isIntact(index: number): boolean;
  /** What is underlined of it; undefined when it is not there, or still being written. */
  spanOf(spot: Spot, index: number): Span | undefined;
}

/** Places in a manifest. Those of broken text are looked up in its repaired text, where there is one. */
export function placesIn(document: ManifestDocument): Places {
  const repair = repairOf(document);
  const read = repair?.document ?? document;
  const paths: Path[] = [];
  let places: readonly (Place | undefined)[] = [];
  const isSound = read === document && read.syntaxProblems.length === 0;
  // Without a repair, only what stands before the first problem is sure.
  const end = read.syntaxProblems[0]?.span.start ?? Infinity;
  const isWhole = (span: Span): boolean =>
    isSound || (span.end <= end && read.isIntact(span) && !(read === repair?.document && repair.isGuessed(span)));
  return {
    want: (path) => paths.push(path) - 1,
    look: () => {
      places = read.locate(paths);
    },
    isIntact: (index) => {
      const value = places[index]?.value;
      return value !== undefined && isWhole(value);
    },
    spanOf: (spot, index) => {
      if (spot.span) return spot.span;
      const place = places[index];
      const span = place && underlined(spot, place, read.text);
      if (!span || !isWhole(span)) return undefined;
      return read === repair?.document ? repair.toBroken(span) : span;
    },
  };
}

/** The smallest telling piece of text: a key or a plain value, never a whole object. */
function underlined(spot: Spot, { value, key }: Place, text: string): Span {
  if (spot.part === 'key' && key) return key;
  if (!'{['.includes(text.charAt(value.start))) return value;
  return key ?? { start: value.start, end: value.start + 1 };
}
