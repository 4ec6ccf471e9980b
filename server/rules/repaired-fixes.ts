/** Fixes of problems in broken text: worked out on the repaired text, as the problems are, and carried over to the broken one. */
import type { ManifestDocument } from '../document/manifest-document.js';
import type { Problem } from './problem.js';
import { repairOf, type Repair } from './repair.js';
import type { Edit, Fix, Rule } from './rule.js';

/** The rule with fixes that also fit broken text. Rules that read the text as it stands need no help. */
export function withRepairedFixes(rule: Rule): Rule {
  if (!('fixes' in rule) || rule.textual) return rule;
  return {
    ...rule,
    fixes(problem: Problem, document: ManifestDocument): readonly Fix[] {
      const fixesIn = (text: ManifestDocument) => rule.fixes?.(problem, text) ?? [];
      const repair = repairOf(document);
      if (!repair) return fixesIn(document);
      // Without a repair nothing tells how the text is meant, and an edit might do harm.
      return repair.document && !repair.isForeign
        ? fixesIn(repair.document).flatMap((fix) => carriedOver(fix, repair))
        : [];
    },
  };
}

/** A fix of the repaired text for the broken one; none when it would change what the repair has put there, or taken out. */
function carriedOver(fix: Fix, repair: Repair): Fix[] {
  if (fix.edits.some(({ span }) => repair.isTouched(span) || repair.lacksText(span))) return [];
  const moved = ({ span, newText }: Edit): Edit => ({ span: repair.toBroken(span), newText });
  return [{ ...fix, edits: fix.edits.map(moved), ...(fix.snippet && { snippet: fix.snippet.map(moved) }) }];
}
