/** What looks like a secret: by the name or label of a code, or by its value. */
import { member } from './record.js';

/** Words of a name in capitals: `apiKey`, `API_KEY` and "API key" all give `API KEY`. */
const words = (name: string): string =>
  name
    .replace(/([a-zа-яё\d])([A-ZА-ЯЁ])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toUpperCase();

/** A name that ends so is a secret whatever else it says: CLIENT_ID_SECRET. */
const SURE = /\b\w*(SECRET|PASSWORD|PASSWD|PASSPHRASE)(KEY)?\d*\b|СЕКРЕТ|ПАРОЛ/u;
const LIKELY =
  /\b(PASS|PWD|\w*TOKEN|KEY|\w*APIKEY|\w*PRIVATEKEY|PRIVATE|CREDENTIALS?|SALT)\d*\b|ТОКЕН|(?<!\p{L})КЛЮЧ(?!ЕВ)/u;
/** Words that make something else of a likely name: PUBLIC_KEY, KEY_ID, TOKEN_URL. */
const HARMLESS =
  /\b(PUBLIC|PUBLISHABLE|SITE|ID|URL|URI|TYPE|MODE|FORMAT|LENGTH|LIFETIME|TTL|EXPIRES?|ALGORITHM)\b|ПУБЛИЧН|ОТКРЫТ/u;
/** What makes a flag of a sure name: USE_PASSWORD, SECRET_LENGTH. */
const ABOUT = /\b(USE|URL|URI|LENGTH|LIFETIME|TTL|EXPIRES?|TYPE|MODE)\b/u;

/** Forms that payment services give secrets, whatever they are called. */
const SECRET_VALUE = /^(sk_(live|test)_|rk_(live|test)_|whsec_|-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[\w-]+\.eyJ[\w-]+\.)/;

/** Whether a value has the form of a secret. */
export const isSecretValue = (value: string): boolean => SECRET_VALUE.test(value);

/** Whether a code looks like a secret by its name or label. Public keys and identifiers do not. */
export function looksSecret(name: string, label: unknown): boolean {
  const named = words(name);
  if (SURE.test(named)) return !ABOUT.test(named);
  if (HARMLESS.test(named)) return false;
  const labelled = typeof label === 'string' ? words(label) : '';
  if (LIKELY.test(named)) return !/ПУБЛИЧН|ОТКРЫТ|\bPUBLIC\b/u.test(labelled);
  return SURE.test(labelled) || (LIKELY.test(labelled) && !HARMLESS.test(labelled));
}

/** Whether an entry of CODES looks like a secret: by its name, label or literal default. */
export function isSecretCode(codes: unknown, name: string): boolean {
  const data = member(codes, name);
  if (data === undefined) return false;
  const value = member(member(data, 'DEFAULT'), 'PROVIDER_VALUE');
  return looksSecret(name, member(data, 'NAME')) || (typeof value === 'string' && isSecretValue(value));
}
