/** From a text and what became of it to edits of the lines that differ, so that cursors and marks elsewhere stay where they are. */
import type { Edit } from '../rules/rule.js';

/** Lines that differ at most before everything between the first and the last of them is replaced at once. */
const MOST = 200;

/** Lines `from` to `to` of the old text that become lines `newFrom` to `newTo` of the new one; ends excluded. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Edits that turn one text into the other, whole lines each, in the order of the text. */
export function lineChanges(before: string, after: string): Edit[] {
  const old = before.split(/(?<=\n)/);
  const now = after.split(/(?<=\n)/);
  const starts = [0];
  for (const line of old) starts.push((starts.at(-1) ?? 0) + line.length);
  const offset = (line: number): number => starts[line] ?? before.length;
  return hunks(old, now).map(({ from, to, newFrom, newTo }) => ({
    span: { start: offset(from), end: offset(to) },
    newText: now.slice(newFrom, newTo).join(''),
  }));
}

function hunks(old: readonly string[], now: readonly string[]): Hunk[] {
  let from = 0;
  while (from < old.length && from < now.length && old[from] === now[from]) from++;
  let to = old.length;
  let newTo = now.length;
  while (to > from && newTo > from && old[to - 1] === now[newTo - 1]) {
    to--;
    newTo--;
  }
  if (from === to && from === newTo) return [];
  const steps = shortestPath(old.slice(from, to), now.slice(from, newTo));
  if (steps === undefined) return [{ from, to, newFrom: from, newTo }];
  return joined(steps).map((hunk) => ({
    from: hunk.from + from,
    to: hunk.to + from,
    newFrom: hunk.newFrom + from,
    newTo: hunk.newTo + from,
  }));
}

/** A point of the grid of old and new lines: so many old lines are read and so many new ones are written. */
interface Point {
  readonly old: number;
  readonly now: number;
}

/**
 * Myers' greedy algorithm. Every step removes one old line or adds a new one; gives the points before and after each step, in
 * order. Undefined when it takes too many steps.
 */
function shortestPath(old: readonly string[], now: readonly string[]): [Point, Point][] | undefined {
  // furthest[diagonal]: how many old lines can be read on it with the steps made so far; the diagonal is old - now.
  let furthest = new Map<number, number>([[1, 0]]);
  const rounds: Map<number, number>[] = [];
  for (let step = 0; step <= MOST; step++) {
    rounds.push(furthest);
    const next = new Map(furthest);
    for (let diagonal = -step; diagonal <= step; diagonal += 2) {
      let at = startOn(diagonal, step, next);
      while (at < old.length && at - diagonal < now.length && old[at] === now[at - diagonal]) at++;
      next.set(diagonal, at);
      if (at >= old.length && at - diagonal >= now.length)
        return stepsBack(rounds, { old: old.length, now: now.length });
    }
    furthest = next;
  }
  return undefined;
}

/** Old lines read when a step leads onto a diagonal: from the neighbour that has got further. */
function startOn(diagonal: number, step: number, furthest: ReadonlyMap<number, number>): number {
  const below = furthest.get(diagonal - 1) ?? -1;
  const above = furthest.get(diagonal + 1) ?? -1;
  return diagonal === -step || (diagonal !== step && below < above) ? above : below + 1;
}

function stepsBack(rounds: readonly ReadonlyMap<number, number>[], end: Point): [Point, Point][] {
  const steps: [Point, Point][] = [];
  let { old, now } = end;
  for (let step = rounds.length - 1; step > 0; step--) {
    const furthest = rounds[step] ?? new Map<number, number>();
    const diagonal = old - now;
    const start = startOn(diagonal, step, furthest);
    const added =
      start === furthest.get(diagonal + 1) && (diagonal === -step || (furthest.get(diagonal - 1) ?? -1) < start);
    const after = { old: start, now: start - diagonal };
    const before = added ? { old: after.old, now: after.now - 1 } : { old: after.old - 1, now: after.now };
    steps.push([before, after]);
    ({ old, now } = before);
  }
  return steps.reverse();
}

/** Steps that follow each other without a common line in between, as one change. */
function joined(steps: readonly [Point, Point][]): Hunk[] {
  const result: Hunk[] = [];
  for (const [before, after] of steps) {
    const last = result.at(-1);
    if (last?.to === before.old && last.newTo === before.now) {
      result[result.length - 1] = { ...last, to: after.old, newTo: after.now };
    } else {
      result.push({ from: before.old, to: after.old, newFrom: before.now, newTo: after.now });
    }
  }
  return result;
}
