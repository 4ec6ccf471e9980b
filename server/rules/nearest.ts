/** The known name that somebody most likely meant. */
import { distance } from 'fastest-levenshtein';

/** How far a wrong name may be from the right one. Short names have too many neighbours; three edits make another word. */
function limitFor(length: number): number {
  if (length < 3) return 0;
  return length < 6 ? 1 : 2;
}

const plain = (text: string): string => text.toUpperCase().replace(/[-_\s]/g, '');

/** Two neighbouring characters swapped at `at`, the first place where the texts differ: one slip of the fingers, though two edits. */
function isSwap(a: string, b: string, at: number): boolean {
  if (a.length !== b.length) return false;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/**
 * Number of edits between two texts that begin alike for `start` characters: only what lies between equal ends is compared. What
 * differs at both of its ends takes two edits or more, which is not worked out for a `limit` below that.
 */
function edits(a: string, b: string, start: number, limit: number): number {
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  if (limit < 2 && Math.max(aEnd, bEnd) - start > 1) return Infinity;
  return distance(a.slice(start, aEnd), b.slice(start, bEnd));
}

/** Names to choose from, made ready once for many questions. */
export interface Names {
  readonly list: readonly { readonly name: string; readonly plain: string }[];
}

/** Makes names ready to be compared. */
export const namesOf = (names: Iterable<string>): Names => ({
  list: Array.from(names, (name) => ({ name, plain: plain(name) })),
});

/**
 * The candidate nearest to `name`: the same but for case and separators, or few edits away; of equally near ones the one that
 * begins alike for longer. Undefined when nothing is near enough to be worth a suggestion.
 */
export function nearest(name: string, candidates: Iterable<string> | Names): string | undefined {
  const wanted = plain(name);
  if (wanted === '' || wanted.length > 100) return undefined;
  const limit = limitFor(wanted.length);
  let best: { name: string; away: number; start: number } | undefined;
  for (const known of 'list' in candidates ? candidates.list : namesOf(candidates).list) {
    if (known.name === name || Math.abs(known.plain.length - wanted.length) > limit) continue;
    const start = commonStart(wanted, known.plain);
    const away = isSwap(wanted, known.plain, start) ? Math.min(limit, 1) : edits(wanted, known.plain, start, limit);
    if (away > limit) continue;
    if (!best || away < best.away || (away === best.away && start > best.start))
      best = { name: known.name, away, start };
  }
  return best?.name;
}
