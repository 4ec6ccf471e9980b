/** What looks like a secret: by the name or label of a code, or by its value. */
import { isEmpty, member } from './record.js';

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
/** In a label, a plain "key" or "pass" means many things; at its end, as in "API key", it names the thing itself. */
const LIKELY_LABEL =
  /\b(PASS|PWD|\w*TOKEN|KEY|\w*APIKEY|\w*PRIVATEKEY|CREDENTIALS?|SALT)\d*$|ТОКЕН|(?<!\p{L})КЛЮЧ(?!ЕВ)/u;
/** What makes a flag of a sure name: USE_PASSWORD, SECRET_LENGTH. */
const ABOUT = /\b(USE|URL|URI|LENGTH|LIFETIME|TTL|EXPIRES?|TYPE|MODE)\b/u;
/** What makes a switch of any name: USE_TOKEN. */
const FLAG = /\b(USE|ENABLE|IS|HAS)\b/u;

/** Forms that payment services give secrets, whatever they are called. */
const SECRET_VALUE = /^(sk_(live|test)_|rk_(live|test)_|whsec_|-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[\w-]+\.eyJ[\w-]+\.)/;

/** Whether a value has the form of a secret. */
export const isSecretValue = (value: string): boolean => SECRET_VALUE.test(value);

/** Whether a code looks like a secret by its name or label. Public keys and identifiers do not. */
export function looksSecret(name: string, label: unknown): boolean {
  const named = words(name);
  if (SURE.test(named)) return !ABOUT.test(named);
  if (HARMLESS.test(named)) return false;
  const labelled = typeof label === 'string' ? words(label).trim() : '';
  if (LIKELY.test(named)) return !FLAG.test(named) && !/ПУБЛИЧН|ОТКРЫТ|\bPUBLIC\b/u.test(labelled);
  return SURE.test(labelled) || (LIKELY_LABEL.test(labelled) && !HARMLESS.test(labelled));
}

/** Inputs that choose from what the manifest lists, or hold something else than text. */
const CHOICES: readonly unknown[] = ['Y/N', 'ENUM', 'DATE', 'LOCATION', 'ADDRESS'];

/**
 * Whether an entry of CODES looks like a secret by its name or label. A choice keeps none, and what the portal fills in from an
 * order is none unless its name leaves no doubt.
 */
export function isSecretSetting(name: string, data: unknown): boolean {
  if (CHOICES.includes(member(member(data, 'INPUT'), 'TYPE'))) return false;
  const provider = member(member(data, 'DEFAULT'), 'PROVIDER_KEY');
  const isEntered = isEmpty(provider) || provider === 'VALUE' || provider === 'INPUT';
  return isEntered ? looksSecret(name, member(data, 'NAME')) : looksSecret(name, undefined) && SURE.test(words(name));
}

/** Whether an entry of CODES looks like a secret: by its name, label or literal default. */
export function isSecretCode(codes: unknown, name: string): boolean {
  const data = member(codes, name);
  if (data === undefined) return false;
  const value = member(member(data, 'DEFAULT'), 'PROVIDER_VALUE');
  return isSecretSetting(name, data) || (typeof value === 'string' && isSecretValue(value));
}
