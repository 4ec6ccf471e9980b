/** Values outside the closed sets: CLIENT_TYPE, METHOD, VISIBLE. */
import * as l10n from '@vscode/l10n';
import { changeTo } from './change-to.js';
import { replaceValue } from './edits.js';
import { fix } from './fix.js';
import { lastOf, mistakesOf } from './mistakes.js';
import { nearest } from './nearest.js';
import type { Rule } from './rule.js';

const METHODS = ['GET', 'POST'];

/** Other words for Y and N. */
const YES_NO: Readonly<Record<string, string>> = {
  YES: 'Y',
  TRUE: 'Y',
  '1': 'Y',
  ON: 'Y',
  NO: 'N',
  FALSE: 'N',
  '0': 'N',
  OFF: 'N',
};

/** The value that was meant, where there is no doubt. */
function meant(key: string, value: string, allowed: readonly string[]): string | undefined {
  const plain = value.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const same = allowed.find((item) => item.toUpperCase() === plain);
  if (same !== undefined) return same;
  if (key === 'VISIBLE') return YES_NO[plain];
  return key === 'METHOD' ? nearest(value, allowed) : undefined;
}

/** What a portal does with a value outside the closed set. */
function consequence(key: string): string {
  switch (key) {
    case 'CLIENT_TYPE':
      return l10n.t('The portal refuses the handler.');
    case 'METHOD':
      return l10n.t('A browser that does not know the method sends the form with GET.');
    default:
      return l10n.t('Only the exact "Y" shows the field; anything else hides it.');
  }
}

/** What the fix writes: the value that was meant, or one that the writer picks. */
const repairOf = (guess: string | undefined, allowed: readonly string[]) =>
  guess === undefined ? { values: allowed } : { text: JSON.stringify(guess) };

export const invalidValue: Rule = {
  code: 'invalid-value',
  severity: 'error',
  group: 'JSON',
  title: 'A value outside its closed set',
  fixAll: true,
  manifest(facts, report) {
    for (const { error, path, value } of mistakesOf(facts, 'enum', 'pattern')) {
      const key = lastOf(path);
      // The pattern of METHOD lets any letter case pass, as browsers do.
      if (typeof value !== 'string' || (error.keyword === 'pattern' && key !== 'METHOD')) continue;
      const listed: unknown = error.params.allowedValues;
      const allowed = Array.isArray(listed) ? listed.filter((item) => typeof item === 'string') : METHODS;
      const guess = meant(key, value, allowed);
      report({
        path,
        within: path,
        message: l10n.t(
          '{0} must be {1}. {2}',
          key,
          allowed.map((item) => JSON.stringify(item)).join(l10n.t(' or ')),
          consequence(key),
        ),
        data: repairOf(guess, allowed),
      });
    }
  },
  mode({ key, data, path, active }, _facts, report) {
    const { METHOD: method } = data;
    if (key !== 'FORM_DATA' || !active || typeof method !== 'string' || METHODS.includes(method)) return;
    const same = METHODS.find((item) => item === method.toUpperCase());
    if (same === undefined && method !== '') return;
    // The portal copies it into the form, and browsers do not mind: no error, and yet not what the documentation lists.
    report({
      path: [...path, 'METHOD'],
      severity: 'information',
      message:
        same === undefined
          ? l10n.t('METHOD is empty, so the browser sends the form with GET. Write "GET" or "POST".')
          : l10n.t('Browsers take METHOD in any letter case; the documentation lists it as {0}.', JSON.stringify(same)),
      data: repairOf(same, METHODS),
    });
  },
  fixes(problem, document) {
    const { values } = problem.data ?? {};
    if (!Array.isArray(values)) return changeTo(problem, document);
    return values.map(String).flatMap((value) => {
      const text = JSON.stringify(value);
      return fix(l10n.t('Change to {0}', text), replaceValue(document, problem.path, text));
    });
  },
};
