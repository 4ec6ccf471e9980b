/** What the portal's ERROR_CHECK_FAILURE means: one code for every parameter it misses, told apart by its description. */
import * as l10n from '@vscode/l10n';
import type { PortalError } from './errors.js';

/** Explanations by the parameter that the portal names. Sentences without the last full stop: the code comes after them. */
const BY_PARAMETER: Readonly<Record<string, () => string>> = {
  NAME: () =>
    l10n.t(
      'The portal found no NAME. It also says so when it could not read the request as JSON at all. Add NAME to the manifest',
    ),
  CODE: () => l10n.t('The portal found no CODE, the code of the handler. Add it to the manifest'),
  SETTINGS: () => l10n.t('The portal found no SETTINGS. Add it to the manifest, with CODES and one of the three modes'),
  'SETTINGS[CODES]': () =>
    l10n.t('The portal found no SETTINGS.CODES. Add it straight inside SETTINGS; it may be empty'),
  'SETTINGS[FORM_DATA] or SETTINGS[CHECKOUT_DATA] or SETTINGS[IFRAME_DATA]': () =>
    l10n.t(
      'The manifest has no mode, so the portal would not know how to pay. Add FORM_DATA, CHECKOUT_DATA or IFRAME_DATA, with ACTION_URI in it',
    ),
  'SETTINGS[FORM_DATA][ACTION_URI]': () =>
    l10n.t('FORM_DATA has no ACTION_URI, the address that gets the payment. Add it'),
  // The portal names IFRAME_DATA here for CHECKOUT_DATA too (docs/command-line.md, "Refused by the portal").
  'SETTINGS[IFRAME_DATA][ACTION_URI]': () =>
    l10n.t(
      'The portal found no ACTION_URI and names IFRAME_DATA, but it says the same when it is CHECKOUT_DATA that has none. Look at both, and add ACTION_URI where it is missing',
    ),
  'SETTINGS[CLIENT_TYPE]': () =>
    l10n.t('CLIENT_TYPE is neither "b2c" nor "b2b", in small letters. Correct it, or leave it out for "b2c"'),
  FIELDS: () => l10n.t('The portal found no FIELDS, which holds what an update changes'),
};

/** Undefined when the description names no parameter we know. */
export function explainCheckFailure(error: PortalError): string | undefined {
  const [, parameter] = /^Parameter (?:value )?(.+) is (?:not defined|invalid)$/.exec(error.description.trim()) ?? [];
  return parameter === undefined || !Object.hasOwn(BY_PARAMETER, parameter) ? undefined : BY_PARAMETER[parameter]?.();
}
