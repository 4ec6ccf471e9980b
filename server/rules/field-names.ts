/** Rules about the names under which fields are sent, and the form that sends them. */
import * as l10n from '@vscode/l10n';
import { SYSTEM_FIELDS } from '../../schemas/providers.js';
import type { Path } from '../document/manifest-document.js';
import { replaceValue } from './edits.js';
import type { ModeFacts } from './facts.js';
import { preferredFix } from './fix.js';
import { renameKey } from './remove.js';
import type { Finding, Rule } from './rule.js';

/** PHP renames form fields with these characters. */
const MANGLED = /[. []/;

/** Whether what a form sends under a name arrives under another one, or not at all. */
export const isMangled = (name: string): boolean => name === '' || MANGLED.test(name);

const mangledMessage = (isAsked: boolean): string =>
  isAsked
    ? l10n.t(
        'The portal’s PHP renames a form field with a dot, blank or bracket: it never finds the answer, the form comes back for ever and the payment never starts. Use letters, digits and _.',
      )
    : l10n.t(
        'A page in PHP receives this field under another name, because it changes dots, blanks and brackets. Use letters, digits and _.',
      );

function namelessMessage({ key, directLink }: ModeFacts, isAsked: boolean): string {
  if (isAsked)
    return l10n.t(
      'A browser sends no field without a name, so the portal never finds the answer: the form comes back for ever and the payment never starts. Give the field a name.',
    );
  return key === 'FORM_DATA' && !directLink
    ? l10n.t('A browser sends no field without a name, so this value never arrives. Give the field a name.')
    : l10n.t('This field has no name: PHP, for one, passes over a value without a name. Give the field a name.');
}

/** A finding on the name under which something is sent. */
function mangledFinding(mode: ModeFacts, name: string, path: Path, isAsked: boolean): Finding {
  const better = name.replace(/[. [\]]+/g, '_').replace(/^_+|_+$/g, '');
  return {
    path,
    part: 'key',
    message: name === '' ? namelessMessage(mode, isAsked) : mangledMessage(isAsked),
    ...(better !== '' && { data: { name: better } }),
  };
}

export const fieldNameMangled: Rule = {
  code: 'field-name-mangled',
  severity: 'warning',
  group: 'FIELDS',
  title: 'A field name that PHP changes',
  field({ mode, name, path, question }, _facts, report) {
    // A frame gets an object, whose keys stay as they are.
    if (mode.key === 'IFRAME_DATA' || !isMangled(name)) return;
    report(mangledFinding(mode, name, path, mode.key === 'CHECKOUT_DATA' && question !== undefined));
  },
  mode(mode, _facts, report) {
    if (!mode.active) return;
    // The same form posts them.
    for (const name of Object.keys(mode.params ?? {})) {
      if (isMangled(name)) report(mangledFinding(mode, name, [...mode.path, 'PARAMS', name], false));
    }
  },
  fixes(problem, document) {
    const name = problem.data?.name;
    const siblings = problem.path.slice(0, -1);
    if (typeof name !== 'string' || document.locate([[...siblings, name]])[0]) return [];
    return preferredFix(l10n.t('Rename to {0}', name), renameKey(document, problem.path, name));
  },
};

export const directLinkWithoutReturn: Rule = {
  code: 'direct-link-without-return',
  severity: 'information',
  group: 'FIELDS',
  title: 'A GET form that becomes a plain link without a return address',
  mode(mode, _facts, report) {
    if (!mode.active || !mode.directLink) return;
    report({
      path: [...mode.path, 'METHOD'],
      within: mode.path,
      message: l10n.t(
        'With GET and nothing to fill in, the buyer gets a plain link: BX_RETURN_URL is not sent, so your page cannot lead back. Use POST if it has to.',
      ),
    });
  },
  fixes: (problem, document) => preferredFix(l10n.t('Change to POST'), replaceValue(document, problem.path, '"POST"')),
};

const PAY_BUTTON = 'button';

/** What a plain link has of the names that a form sends. */
const IN_LINK = 'BX_PAYSYSTEM_ID';

/** Whether the portal itself sends something under a name in a mode. */
const isSystemField = (name: string, { key, directLink }: ModeFacts): boolean =>
  SYSTEM_FIELDS[name]?.modes.includes(key) === true && (!directLink || name === IN_LINK);

function reservedMessage(name: string, isTaken: boolean): string {
  if (!isTaken)
    return l10n.t(
      'Here the portal sends nothing of its own as {0}, so the field arrives, but it looks like the portal’s. Another name is clearer.',
      name,
    );
  return name === PAY_BUTTON
    ? l10n.t('The pay button of the form is also called "button" and is sent under this name. Choose another name.')
    : l10n.t(
        'The portal uses the name {0} for what it sends itself, so this value can be lost. Choose another name.',
        name,
      );
}

export const reservedFieldName: Rule = {
  code: 'reserved-field-name',
  severity: 'error',
  group: 'FIELDS',
  title: 'A field name that the portal uses itself',
  manifest({ active }, report) {
    if (active === undefined) return;
    const list = active.params ? 'PARAMS' : 'FIELDS';
    for (const name of Object.keys(SYSTEM_FIELDS)) {
      if (!Object.hasOwn(active.params ?? active.fields ?? {}, name)) continue;
      const isTaken = isSystemField(name, active);
      // "button" is an everyday word where no pay button has it.
      if (name === PAY_BUTTON && !isTaken) continue;
      report({
        path: [...active.path, list, name],
        part: 'key',
        message: reservedMessage(name, isTaken),
        ...(!isTaken && { severity: 'information' }),
        ...(name === PAY_BUTTON && { severity: 'warning' }),
      });
    }
  },
};
