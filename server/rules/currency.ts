/** Rules about CURRENCY. */
import * as l10n from '@vscode/l10n';
import { CURRENCIES, isCurrency } from '../../schemas/currencies.js';
import { isObject } from '../../schemas/record.js';
import { replaceValue } from './edits.js';
import { nearest } from './nearest.js';
import type { Rule } from './rule.js';

const PATH = ['SETTINGS', 'CURRENCY'];

/** The currencies that a string or object means. */
function meantList(value: unknown): string[] {
  const items = isObject(value) ? Object.values(value) : [value];
  return items.flatMap((item) => (typeof item === 'string' ? item.split(/[\s,;]+/).filter((code) => code !== '') : []));
}

export const currencyNotAList: Rule = {
  code: 'currency-not-a-list',
  severity: 'warning',
  group: 'Settings and secrets',
  title: 'CURRENCY is not a list',
  fixAll: true,
  manifest({ settings }, report) {
    const value = settings?.CURRENCY;
    if (typeof value !== 'string' && !isObject(value)) return;
    report({
      path: PATH,
      ...(isObject(value) && { part: 'key' }),
      within: PATH,
      message:
        typeof value === 'string'
          ? l10n.t(
              'CURRENCY is a string, so the portal restricts nothing: the pay system is offered for orders in every currency. Write a list.',
            )
          : l10n.t('CURRENCY is an object where the documentation wants a list. Write a list such as ["RUB"].'),
    });
  },
  fixes(problem, document) {
    const value =
      isObject(document.manifest) && isObject(document.manifest.SETTINGS)
        ? document.manifest.SETTINGS.CURRENCY
        : undefined;
    const list = meantList(value);
    return [
      {
        title: l10n.t('Write as a list'),
        edits: [replaceValue(document, problem, `[${list.map((code) => JSON.stringify(code)).join(', ')}]`)],
        preferred: true,
      },
    ];
  },
};

export const unknownCurrency: Rule = {
  code: 'unknown-currency',
  severity: 'warning',
  group: 'Settings and secrets',
  title: 'A currency code that ISO 4217 does not have',
  manifest({ settings }, report) {
    const list = settings?.CURRENCY;
    if (!Array.isArray(list)) return;
    list.forEach((code: unknown, index) => {
      if (typeof code !== 'string' || isCurrency(code)) return;
      const upper = code.trim().toUpperCase();
      const name = isCurrency(upper) ? upper : nearest(code, CURRENCIES);
      const what = isCurrency(upper)
        ? l10n.t(
            'Currency codes are written in capitals. The portal compares the text, so {0} fits no order.',
            JSON.stringify(code),
          )
        : l10n.t(
            '{0} is no active currency of ISO 4217. The pay system is offered only for orders in exactly this currency.',
            JSON.stringify(code),
          );
      report({
        path: [...PATH, index],
        message: name === undefined ? what : `${what} ${l10n.t('Did you mean {0}?', name)}`,
        ...(name !== undefined && { data: { name } }),
      });
    });
  },
  fixes(problem) {
    const name = problem.data?.name;
    if (typeof name !== 'string') return [];
    return [
      {
        title: l10n.t('Change to {0}', name),
        edits: [{ span: problem.span, newText: JSON.stringify(name) }],
        preferred: true,
      },
    ];
  },
};
