/** A manifest without any way to pay. */
import * as l10n from '@vscode/l10n';
import { MODE_NAMES, MODES, type ModeKey } from '../../schemas/providers.js';
import { isEmpty } from '../../schemas/record.js';
import { TEMPLATE_URI } from '../../schemas/template-uri.js';
import { factsOf, type Facts } from './facts.js';
import { fix, placeholder, preferredFix } from './fix.js';
import { setMember } from './insert.js';
import { meantKey } from './meant-key.js';
import { IN_MODES } from './mistakes.js';
import { renameKey } from './remove.js';
import type { Rule } from './rule.js';
import { sendableCodes } from './sendable.js';
import { moveIntoSettings, straySettings } from './stray-settings.js';

/** Keys of SETTINGS that are a mode in another spelling. */
function misspelt({ settings }: Pick<Facts, 'settings'>): { name: string; mode: string }[] {
  return Object.keys(settings ?? {}).flatMap((name) => {
    const mode = meantKey(['SETTINGS'], name, settings ?? {});
    return MODES.some((key) => key === mode) && mode !== undefined ? [{ name, mode }] : [];
  });
}

/** Modes that stand beside SETTINGS. */
const strayModes = ({ manifest }: Facts): string[] =>
  straySettings(manifest).filter((key) => MODES.some((mode) => mode === key.toUpperCase()) && !isEmpty(manifest[key]));

/** A whole mode: address, method where it counts, and a field for each code that may be sent this way. */
function modeFor(key: ModeKey, facts: Facts): object {
  const fields = Object.fromEntries(sendableCodes(key, facts).map((code) => [code, { CODE: code }]));
  return {
    ACTION_URI: placeholder(TEMPLATE_URI),
    ...(key === 'FORM_DATA' && { METHOD: 'POST' }),
    FIELDS: fields,
  };
}

export const missingMode: Rule = {
  code: 'missing-mode',
  severity: 'error',
  group: 'Modes',
  title: 'No way to pay: FORM_DATA, CHECKOUT_DATA and IFRAME_DATA are all absent or empty',
  manifest(facts, report) {
    const missing = facts.mistakes.some(
      ({ keyword, schemaPath }) => keyword === 'anyOf' && schemaPath.includes(IN_MODES),
    );
    // A mode of the wrong type is there: `wrong-type` tells.
    if (!missing || MODES.some((mode) => !isEmpty(facts.settings?.[mode]))) return;
    const [stray] = strayModes(facts);
    if (stray !== undefined) {
      report({
        path: [stray],
        part: 'key',
        within: [],
        message: l10n.t(
          '{0} belongs into SETTINGS. Beside it, it is not sent, and the portal refuses the handler.',
          stray,
        ),
      });
      return;
    }
    report({
      path: ['SETTINGS'],
      within: ['SETTINGS'],
      message: l10n.t(
        'SETTINGS has no way to pay, so the portal refuses the handler. Add FORM_DATA, CHECKOUT_DATA or IFRAME_DATA.',
      ),
      related: misspelt(facts).map(({ name, mode }) => ({
        path: ['SETTINGS', name],
        part: 'key',
        message: l10n.t('Perhaps {0}, in another spelling', mode),
      })),
    });
  },
  fixes(_problem, document) {
    const facts = factsOf(document);
    const renames = misspelt(facts).flatMap(({ name, mode }) =>
      preferredFix(l10n.t('Rename {0} to {1}', name, mode), renameKey(document, ['SETTINGS', name], mode)),
    );
    const stray = strayModes(facts);
    const moved = stray.flatMap((mode) =>
      fix(l10n.t('Move {0} into SETTINGS', mode), moveIntoSettings(document, [mode]), {
        preferred: stray.length === 1,
      }),
    );
    // The documentation's order, with the simplest first.
    const added = [...MODES].reverse().flatMap((key) => {
      const edits = setMember(document, ['SETTINGS'], key, modeFor(key, facts));
      const title = l10n.t('Add {0} ({1})', key, MODE_NAMES[key]);
      return fix(title, edits, { preferred: key === 'FORM_DATA' && renames.length + moved.length === 0 });
    });
    return [...moved, ...renames, ...added];
  },
};
