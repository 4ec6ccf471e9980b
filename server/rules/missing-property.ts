/** Keys that the portal needs and that are absent. */
import * as l10n from '@vscode/l10n';
import { isEmpty, isObject, valueAt } from '../../schemas/record.js';
import { TEMPLATE_URI } from '../../schemas/template-uri.js';
import type { Path } from '../document/manifest-document.js';
import type { Facts } from './facts.js';
import { fix, placeholder, preferredFix } from './fix.js';
import { insertMembers } from './insert.js';
import { meantKey } from './meant-key.js';
import { mistakesOf, missingKey, nameOf } from './mistakes.js';
import { renameKey } from './remove.js';
import type { Rule } from './rule.js';
import { strayQuestion } from './stray-question.js';
import { straySettings } from './stray-settings.js';
import { wrapMembers } from './wrap.js';

function messageFor(parent: Path, key: string, stray: readonly string[]): string {
  if (stray.length > 0 && key === 'CODE')
    return l10n.t(
      '{0} has no CODE. What the buyer is asked belongs inside CODE, and here the portal does not read it: {1}.',
      nameOf(parent),
      stray.join(', '),
    );
  if (stray.length > 0)
    return l10n.t(
      'SETTINGS is missing, so the portal refuses the handler. What belongs into it stands beside NAME and CODE, where it is not sent: {0}.',
      stray.join(', '),
    );
  if (key === 'CODES' && parent.length === 1)
    return l10n.t(
      'SETTINGS has no CODES, so the portal refuses the handler: "Parameter SETTINGS[CODES] is not defined". Add it; it may be empty.',
    );
  if (parent.length === 0)
    return l10n.t('{0} is missing, so the portal refuses the handler: "Parameter {0} is not defined". Add it.', key);
  if (key === 'ACTION_URI')
    return l10n.t(
      '{0} has no ACTION_URI, so the portal refuses the handler. Add the address of your payment page.',
      nameOf(parent),
    );
  if (parent[1] === 'CHECKOUT_DATA')
    return l10n.t(
      '{0} has no CODE, so the buyer gets a form before the portal calls ACTION_URI. Name a setting of CODES, or ask the buyer with an object.',
      nameOf(parent),
    );
  return l10n.t(
    '{0} has no CODE, so nothing is sent under this name. Name a setting of CODES, or ask the buyer with an object.',
    nameOf(parent),
  );
}

/** Name under which somebody has written a missing key. */
function misspelt({ root }: Facts, parent: Path, key: string): string | undefined {
  const present = valueAt(root, parent);
  if (!isObject(present)) return undefined;
  return Object.keys(present).find((name) => meantKey(parent, name, present) === key);
}

/** Values that are there to be replaced; what stays of them is reported as empty or as a placeholder. */
function templateFor(facts: { readonly codes: unknown }, key: string): unknown {
  if (key === 'SETTINGS') return { CODES: {} };
  if (key === 'CODES') return {};
  if (key === 'ACTION_URI') return placeholder(TEMPLATE_URI);
  const first = key === 'CODE' && isObject(facts.codes) ? Object.keys(facts.codes)[0] : undefined;
  return placeholder(first);
}

export const missingProperty: Rule = {
  code: 'missing-property',
  severity: 'error',
  group: 'JSON',
  title: 'A key that the portal needs is missing',
  manifest(facts: Facts, report) {
    for (const { error, path } of mistakesOf(facts, 'required')) {
      const key = missingKey(error);
      // An empty mode counts as absent: `missing-mode` or nothing at all.
      if (key === 'ACTION_URI' && isEmpty(valueAt(facts.manifest, path))) continue;
      const name = misspelt(facts, path, key);
      const stray = key === 'SETTINGS' ? straySettings(facts.manifest) : strayQuestion(facts, path);
      report({
        path,
        within: path,
        message: messageFor(path, key, stray),
        data: { key, ...(name !== undefined && { name }), ...(stray.length > 0 && { members: stray }) },
        ...(name !== undefined && {
          related: [{ path: [...path, name], part: 'key', message: l10n.t('Perhaps {0}, in another spelling', key) }],
        }),
      });
    }
  },
  fixes(problem, document) {
    const { key, name, members } = problem.data ?? {};
    if (typeof key !== 'string') return [];
    const stray = Array.isArray(members) ? members.map(String) : [];
    const wrap = preferredFix(
      l10n.t('Move {0} into {1}', stray.join(', '), key),
      wrapMembers(document, problem.path, stray, key),
    );
    const rename =
      typeof name === 'string'
        ? preferredFix(l10n.t('Rename {0} to {1}', name, key), renameKey(document, [...problem.path, name], key))
        : [];
    const inField = problem.path.length > 1 && key === 'CODE';
    const codes = inField ? valueAt(document.manifest, ['SETTINGS', 'CODES']) : undefined;
    const edits = insertMembers(document, problem.path, { [key]: templateFor({ codes }, key) });
    const others = [...wrap, ...rename];
    return [...others, ...fix(l10n.t('Add {0}', key), edits, { preferred: others.length === 0 })];
  },
};
