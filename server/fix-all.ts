/** Applies the safe fixes of a manifest at once: "fix all in this file", `source.fixAll.b24pay`, and the command line's --fix. */
import { checkManifest, type CheckOptions } from './check.js';
import type { ManifestDocument } from './document/manifest-document.js';
import { parseManifest } from './document/parse.js';
import { applyEdits } from './rules/apply-edits.js';
import { ruleOf } from './rules/registry.js';
import type { Edit } from './rules/rule.js';

/** Which problems are fixed. */
export interface FixAllOptions {
  /** Only problems of these codes; those that are not safe to fix at once are left alone all the same. */
  readonly codes?: readonly string[];
  /** How the manifest is checked: what is off or silenced is not fixed. */
  readonly check?: CheckOptions;
}

/** One fix may make room for the next, but never for so many. */
const MOST_ROUNDS = 100;

/** Edits that keep clear of each other: what touches an earlier one waits for the next round. */
function clearOfEachOther(fixes: readonly (readonly Edit[])[]): Edit[] {
  const taken: Edit[] = [];
  let end = -1;
  for (const edits of [...fixes].sort((a, b) => startOf(a) - startOf(b))) {
    if (edits.length === 0 || startOf(edits) <= end) continue;
    taken.push(...edits);
    end = Math.max(end, ...edits.map(({ span }) => span.end));
  }
  return taken;
}

const startOf = (edits: readonly Edit[]): number =>
  edits.reduce((least, { span }) => Math.min(least, span.start), Infinity);

/** Edits of one round. */
function editsFor(document: ManifestDocument, { codes, check }: FixAllOptions): Edit[] {
  const fixes = checkManifest(document, check).flatMap((problem) => {
    const rule = ruleOf(problem.code);
    if (rule?.fixAll !== true || (codes && !codes.includes(problem.code))) return [];
    const preferred = rule.fixes?.(problem, document).find((fix) => fix.preferred);
    return preferred ? [preferred.edits] : [];
  });
  return clearOfEachOther(fixes);
}

/** The text of a manifest with all safe fixes applied, again and again until there is nothing left to do. */
export function fixAll(document: ManifestDocument, options: FixAllOptions = {}): string {
  let current = document;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const text = applyEdits(current.text, editsFor(current, options));
    if (text === current.text) break;
    current = parseManifest(text, document.uri, document.version);
  }
  return current.text;
}
