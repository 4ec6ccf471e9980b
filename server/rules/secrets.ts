/** Rules about secrets: what every application of the portal, or the buyer's browser, would get to read. */
import * as l10n from '@vscode/l10n';
import { isEmpty, member } from '../../schemas/record.js';
import type { Facts } from './facts.js';
import { removeMember } from './edits.js';
import type { Rule } from './rule.js';

/** Words of a name: `apiKey`, `API_KEY` and "API key" all give `API KEY`. */
const words = (name: string): string =>
  name
    .replace(/([a-zа-я\d])([A-ZА-Я])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toUpperCase();

const PUBLIC = /\b(PUBLIC|PUBLISHABLE|SITE|CLIENT ID|ID)\b|ПУБЛИЧН|ОТКРЫТ/u;
const SECRET =
  /\b(SECRET|SECRETS|PASSWORD|PASSWD|PASS|PWD|TOKEN|KEY|APIKEY|SECRETKEY|PRIVATE|CREDENTIALS?)\b|СЕКРЕТ|ПАРОЛ|ТОКЕН|(?<!\p{L})КЛЮЧ/u;
/** Forms that payment services give secrets, whatever they are called. */
const SECRET_VALUE = /^(sk_(live|test)_|rk_(live|test)_|whsec_|-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[\w-]+\.eyJ[\w-]+\.)/;

/** Whether a code looks like a secret by its name or label. Public keys and identifiers do not. */
export function looksSecret(name: string, label: unknown): boolean {
  const named = words(name);
  if (SECRET.test(named))
    return !PUBLIC.test(named.replace(/\b(ID|CLIENT ID)\b(?=.*\b(SECRET|PASSWORD|TOKEN)\b)/u, ''));
  const labelled = typeof label === 'string' ? words(label) : '';
  return SECRET.test(labelled) && !PUBLIC.test(labelled) && !PUBLIC.test(named);
}

const isSecretCode = ({ codes }: Facts, name: string): boolean => {
  const data = member(codes, name);
  return data !== undefined && looksSecret(name, member(data, 'NAME'));
};

export const secretInManifest: Rule = {
  code: 'secret-in-manifest',
  severity: 'warning',
  group: 'Settings and secrets',
  title: 'A secret as the default value of a code',
  setting({ name, data, path }, _facts, report) {
    const value = member(data.DEFAULT, 'PROVIDER_VALUE');
    const key = member(data.DEFAULT, 'PROVIDER_KEY');
    if (typeof value !== 'string' || isEmpty(value) || (key !== 'VALUE' && key !== 'INPUT')) return;
    // "Y" and "N" switch something called "token" on; they keep no secret.
    if (!SECRET_VALUE.test(value) && !(looksSecret(name, data.NAME) && value.length > 1)) return;
    report({
      path: [...path, 'DEFAULT', 'PROVIDER_VALUE'],
      message: l10n.t(
        'Every application on the portal can read this secret with sale.paysystem.handler.list. Remove the default and let the administrator enter it in the settings of the pay system.',
      ),
    });
  },
  fixes: (problem, document) => [
    { title: l10n.t('Remove the default'), edits: removeMember(document, problem.path.slice(0, -1)), preferred: true },
  ],
};

export const secretSentToBrowser: Rule = {
  code: 'secret-sent-to-browser',
  severity: 'warning',
  group: 'Settings and secrets',
  title: 'A secret that the buyer’s browser gets to see',
  manifest(facts, report) {
    if (facts.active === undefined || facts.active.key === 'CHECKOUT_DATA') return;
    for (const { code, path } of facts.references) {
      if (!isSecretCode(facts, code)) continue;
      report({
        path,
        message: l10n.t(
          '{0} looks like a secret, and {1} hands it to the buyer’s browser. Read it on your server with settings.payment.get instead.',
          code,
          facts.active.key,
        ),
        related: [{ path: ['SETTINGS', 'CODES', code], part: 'key', message: l10n.t('{0} is here', code) }],
      });
    }
  },
};
