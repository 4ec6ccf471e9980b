/** Rules about DEFAULT: where the value of a code comes from. */
import * as l10n from '@vscode/l10n';
import { PROVIDERS } from '../../schemas/providers.js';
import { isEmpty, isObject } from '../../schemas/record.js';
import type { CodeFacts } from './facts.js';
import { insertMembers, replaceValue } from './edits.js';
import { nearest } from './nearest.js';
import type { Fix, Rule } from './rule.js';

/** PROVIDER_KEY and PROVIDER_VALUE of a code, as far as they are text. */
function sourceOf({ data }: CodeFacts): { key?: string; value?: string } {
  if (!isObject(data.DEFAULT)) return {};
  const { PROVIDER_KEY: key, PROVIDER_VALUE: value } = data.DEFAULT;
  return { ...(typeof key === 'string' && { key }), ...(typeof value === 'string' && { value }) };
}

const provider = (key: string | undefined) =>
  key !== undefined && Object.hasOwn(PROVIDERS, key) ? PROVIDERS[key] : undefined;

const withDefault = (path: CodeFacts['path'], key?: string) => [
  ...path,
  'DEFAULT',
  ...(key === undefined ? [] : [key]),
];

export const incompleteDefault: Rule = {
  code: 'incomplete-default',
  severity: 'warning',
  group: 'CODES',
  title: 'A DEFAULT without source or value',
  setting({ data, path }, _facts, report) {
    const source = data.DEFAULT;
    if (source === undefined || source === null || (!isObject(source) && !isEmpty(source))) return;
    const { PROVIDER_KEY: key, PROVIDER_VALUE: value } = isObject(source) ? source : {};
    // Other types are a `wrong-type`.
    if ([key, value].some((part) => part !== undefined && part !== null && typeof part !== 'string')) return;
    const missing = isEmpty(key) ? 'PROVIDER_KEY' : isEmpty(value) ? 'PROVIDER_VALUE' : undefined;
    if (missing === undefined) return;
    const there = isObject(source) && typeof source[missing] === 'string';
    report({
      path: there ? withDefault(path, missing) : withDefault(path),
      ...(!there && { part: 'key', within: withDefault(path) }),
      message:
        value === '0'
          ? l10n.t(
              'The portal takes "0" for nothing and ignores this DEFAULT. Write another value, or let the administrator enter it.',
            )
          : l10n.t(
              'This DEFAULT has no {0}, so the portal ignores it and the code stays empty until an administrator fills it in. Complete it, or remove DEFAULT.',
              missing,
            ),
      ...(missing === 'PROVIDER_KEY' && !isEmpty(value) && { data: { literal: true, there } }),
    });
  },
  fixes(problem, document) {
    if (problem.data?.literal !== true) return [];
    const edits =
      problem.data.there === true
        ? [replaceValue(document, problem, '"VALUE"')]
        : insertMembers(document, problem.path, { PROVIDER_KEY: 'VALUE' });
    return [{ title: l10n.t('Send the value itself: PROVIDER_KEY "VALUE"'), edits, preferred: true }];
  },
};

export const unknownProvider: Rule = {
  code: 'unknown-provider',
  severity: 'error',
  group: 'CODES',
  title: 'A PROVIDER_KEY that no portal has',
  setting(setting, _facts, report) {
    const { key } = sourceOf(setting);
    if (key === undefined || key === '' || key === '0' || provider(key)) return;
    const names = Object.keys(PROVIDERS).filter((name) => PROVIDERS[name]?.status !== 'not-implemented');
    const name = /^y[\\/|]n$/i.test(key) ? 'VALUE' : nearest(key, names);
    const what = l10n.t('No portal knows the source {0}, so the value is always empty.', key);
    report({
      path: withDefault(setting.path, 'PROVIDER_KEY'),
      message:
        name === undefined
          ? `${what} ${l10n.t('Use VALUE, ORDER, PAYMENT, USER or PROPERTY.')}`
          : `${what} ${l10n.t('Did you mean {0}?', name)}`,
      ...(name !== undefined && { data: { text: JSON.stringify(name) } }),
    });
  },
  fixes: (problem) => changeTo(problem),
};

/** The change that a problem carries along. */
function changeTo({ data, span }: Parameters<NonNullable<Rule['fixes']>>[0]): Fix[] {
  const text = data?.text;
  return typeof text === 'string'
    ? [{ title: l10n.t('Change to {0}', text), edits: [{ span, newText: text }], preferred: true }]
    : [];
}

export const providerNotImplemented: Rule = {
  code: 'provider-not-implemented',
  severity: 'warning',
  group: 'CODES',
  title: 'The source Y\\N, which is documented and does nothing',
  setting(setting, _facts, report) {
    const { key } = sourceOf(setting);
    if (provider(key)?.status !== 'not-implemented') return;
    report({
      path: withDefault(setting.path, 'PROVIDER_KEY'),
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
    const { key } = sourceOf(setting);
    if (provider(key)?.status !== 'undocumented') return;
    report({
      path: withDefault(setting.path, 'PROVIDER_KEY'),
      message: l10n.t(
        '{0} works on current portals but is not in the documentation, and what it gives differs from portal to portal. Try it on the portals you ship to.',
        key ?? '',
      ),
    });
  },
};

/** The provider and value that were meant: a near name of the same source, or the same name of another one. */
function meant(key: string, value: string): { key: string; value: string } | undefined {
  const own = Object.keys(PROVIDERS[key]?.values ?? {});
  const upper = value.toUpperCase();
  if (own.includes(upper)) return { key, value: upper };
  for (const [other, { values, closed }] of Object.entries(PROVIDERS)) {
    if (other === key || closed !== true || values === undefined) continue;
    const rest = upper.startsWith(`${other}_`) ? upper.slice(other.length + 1) : upper;
    if (Object.hasOwn(values, rest)) return { key: other, value: rest };
  }
  const near = nearest(value, own);
  return near === undefined ? undefined : { key, value: near };
}

export const unknownProviderValue: Rule = {
  code: 'unknown-provider-value',
  severity: 'warning',
  group: 'CODES',
  title: 'A PROVIDER_VALUE that the source does not have',
  setting(setting, _facts, report) {
    const { key, value } = sourceOf(setting);
    const source = provider(key);
    if (key === undefined || value === undefined || isEmpty(value) || source?.closed !== true) return;
    if (Object.hasOwn(source.values ?? {}, value)) return;
    const guess = meant(key, value);
    const what = l10n.t(
      '{0} has no known value {1}: as far as known the portal finds nothing and the code stays empty.',
      key,
      value,
    );
    report({
      path: withDefault(setting.path, 'PROVIDER_VALUE'),
      message: guess === undefined ? what : `${what} ${l10n.t('Did you mean {0}?', `${guess.key}.${guess.value}`)}`,
      ...(guess && { data: { key: guess.key, value: guess.value } }),
    });
  },
  fixes(problem, document) {
    const { key, value } = problem.data ?? {};
    if (typeof key !== 'string' || typeof value !== 'string') return [];
    const place = document.locate([[...problem.path.slice(0, -1), 'PROVIDER_KEY']])[0];
    const edits = [
      ...(place ? [{ span: place.value, newText: JSON.stringify(key) }] : []),
      { span: problem.span, newText: JSON.stringify(value) },
    ].filter(({ span, newText }) => document.text.slice(span.start, span.end) !== newText);
    return [{ title: l10n.t('Change to {0}', `${key}.${value}`), edits, preferred: true }];
  },
};
