/** Rules about DEFAULT as a whole, and the source it names. */
import * as l10n from '@vscode/l10n';
import { PROVIDERS, type Provider } from '../../schemas/providers.js';
import { isEmpty, isObject } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { changeTo } from './change-to.js';
import { CODES_PATH, type CodeFacts } from './facts.js';
import { fix } from './fix.js';
import { setMember } from './insert.js';
import { namedValues, type NamedValue } from './named-values.js';
import { nearest } from './nearest.js';
import { removeMember } from './remove.js';
import type { Edit, Rule } from './rule.js';
import { isSecretDefault } from './secrets.js';

/** The source of a name; undefined when no portal has it. */
export const providerOf = (key: string | undefined): Provider | undefined =>
  key !== undefined && Object.hasOwn(PROVIDERS, key) ? PROVIDERS[key] : undefined;

/** Path of a part of a code's DEFAULT. */
export const partOfDefault = ({ path }: CodeFacts, key: 'PROVIDER_KEY' | 'PROVIDER_VALUE'): Path => [
  ...path,
  'DEFAULT',
  key,
];

/** Whether a source gives PROVIDER_VALUE as it is written. */
const isLiteral = (key: unknown): boolean => key === 'VALUE' || key === 'INPUT';

/** A text of which PHP's `trim` leaves nothing. */
const isBlankText = (value: unknown): boolean => typeof value === 'string' && /^[ \t\n\r\0\v]+$/.test(value);

function incompleteMessage(missing: string, key: unknown, value: unknown): string {
  if (isEmpty(key) && isEmpty(value))
    return l10n.t(
      'This DEFAULT has neither PROVIDER_KEY nor PROVIDER_VALUE, so the portal ignores it and the code stays empty until an administrator fills it in. Complete it, or remove DEFAULT.',
    );
  if (missing === 'PROVIDER_VALUE' && value === '0')
    return l10n.t(
      'The portal takes "0" for nothing and ignores this DEFAULT. Write another value, or let the administrator enter it.',
    );
  if (missing === 'PROVIDER_VALUE' && isBlankText(value))
    return l10n.t(
      'The portal cuts blanks off, and nothing is left of this value: the code stays empty until an administrator fills it in. Write another value, or remove DEFAULT.',
    );
  return l10n.t(
    'This DEFAULT has no {0}, so the portal ignores it and the code stays empty until an administrator fills it in. Complete it, or remove DEFAULT.',
    missing,
  );
}

export const incompleteDefault: Rule = {
  code: 'incomplete-default',
  severity: 'warning',
  group: 'CODES',
  title: 'A DEFAULT without a source or value',
  setting(setting, _facts, report) {
    const { data, path } = setting;
    const source = data.DEFAULT;
    // Another type is a `wrong-type`; an empty list is an empty object.
    if (!isObject(source) && !(Array.isArray(source) && source.length === 0)) return;
    const { PROVIDER_KEY: key, PROVIDER_VALUE: value } = isObject(source) ? source : {};
    if ([key, value].some((part) => part !== undefined && part !== null && typeof part !== 'string')) return;
    const isBlank = isLiteral(key) && isBlankText(value);
    const missing = isEmpty(key) ? 'PROVIDER_KEY' : isEmpty(value) || isBlank ? 'PROVIDER_VALUE' : undefined;
    // A secret is not to be completed but to go: `secret-in-manifest`.
    if (missing === undefined || isSecretDefault(setting)) return;
    const there = isObject(source) && Object.hasOwn(source, missing);
    const place = [...path, 'DEFAULT'];
    report({
      path: there ? [...place, missing] : place,
      part: there ? 'value' : 'key',
      within: place,
      message: incompleteMessage(missing, key, value),
      ...(missing === 'PROVIDER_KEY' && !isEmpty(value) && { data: { value } }),
    });
  },
  fixes(problem, document) {
    const value = problem.data?.value;
    const place = problem.path.slice(0, CODES_PATH.length + 2);
    // What it was to be is not known: nothing to take out without a look.
    if (typeof value !== 'string') return fix(l10n.t('Remove the default'), removeMember(document, place));
    const named = namedValues(value);
    const isSure = named.length === 1 && PROVIDERS[named[0]?.key ?? '']?.closed === true;
    const taken = named.flatMap((from) =>
      fix(l10n.t('Take the value of {0}', `${from.key}.${from.value}`), takeFrom(document, place, value, from), {
        preferred: isSure,
      }),
    );
    // A name that nobody knows may be one of a portal's own: its text is not what should arrive.
    const preferred = named.length === 0 && !LIKE_A_NAME.test(value);
    const literal = setMember(document, place, 'PROVIDER_KEY', 'VALUE');
    return [...taken, ...fix(l10n.t('Send the value itself: PROVIDER_KEY "VALUE"'), literal, { preferred })];
  },
};

/** What names of values look like, and texts hardly ever: capitals and underscores. */
const LIKE_A_NAME = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

/** Edits that make a DEFAULT take a value of a source; the name of the source goes out of PROVIDER_VALUE. */
function takeFrom(document: ManifestDocument, place: Path, written: string, { key, value }: NamedValue): Edit[] {
  const rename = value === written ? [] : setMember(document, place, 'PROVIDER_VALUE', value);
  return [...rename, ...setMember(document, place, 'PROVIDER_KEY', key)];
}

export const unknownProvider: Rule = {
  code: 'unknown-provider',
  severity: 'error',
  group: 'CODES',
  title: 'A PROVIDER_KEY that no portal has',
  setting(setting, _facts, report) {
    const { providerKey: key } = setting;
    // "" and "0" are none at all: `incomplete-default`.
    if (isEmpty(key) || key === undefined || providerOf(key)) return;
    const names = Object.keys(PROVIDERS).filter((name) => PROVIDERS[name]?.status !== 'not-implemented');
    const name = /^y[\\/|]n$/i.test(key) ? 'VALUE' : nearest(key, names);
    const what = l10n.t('No portal knows the source {0}, so the value is always empty.', key);
    report({
      path: partOfDefault(setting, 'PROVIDER_KEY'),
      message:
        name === undefined
          ? `${what} ${l10n.t('Use VALUE, ORDER, PAYMENT, USER or PROPERTY.')}`
          : `${what} ${l10n.t('Did you mean {0}?', name)}`,
      ...(name !== undefined && { data: { text: JSON.stringify(name) } }),
    });
  },
  fixes: changeTo,
};

export const providerNotImplemented: Rule = {
  code: 'provider-not-implemented',
  severity: 'warning',
  group: 'CODES',
  title: 'The source Y\\N, which is documented and does nothing',
  setting(setting, _facts, report) {
    const { providerKey: key } = setting;
    if (providerOf(key)?.status !== 'not-implemented') return;
    report({
      path: partOfDefault(setting, 'PROVIDER_KEY'),
      message: l10n.t(
        'The documentation lists this source, but no portal implements it: the value is always empty. Use VALUE with "Y" or "N".',
      ),
      data: { text: '"VALUE"' },
    });
  },
  fixes: changeTo,
};

export const undocumentedProvider: Rule = {
  code: 'undocumented-provider',
  severity: 'information',
  group: 'CODES',
  title: 'A source that the documentation does not name',
  setting(setting, _facts, report) {
    const { providerKey: key } = setting;
    if (key === undefined || providerOf(key)?.status !== 'undocumented') return;
    report({
      path: partOfDefault(setting, 'PROVIDER_KEY'),
      message:
        key === 'INPUT'
          ? l10n.t(
              'The documentation does not name the source INPUT: the portal writes it itself for what an administrator enters. Use VALUE for a text of your own.',
            )
          : l10n.t(
              'The documentation does not name the source {0}, and what it gives may differ from portal to portal. Try it on the portals you ship to.',
              key,
            ),
    });
  },
};
