/** Rules about the three ways to pay: which one is in force, and what none of them reads. */
import * as l10n from '@vscode/l10n';
import { MODE_NAMES } from '../../schemas/providers.js';
import { isEmpty } from '../../schemas/record.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { CODES_PATH, factsOf } from './facts.js';
import { preferredFix } from './fix.js';
import { setMember } from './insert.js';
import { lastOf } from './mistakes.js';
import { removeMember } from './remove.js';
import type { Problem } from './problem.js';
import type { Fix, RelatedSpot, Rule } from './rule.js';
import { sendableCodes } from './sendable.js';
import { moveIntoSettings, straySettings } from './stray-settings.js';

/** The fix that takes the problem's member out. */
const removal = (problem: Problem, document: ManifestDocument): Fix[] =>
  preferredFix(l10n.t('Remove {0}', lastOf(problem.path)), removeMember(document, problem.path));

export const shadowedMode: Rule = {
  code: 'shadowed-mode',
  severity: 'warning',
  group: 'Modes',
  title: 'A mode that another mode switches off',
  mode(mode, { active }, report) {
    if (mode.active || active === undefined) return;
    report({
      path: mode.path,
      part: 'key',
      message: l10n.t(
        'The portal uses one mode, {0} here, and never {1}. Remove the one you do not want.',
        active.key,
        mode.key,
      ),
      unnecessary: true,
      related: [
        { path: active.path, part: 'key', message: l10n.t('{0} is the mode in force', MODE_NAMES[active.key]) },
      ],
    });
  },
  fixes: removal,
};

export const ignoredProperty: Rule = {
  code: 'ignored-property',
  severity: 'warning',
  group: 'Modes',
  title: 'METHOD or PARAMS where only a form reads them',
  fixAll: true,
  mode(mode, _facts, report) {
    if (mode.key === 'FORM_DATA') return;
    for (const key of ['METHOD', 'PARAMS']) {
      if (!Object.hasOwn(mode.data, key)) continue;
      report({
        path: [...mode.path, key],
        part: 'key',
        unnecessary: true,
        message:
          key === 'PARAMS'
            ? l10n.t('The portal does not read PARAMS in {0}; it sends only FIELDS. Remove it.', mode.key)
            : mode.key === 'CHECKOUT_DATA'
              ? l10n.t('The portal does not read METHOD in CHECKOUT_DATA; it always sends POST. Remove it.')
              : l10n.t(
                  'The portal does not read METHOD in IFRAME_DATA; the payment reaches your page by postMessage. Remove it.',
                ),
      });
    }
  },
  fixes: removal,
};

/** The CODES that a portal reads, beside those that it does not. */
const countingCodes = (above: boolean): RelatedSpot[] =>
  above ? [{ path: CODES_PATH, part: 'key', message: l10n.t('These CODES count') }] : [];

export const misplacedCodes: Rule = {
  code: 'misplaced-codes',
  severity: 'error',
  group: 'Modes',
  title: 'CODES stands inside a mode, or beside SETTINGS',
  manifest({ manifest, settings }, report) {
    // Without SETTINGS, `missing-property` tells what belongs into it.
    if (settings === undefined) return;
    const stray = straySettings(manifest).find((key) => key.toUpperCase() === 'CODES');
    if (stray === undefined) return;
    const above = Object.hasOwn(settings, 'CODES');
    report({
      path: [stray],
      part: 'key',
      within: [],
      message: above
        ? l10n.t('The portal reads only SETTINGS.CODES; the CODES beside SETTINGS are not sent. Move them there.')
        : l10n.t('CODES belongs into SETTINGS. Beside it, it is not sent, and the portal refuses the handler.'),
      related: countingCodes(above),
    });
  },
  mode(mode, { settings }, report) {
    if (!Object.hasOwn(mode.data, 'CODES')) return;
    const above = settings !== undefined && Object.hasOwn(settings, 'CODES');
    report({
      path: [...mode.path, 'CODES'],
      part: 'key',
      within: mode.path,
      message: above
        ? l10n.t(
            'The portal reads only SETTINGS.CODES; the CODES inside {0} count for nothing. Move them there.',
            mode.key,
          )
        : l10n.t(
            'CODES belongs directly into SETTINGS. Inside {0} the portal does not find it and refuses the handler.',
            mode.key,
          ),
      related: countingCodes(above),
    });
  },
  fixes({ path }, document) {
    const title = path.length === 1 ? l10n.t('Move {0} into SETTINGS', 'CODES') : l10n.t('Move CODES up to SETTINGS');
    return preferredFix(title, moveIntoSettings(document, path));
  },
};

export const checkoutWithoutFields: Rule = {
  code: 'checkout-without-fields',
  severity: 'information',
  group: 'Modes',
  title: 'Checkout or IFrame sends none of the CODES',
  mode(mode, { codes }, report) {
    if (!mode.active || !mode.fieldless || isEmpty(codes)) return;
    report({
      path: mode.path,
      part: 'key',
      within: mode.path,
      message: l10n.t(
        '{0} has no FIELDS, so only BX_SYSTEM_PARAMS reaches ACTION_URI and none of the CODES. Add FIELDS for those you need; your server can read the others with settings.payment.get.',
        mode.key,
      ),
    });
  },
  fixes(problem, document) {
    const facts = factsOf(document);
    const { active } = facts;
    const codes = active ? sendableCodes(active.key, facts) : [];
    if (codes.length === 0) return [];
    const fields = Object.fromEntries(codes.map((name) => [name, { CODE: name }]));
    return preferredFix(l10n.t('Add FIELDS for the CODES'), setMember(document, problem.path, 'FIELDS', fields));
  },
};
