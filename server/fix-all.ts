/** Applies the safe fixes of a manifest at once: "fix all in this file", `source.fixAll.b24pay`, and the command line's --fix. */
import { checkManifest, type CheckOptions } from './check.js';
import type { ManifestDocument } from './document/manifest-document.js';
import { parseManifest } from './document/parse.js';
import { applyEdits } from './rules/apply-edits.js';
import { ruleOf } from './rules/registry.js';
import type { Edit } from './rules/rule.js';
import type { Problem } from './rules/problem.js';

/** Which problems are fixed. */
export interface FixAllOptions {
  /** Only problems of these codes; those that are not safe to fix at once are left alone all the same. */
  readonly codes?: readonly string[];
  /** How the manifest is checked: what is off or silenced is not fixed. */
  readonly check?: CheckOptions;
}

/** One fix may make room for the next, but never for so many. */
const MOST_ROUNDS = 100;

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

/** How often each rule finds something that matters, by code. */
function troubles(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity } of problems)
    if (severity === 'error' || severity === 'warning') counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

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
function fixesOf(document: ManifestDocument, problems: readonly Problem[], codes?: readonly string[]): Edits[] {
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

/** What is found once nothing is left to fix, whatever the fixes do. */
function foundInTheEnd(document: ManifestDocument, { codes, check }: FixAllOptions): readonly Problem[] {
  let current = document;
  for (let round = 0; ; round++) {
    const problems = checkManifest(current, check);
    const fixes = fixesOf(current, problems, codes);
    if (fixes.length === 0 || round === MOST_ROUNDS) return problems;
    current = applied(current, fixes);
  }
}

/** The manifest after one round of fixes that leave no rule with more to find than before: at once, or with all that follow. */
function afterRound(document: ManifestDocument, options: FixAllOptions): ManifestDocument {
  const problems = checkManifest(document, options.check);
  const before = troubles(problems);
  const isNoWorse = (found: readonly Problem[]): boolean =>
    [...troubles(found)].every(([code, count]) => count <= (before.get(code) ?? 0));
  const isHarmless = (fixes: readonly Edits[]): boolean => {
    const next = applied(document, fixes);
    return isNoWorse(checkManifest(next, options.check)) || isNoWorse(foundInTheEnd(next, options));
  };
  return applied(document, harmless(fixesOf(document, problems, options.codes), isHarmless));
}

/** The text of a manifest with all safe fixes applied, again and again until there is nothing left to do. */
export function fixAll(document: ManifestDocument, options: FixAllOptions = {}): string {
  let current = document;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = afterRound(current, options);
    if (next.text === current.text) break;
    current = next;
  }
  return current.text;
}
