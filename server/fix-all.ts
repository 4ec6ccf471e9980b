/** Applies the safe fixes of a manifest at once: "fix all in this file", `source.fixAll.b24pay`, and the command line's --fix. */
import { checkManifest, type CheckOptions } from './check.js';
import type { ManifestDocument } from './document/manifest-document.js';
import { parseManifest } from './document/parse.js';
import { applyEdits } from './rules/apply-edits.js';
import { ruleOf } from './rules/registry.js';
import type { Edit } from './rules/rule.js';
import type { Problem } from './rules/problem.js';
import { isRefusal } from './rules/refusal.js';

/** Which problems are fixed. */
export interface FixAllOptions {
  /** Only problems of these codes; those that are not safe to fix at once are left alone all the same. */
  readonly codes?: readonly string[];
  /** How the manifest is checked: what is off or silenced is not fixed. */
  readonly check?: CheckOptions;
}

/** One fix may make room for the next, but never for so many. */
const MOST_ROUNDS = 100;

/** Text that is checked to find out which fixes do harm: so much, and so often the manifest. The rest of the fixes is left out. */
const MOST_TEXT = 2_000_000;
const MOST_TIMES = 20;

/** One call of `fixAll`. */
interface Run extends FixAllOptions {
  /** Text that may still be checked. */
  left: number;
}

type Edits = readonly Edit[];

const startOf = (edits: Edits): number => edits.reduce((least, { span }) => Math.min(least, span.start), Infinity);

/** Fixes that keep clear of each other: what touches an earlier one waits for the next round. */
function clearOfEachOther(fixes: readonly Edits[]): Edits[] {
  const taken: Edits[] = [];
  let end = -1;
  for (const edits of [...fixes].sort((a, b) => startOf(a) - startOf(b))) {
    if (edits.length === 0 || startOf(edits) <= end) continue;
    taken.push(edits);
    end = Math.max(end, ...edits.map(({ span }) => span.end));
  }
  return taken;
}

type Counts = ReadonlyMap<string, number>;

/** How many problems there are of each rule. */
function counted(problems: readonly Problem[]): Counts {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const hasGrown = (before: Counts, after: Counts): boolean =>
  [...after].some(([code, count]) => count > (before.get(code) ?? 0));

/**
 * The fixes that do no harm. Each is safe by what its rule knows, but together two may write one key twice, and a key that is
 * read at last may hold what a portal refuses. Halves are tried where the whole does harm.
 */
function harmless(fixes: readonly Edits[], isHarmless: (fixes: readonly Edits[]) => boolean): readonly Edits[] {
  if (fixes.length === 0 || isHarmless(fixes)) return fixes;
  if (fixes.length === 1) return [];
  const middle = fixes.length >> 1;
  const first = harmless(fixes.slice(0, middle), isHarmless);
  const second = harmless(fixes.slice(middle), isHarmless);
  const both = [...first, ...second];
  return isHarmless(both) ? both : first.length > 0 ? first : second;
}

/** The fixes of one round. */
function fixesOf({ document, problems }: Found, { codes }: FixAllOptions): Edits[] {
  const fixes = problems.flatMap((problem) => {
    const rule = ruleOf(problem.code);
    if (rule?.fixAll !== true || (codes && !codes.includes(problem.code))) return [];
    const preferred = rule.fixes?.(problem, document).find((fix) => fix.preferred);
    return preferred ? [preferred.edits] : [];
  });
  return clearOfEachOther(fixes);
}

const applied = (document: ManifestDocument, fixes: readonly Edits[]): ManifestDocument =>
  parseManifest(applyEdits(document.text, fixes.flat()), document.uri, document.version);

/** A manifest, checked. */
interface Found {
  readonly document: ManifestDocument;
  readonly problems: readonly Problem[];
}

function found(document: ManifestDocument, run: Run): Found {
  run.left -= document.text.length;
  return { document, problems: checkManifest(document, run.check) };
}

/** What matters of it. */
const troubles = ({ problems }: Found): readonly Problem[] =>
  problems.filter(({ severity }) => severity === 'error' || severity === 'warning');

/** Why a portal refuses it. */
const refusals = ({ document, problems }: Found): readonly Problem[] =>
  problems.filter((problem) => isRefusal(problem, document.value));

/** What is found once nothing is left to fix, whatever the fixes do. */
function foundInTheEnd(document: ManifestDocument, run: Run): Found {
  let current = found(document, run);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = fixesOf(current, run);
    if (fixes.length === 0) break;
    current = found(applied(current.document, fixes), run);
  }
  return current;
}

/** Fixes that together leave no rule with more to find than before: at once, or with all that follow. */
function harmlessFixes(document: ManifestDocument, run: Run): readonly Edits[] {
  const now = found(document, run);
  const before = { troubles: counted(troubles(now)), refusals: counted(refusals(now)) };
  // Refusals are counted once more: another problem of their rule that goes makes no room for one.
  const isNoWorse = (then: Found): boolean =>
    !hasGrown(before.troubles, counted(troubles(then))) && !hasGrown(before.refusals, counted(refusals(then)));
  const isHarmless = (fixes: readonly Edits[]): boolean => leadsTo(isNoWorse, applied(document, fixes), run);
  return harmless(fixesOf(now, run), isHarmless);
}

/** Whether a manifest is as it should be: at once, or with all fixes that follow. */
const leadsTo = (isGood: (found: Found) => boolean, document: ManifestDocument, run: Run): boolean =>
  run.left > 0 && (isGood(found(document, run)) || isGood(foundInTheEnd(document, run)));

/** The first of the fixes that passes. `mayPass` says of several whether one of them may: those that nothing can come of are skipped. */
function firstOf(
  fixes: readonly Edits[],
  mayPass: (fixes: readonly Edits[]) => boolean,
  passes: (fix: Edits) => boolean,
): Edits | undefined {
  const [fix] = fixes;
  if (fix === undefined || !mayPass(fixes)) return undefined;
  if (fixes.length === 1) return passes(fix) ? fix : undefined;
  const middle = fixes.length >> 1;
  return firstOf(fixes.slice(0, middle), mayPass, passes) ?? firstOf(fixes.slice(middle), mayPass, passes);
}

/**
 * A fix that takes a reason away for which a portal refuses the manifest, and brings no other, whatever else it uncovers: what no
 * portal takes cannot be made worse. Empty when there is none.
 */
function needfulFix(document: ManifestDocument, run: Run): readonly Edits[] {
  const now = found(document, run);
  const before = reasons(now);
  if (before.size === 0) return [];
  const leads = (fixes: readonly Edits[], isGood: (after: Reasons) => boolean): boolean =>
    leadsTo((then) => isGood(reasons(then)), applied(document, fixes), run);
  const fix = firstOf(
    fixesOf(now, run),
    (some) => leads(some, (after) => !isSubset(before, after)),
    (one) => leads([one], (after) => isSubset(after, before) && after.size < before.size),
  );
  return fix ? [fix] : [];
}

type Reasons = ReadonlySet<string>;

/** The refusals, one text for each. */
const reasons = (manifest: Found): Reasons =>
  new Set(refusals(manifest).map(({ code, path, data }) => JSON.stringify([code, path, data?.key])));

const isSubset = (some: Reasons, all: Reasons): boolean => [...some].every((reason) => all.has(reason));

/** What has come of the fixes. */
export interface Fixed {
  readonly text: string;
  /** How many fixes were made, one for each problem. */
  readonly count: number;
}

/** The text of a manifest with all safe fixes applied, again and again until there is nothing left to do. */
export function fixAll(document: ManifestDocument, options: FixAllOptions = {}): Fixed {
  const run = { ...options, left: MOST_TEXT + MOST_TIMES * document.text.length };
  let current = document;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const needful = needfulFix(current, run);
    const fixes = needful.length > 0 ? needful : harmlessFixes(current, run);
    const next = applied(current, fixes);
    if (next.text === current.text) break;
    current = next;
    count += fixes.length;
  }
  return { text: current.text, count };
}
