/** Rules about CURRENCY. */
import * as l10n from '@vscode/l10n';
import { isCurrency, meantCurrency, SUCCESSORS } from '../../schemas/currencies.js';
import { isEmpty, isObject, valueAt } from '../../schemas/record.js';
import { replaceValue } from './edits.js';
import { fix } from './fix.js';
import type { Rule } from './rule.js';

const PATH = ['SETTINGS', 'CURRENCY'];

/** The currencies that a string or object means. */
function meantList(value: unknown): string[] {
  // `{"RUB": true}`, `{"RUB": "Rouble"}`: the keys are meant.
  const keys = isObject(value) ? Object.keys(value).filter(isCurrency) : [];
  if (keys.length > 0) return keys;
  const items = isObject(value) ? Object.values(value) : [value];
  const texts = items.flatMap((item) => (typeof item === 'string' ? item.split(/[\s,;|]+/) : []));
  return texts.filter((code) => code !== '').map(inCapitals);
}

/** `rub` is RUB; what is no currency in capitals either stays as it is. */
const inCapitals = (code: string): string => (isCurrency(code.toUpperCase()) ? code.toUpperCase() : code);

export const currencyNotAList: Rule = {
  code: 'currency-not-a-list',
  severity: 'warning',
  group: 'Settings and secrets',
  title: 'CURRENCY is not a list',
  fixAll: true,
  manifest({ settings }, report) {
    const value = settings?.CURRENCY;
    // A portal reads `{}` as an empty list.
    if (typeof value !== 'string' && (!isObject(value) || isEmpty(value))) return;
    report({
      path: PATH,
      part: typeof value === 'string' ? 'value' : 'key',
      within: PATH,
      message:
        typeof value === 'string'
          ? l10n.t(
              'CURRENCY is a string, so the portal restricts nothing: the payment system is offered for orders in every currency. Write a list.',
            )
          : l10n.t('CURRENCY is an object where the documentation wants a list. Write a list such as ["RUB"].'),
    });
  },
  fixes(problem, document) {
    const list = meantList(valueAt(document.value, problem.path));
    const text = `[${list.map((code) => JSON.stringify(code)).join(', ')}]`;
    // Nothing is restricted today. A list with a code that no order has would offer the payment system to nobody.
    const preferred = list.every(isCurrency);
    return fix(l10n.t('Write as a list'), replaceValue(document, problem.path, text), { preferred });
  },
};

/** What a portal makes of a text that is no currency, and `name`, what was meant where that is plain. */
function aboutCurrency(code: string, name: string | undefined): string {
  const shown = JSON.stringify(code);
  const what =
    name !== undefined && name === code.toUpperCase()
      ? l10n.t('Currency codes are written in capitals; as {0} it fits no order.', shown)
      : l10n.t(
          '{0} is no active currency of ISO 4217. The portal keeps it as it stands, and it fits no order unless the portal has such a currency.',
          shown,
        );
  if (name === undefined) return what;
  const isReplaced = SUCCESSORS.has(code.trim().toUpperCase());
  return `${what} ${isReplaced ? l10n.t('{0} has replaced it.', name) : l10n.t('Did you mean {0}?', name)}`;
}

export const unknownCurrency: Rule = {
  code: 'unknown-currency',
  severity: 'warning',
  group: 'Settings and secrets',
  title: 'A currency code that ISO 4217 does not have',
  manifest({ settings }, report) {
    const list: unknown = settings?.CURRENCY;
    if (!Array.isArray(list)) return;
    list.forEach((code: unknown, index) => {
      if (typeof code !== 'string' || isCurrency(code)) return;
      const name = meantCurrency(code);
      report({
        path: [...PATH, index],
        message: aboutCurrency(code, name),
        ...(name !== undefined && { data: { name, isSame: name === code.trim().toUpperCase() } }),
      });
    });
  },
  fixes(problem, document) {
    const { name, isSame } = problem.data ?? {};
    if (typeof name !== 'string') return [];
    // Other money than what was written is nothing to take without a look.
    return fix(l10n.t('Change to {0}', name), replaceValue(document, problem.path, JSON.stringify(name)), {
      preferred: isSame === true,
    });
  },
};
