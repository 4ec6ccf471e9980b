/** PROVIDER_VALUEs that their source does not have. */
import * as l10n from '@vscode/l10n';
import { PROVIDERS } from '../../schemas/providers.js';
import { isEmpty } from '../../schemas/record.js';
import { partOfDefault, providerOf } from './defaults.js';
import { fix } from './fix.js';
import { namedValues, type NamedValue } from './named-values.js';
import { nearest } from './nearest.js';
import type { Rule } from './rule.js';

/** The provider and value that were meant: a near name of the same source, or the same name of another one. */
function meant(key: string, value: string): NamedValue | undefined {
  const own = Object.keys(PROVIDERS[key]?.values ?? {});
  const upper = value.trim().toUpperCase();
  if (own.includes(upper)) return { key, value: upper };
  const [other] = namedValues(upper);
  if (other) return other;
  const near = nearest(value, own);
  return near === undefined ? undefined : { key, value: near };
}

export const unknownProviderValue: Rule = {
  code: 'unknown-provider-value',
  severity: 'warning',
  group: 'CODES',
  title: 'A PROVIDER_VALUE that the source does not have',
  setting(setting, _facts, report) {
    const { providerKey: key, providerValue: value } = setting;
    const source = providerOf(key);
    if (key === undefined || value === undefined || isEmpty(value) || source?.closed !== true) return;
    if (Object.hasOwn(source.values ?? {}, value)) return;
    const guess = meant(key, value);
    const what = l10n.t(
      '{0} is not among the known values of {1}: unless the portal has such a field, the code stays empty.',
      value,
      key,
    );
    report({
      path: partOfDefault(setting, 'PROVIDER_VALUE'),
      message: guess === undefined ? what : `${what} ${l10n.t('Did you mean {0}?', `${guess.key}.${guess.value}`)}`,
      ...(guess && { data: { key: guess.key, value: guess.value } }),
    });
  },
  fixes(problem, document) {
    const { key, value } = problem.data ?? {};
    if (typeof key !== 'string' || typeof value !== 'string') return [];
    const places = document.locate([[...problem.path.slice(0, -1), 'PROVIDER_KEY'], problem.path]);
    const edits = places.flatMap((place, index) => {
      const newText = JSON.stringify(index === 0 ? key : value);
      const same = place && document.text.slice(place.value.start, place.value.end) === newText;
      return place && !same ? [{ span: place.value, newText }] : [];
    });
    // Which properties a portal has, nobody knows here.
    return fix(l10n.t('Change to {0}', `${key}.${value}`), edits, { preferred: PROVIDERS[key]?.closed === true });
  },
};
