/** The known name that somebody most likely meant. */
import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to `name`: the same but for case and separators, or few edits away (a third of its length at most).
 * Undefined when nothing is near enough to be worth a suggestion.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const plain = (text: string) => text.toUpperCase().replace(/[-_\s]/g, '');
  const wanted = plain(name);
  if (wanted === '' || wanted.length > 100) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const away = distance(wanted, plain(candidate));
    if (away < least) {
      least = away;
      best = candidate;
    }
  }
  return best;
}
