/** What looks like a secret: by the name or label of a code, or by its value. */
import { isEmpty, member } from './record.js';

/** Words of a name in capitals: `apiKey`, `API_KEY` and "API key" all give `API KEY`. */
const words = (name: string): string =>
  name
    .replace(/([a-zа-яё\d])([A-ZА-ЯЁ])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toUpperCase();

/** What a thing named after a secret may be instead: SECRET_LENGTH, PASSWORD_HINT, KEY_VERSION. */
const ASPECT = String.raw`\b(URL|URI|LINK|TYPE|MODE|FORMAT|LENGTH|LIFETIME|TTL|EXPIRES?|ALGORITHM|HINT|VERSION)\b`;
/** A name with such a word in it is a secret whatever else it says: CLIENT_ID_SECRET. A secretary is none. */
const SURE = /\b\w*(SECRET|PASSWORD|PASSWD|PASSPHRASE)(KEY)?\d*\b|СЕКРЕТ(?!АР)|ПАРОЛ/u;
const LIKELY =
  /\b(PASS|PWD|\w*TOKEN|KEY|\w*APIKEY|\w*PRIVATEKEY|PRIVATE|CREDENTIALS?|SALT)\d*\b|ТОКЕН|(?<!\p{L})КЛЮЧ(?!ЕВ)/u;
/** Names that are secrets whatever their label says; of a plain key or token it may say what else it is. */
const PLAIN = /\b(PASS|PWD|\w*APIKEY|API KEY|\w*PRIVATEKEY|PRIVATE|ACCESS TOKEN|CREDENTIALS?|SALT)\d*\b/;
/** Keys that are meant to be seen. T-Bank's widget puts the "TerminalKey", the number of the terminal, into the page. */
const PUBLIC = /\b(PUBLIC|TERMINAL KEY)\b|ПУБЛИЧН|ОТКРЫТ/u;
/** Words that make something else of a likely name: SITE_KEY, KEY_ID, TOKEN_URL. */
const HARMLESS = new RegExp(String.raw`${PUBLIC.source}|\b(PUBLISHABLE|SITE|ID)\b|${ASPECT}`, 'u');
/** In a label, a plain "key" or "pass" means many things; at its end, as in "API key", it names the thing itself. */
const LIKELY_LABEL =
  /\b(PASS|PWD|\w*TOKEN|KEY|\w*APIKEY|\w*PRIVATEKEY|CREDENTIALS?|SALT)\d*$|ТОКЕН|(?<!\p{L})КЛЮЧ(?!ЕВ)/u;
/** What makes something else of a sure name. */
const ABOUT = new RegExp(ASPECT, 'u');
/** What makes a switch of a name: USE_TOKEN, HAS_PASSWORD. */
const FLAG = /\b(USE|ENABLE|IS|HAS)\b/u;
/** Labels of switches: "Use password", "Запрашивать пароль". */
const FLAG_LABEL =
  /^(USE|ENABLE|ASK|ИСПОЛЬЗОВАТЬ|СПРОСИТЬ|СПРАШИВАТЬ|ЗАПРОСИТЬ|ЗАПРАШИВАТЬ|ТРЕБОВАТЬ|ПРОВЕРЯТЬ|СОХРАНЯТЬ|ПОКАЗЫВАТЬ)(?!\p{L})/u;
/** A Russian label begins with what the thing is: "Срок жизни токена", "Идентификатор ключа". */
const ABOUT_LABEL =
  /^(СРОК|ВРЕМЯ|ДАТА|ДЛИНА|ТИП|РЕЖИМ|ФОРМАТ|АЛГОРИТМ|ВЕРСИЯ|НОМЕР|ИДЕНТИФИКАТОР|ССЫЛКА|АДРЕС|ПОДСКАЗКА|ИМЯ|НАЗВАНИЕ)(?!\p{L})/u;
/** The secret itself, in the nominative: in "Номер магазина, пароль" it stands beside the other thing. */
const ITSELF = /(?<!\p{L})(СЕКРЕТЫ?|ПАРОЛ[ЬИ]|ТОКЕНЫ?|КЛЮЧИ?)(?!\p{L})/u;

/** Forms that payment services give secrets, and the address of a Bitrix24 webhook, whatever they are called. */
const SECRET_VALUE =
  /^(sk_(live|test)_|rk_(live|test)_|whsec_|(live|test)_(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{30,}$|-----BEGIN [A-Z ]*PRIVATE KEY|eyJ[\w-]+\.eyJ[\w-]+\.|https?:\/\/[^/\s]+\/rest\/\d+\/(?=[a-zA-Z]*\d)(?=\d*[a-zA-Z])[a-zA-Z\d]{10,}(\/|$))/;

/** Whether a value has the form of a secret. */
export const isSecretValue = (value: string): boolean => SECRET_VALUE.test(value);

/** Whether a label, in words, says that the thing only has to do with a secret. */
function isAboutSecret(labelled: string): boolean {
  return FLAG_LABEL.test(labelled) || (ABOUT_LABEL.test(labelled) && !ITSELF.test(labelled));
}

/** Whether a label names a secret. A question is answered with yes or no. */
function labelsSecret(label: string): boolean {
  const labelled = words(label).trim();
  if (/\?\s*$/.test(label) || isAboutSecret(labelled)) return false;
  return SURE.test(labelled) ? !ABOUT.test(labelled) : LIKELY_LABEL.test(labelled) && !HARMLESS.test(labelled);
}

/** Whether a code looks like a secret by its name or label. Public keys and identifiers do not. */
export function looksSecret(name: string, label: unknown): boolean {
  const named = words(name);
  if (SURE.test(named)) return !ABOUT.test(named) && !FLAG.test(named);
  const text = typeof label === 'string' ? label : '';
  const labelled = words(text).trim();
  // A public key that is called a secret is the other one of the pair.
  if (HARMLESS.test(named))
    return PUBLIC.test(named) && !PUBLIC.test(labelled) && SURE.test(labelled) && labelsSecret(text);
  if (!LIKELY.test(named)) return labelsSecret(text);
  return !FLAG.test(named) && !PUBLIC.test(labelled) && (PLAIN.test(named) || !isAboutSecret(labelled));
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
