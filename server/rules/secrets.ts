/** Rules about secrets: what every application of the portal, or the buyer's browser, would get to read. */
import * as l10n from '@vscode/l10n';
import { isEmpty, member } from '../../schemas/record.js';
import { isSecretCode, isSecretSetting, isSecretValue, looksSecret } from '../../schemas/secret-names.js';
import { CODES_PATH, type CodeFacts } from './facts.js';
import { preferredFix } from './fix.js';
import { removeMember } from './remove.js';
import type { Rule } from './rule.js';

/** Names of what orders and payments have: with one of them it is the source that was forgotten, and nothing is given away. */
const FIELD_NAME = /^[A-Z][A-Z_]*$/;

/**
 * Whether the DEFAULT of a code gives a secret away. Without PROVIDER_KEY the portal does not use it, but keeps it and hands it
 * out all the same.
 */
export function isSecretDefault({ name, data, providerKey: key, providerValue: value }: CodeFacts): boolean {
  if (value === undefined || isEmpty(value)) return false;
  const hasKey = !isEmpty(member(data.DEFAULT, 'PROVIDER_KEY'));
  if (hasKey ? key !== 'VALUE' && key !== 'INPUT' : FIELD_NAME.test(value)) return false;
  // "Y" and "N" switch something called "token" on; they keep no secret. Nor does an address.
  const plain = value.length < 2 || /^https?:\/\//i.test(value);
  return isSecretValue(value) || (!plain && isSecretSetting(name, data));
}

export const secretInManifest: Rule = {
  code: 'secret-in-manifest',
  severity: 'warning',
  group: 'Settings and secrets',
  title: 'A secret as the default value of a code',
  setting(setting, _facts, report) {
    if (!isSecretDefault(setting)) return;
    report({
      path: [...setting.path, 'DEFAULT', 'PROVIDER_VALUE'],
      message: l10n.t(
        'Every application on the portal can read this secret with sale.paysystem.handler.list. Remove the default and let the administrator enter it in the settings of the payment system.',
      ),
    });
  },
  fixes: (problem, document) =>
    preferredFix(l10n.t('Remove the default'), removeMember(document, problem.path.slice(0, -1))),
};

export const secretSentToBrowser: Rule = {
  code: 'secret-sent-to-browser',
  severity: 'warning',
  group: 'Settings and secrets',
  title: 'A secret that the buyer’s browser gets to see',
  manifest({ active, codes, references }, report) {
    if (active === undefined || active.key === 'CHECKOUT_DATA') return;
    for (const { code, path } of references) {
      if (!isSecretCode(codes, code)) continue;
      const label = member(member(codes, code), 'NAME');
      // What gave it away is named: a code like PARAM_1 alone would puzzle.
      const shown = !looksSecret(code, undefined) && looksSecret(code, label) ? `${code} (${String(label)})` : code;
      report({
        path,
        message: l10n.t(
          '{0} looks like a secret, and {1} hands it to the buyer’s browser. Read it on your server with settings.payment.get instead.',
          shown,
          active.key,
        ),
        related: [{ path: [...CODES_PATH, code], part: 'key', message: l10n.t('{0} is here', code) }],
      });
    }
  },
};
