/** A manifest for an endpoint, and `b24pay pay` on it. */
import type { Choices, Outcome, Session } from './session.js';

/** Codes that the manifests of these tests use. */
export const CODES = {
  SUM: { NAME: 'Sum', DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'SUM' } },
  API_KEY: { NAME: 'Key of the shop' },
};

/** A value that must be seen by the endpoint alone. */
export const SECRET = 'k3y &"of" the/shop';

/** What a field of FIELDS may be. */
type Fields = Readonly<Record<string, object>>;

export const PLAIN: Fields = { sum: { CODE: 'SUM' }, key: { CODE: 'API_KEY' } };

/** A manifest of one mode. */
export function manifest(mode: object, more: object = {}): string {
  return JSON.stringify({ NAME: 'My shop', CODE: 'my_shop', SETTINGS: { CODES, ...mode, ...more } }, null, 2);
}

export const checkout = (address: string, FIELDS: Fields = PLAIN) => ({
  CHECKOUT_DATA: { ACTION_URI: address, FIELDS },
});
export const form = (address: string, METHOD: string, FIELDS: Fields = PLAIN) => ({
  FORM_DATA: { ACTION_URI: address, METHOD, FIELDS },
});
export const frame = (address: string) => ({ IFRAME_DATA: { ACTION_URI: address, FIELDS: PLAIN } });

/** Writes the manifest and pays 100 RUB, the key set, unless the arguments say otherwise. */
export function pay(
  session: Session,
  mode: object,
  args: readonly string[] = [],
  choices: Choices = {},
): Promise<Outcome> {
  session.write('shop.b24pay.json', manifest(mode));
  const env = { B24PAY_SETTING_API_KEY: SECRET, ...choices.env };
  return session.run(['pay', 'shop.b24pay.json', '--sum', '100', ...args], { ...choices, env });
}
