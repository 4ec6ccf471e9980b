/** Rules about secrets: what every application of the portal, or the buyer's browser, would get to read. */
import * as l10n from '@vscode/l10n';
import { isEmpty, member } from '../../schemas/record.js';
import { isSecretCode, isSecretSetting, isSecretValue, looksSecret } from '../../schemas/secret-names.js';
import { CODES_PATH } from './facts.js';
import { preferredFix } from './fix.js';
import { removeMember } from './remove.js';
import type { Rule } from './rule.js';

export const secretInManifest: Rule = {
  code: 'secret-in-manifest',
  severity: 'warning',
  group: 'Settings and secrets',
  title: 'A secret as the default value of a code',
  setting({ name, data, path }, _facts, report) {
    const value = member(data.DEFAULT, 'PROVIDER_VALUE');
    const key = member(data.DEFAULT, 'PROVIDER_KEY');
    if (typeof value !== 'string' || isEmpty(value) || (key !== 'VALUE' && key !== 'INPUT')) return;
    // "Y" and "N" switch something called "token" on; they keep no secret. Nor does an address.
    const plain = value.length < 2 || /^https?:\/\//i.test(value);
    if (!isSecretValue(value) && (plain || !isSecretSetting(name, data))) return;
    report({
      path: [...path, 'DEFAULT', 'PROVIDER_VALUE'],
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
