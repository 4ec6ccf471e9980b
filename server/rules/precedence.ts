/** One mistake, one report: where two rules meet on the same place, the more telling one speaks alone. */
import type { Path } from '../document/manifest-document.js';
import type { Finding, Rule } from './rule.js';

/** A finding with the rule that made it. */
export interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** Telling rule → the general rules that are silent where it speaks. */
const SILENCES: Readonly<Record<string, readonly string[]>> = {
  'currency-not-a-list': ['wrong-type'],
  'ignored-property': ['unknown-property'],
  'misplaced-codes': ['unknown-property'],
  'missing-mode': ['unknown-property'],
  'misplaced-input-type': ['unknown-property'],
  'wrong-type': ['invalid-value', 'buyer-field-hidden'],
  'invalid-value': ['buyer-field-hidden'],
  'direct-link-without-return': ['invalid-value'],
  'visible-without-effect': ['wrong-type', 'invalid-value'],
  'code-name-collision': ['code-name-style'],
};

const placeOf = (code: string, path: Path): string => `${code} ${JSON.stringify(path)}`;

/** The findings without those that another one already tells, and without repetitions. */
export function withoutRepetition(found: readonly Found[]): readonly Found[] {
  if (found.length === 0) return found;
  const silent = new Set<string>();
  for (const { rule, finding } of found) {
    for (const general of SILENCES[rule.code] ?? []) silent.add(placeOf(general, finding.path));
  }
  const codesMisplaced = found.some(({ rule }) => rule.code === 'misplaced-codes');
  const seen = new Set<string>();
  return found.filter(({ rule, finding }) => {
    const place = placeOf(rule.code, finding.path);
    if (silent.has(place)) return false;
    // CODES in the wrong place: that it is missing in the right one is the same mistake.
    if (codesMisplaced && rule.code === 'missing-property' && finding.data?.key === 'CODES') return false;
    if (finding.span) return true;
    const key = finding.data?.key === undefined ? place : place + JSON.stringify(finding.data.key);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
