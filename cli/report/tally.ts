/** Counts problems by severity, and says the counts in words. */
import * as l10n from '@vscode/l10n';
import type { Problem, Severity } from '../../server/rules/problem.js';
import { plural } from '../../server/plural.js';

/** How many problems of each severity. */
export type Tally = Readonly<Record<Severity, number>>;

/** Nothing counted yet. */
export const NONE: Tally = { error: 0, warning: 0, information: 0, hint: 0 };

/** Two counts together. */
export function sum(one: Tally, other: Tally): Tally {
  return {
    error: one.error + other.error,
    warning: one.warning + other.warning,
    information: one.information + other.information,
    hint: one.hint + other.hint,
  };
}

/** Counts the problems of a file. */
export function tally(problems: readonly Problem[]): Tally {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  return { error: count('error'), warning: count('warning'), information: count('information'), hint: count('hint') };
}

/** `1 error, 2 warnings in 1 file`; what there is none of is not mentioned. */
export function tallyText(counts: Tally, files: number, language: string): string {
  const parts = [
    { count: counts.error, forms: l10n.t('{0} error|{0} errors', counts.error) },
    { count: counts.warning, forms: l10n.t('{0} warning|{0} warnings', counts.warning) },
    { count: counts.information, forms: l10n.t('{0} note|{0} notes', counts.information) },
    { count: counts.hint, forms: l10n.t('{0} hint|{0} hints', counts.hint) },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, forms }) => plural(forms, count, language));
  const found = parts.length === 0 ? l10n.t('No problems') : parts.join(', ');
  return `${found} ${inFiles(files, language)}`;
}

/** `5 problems fixed in 1 file`. */
export function fixedText({ problems, files }: { problems: number; files: number }, language: string): string {
  const fixed = plural(l10n.t('{0} problem fixed|{0} problems fixed', problems), problems, language);
  return `${fixed} ${inFiles(files, language)}`;
}

const inFiles = (files: number, language: string): string =>
  plural(l10n.t('in {0} file|in {0} files', files), files, language);
