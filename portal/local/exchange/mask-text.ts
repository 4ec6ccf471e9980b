/** Masks values by their names, in the texts of which exchanges are made: query strings, forms, JSON, XML. */
import { MASK } from '../../client/connection.js';
import { isSecretValue } from '../../../schemas/secret-names.js';
import { urlEncode } from '../php/build-query.js';

/** Whether what stands under a name is a secret. */
export type IsSecretName = (name: string) => boolean;

/** Where the value of a code stands, when the code has an object and no text. */
const VALUE_KEYS = new Set(['VALUE', 'PROVIDER_VALUE', 'DEFAULT']);

/** The query of an address. */
export function maskedQuery(url: string, isSecret: IsSecretName): string {
  const [, before = url, query = '', after = ''] = /^([^?#]*\?)([^#]*)(.*)$/s.exec(url) ?? [];
  return `${before}${maskedPairs(query, isSecret)}${after}`;
}

/** A form-encoded text, pair by pair, so that nothing else is written anew. */
export function maskedPairs(text: string, isSecret: IsSecretName): string {
  return text
    .split('&')
    .map((pair) => {
      const [name, value] = pairsOf(pair)[0] ?? ['', ''];
      const shown = isSecretPair(name, isSecret) ? MASK : maskedLeaf(value, isSecret);
      if (value === '' || shown === value) return pair;
      return `${pair.slice(0, pair.indexOf('=') + 1)}${shown === MASK ? MASK : urlEncode(shown)}`;
    })
    .join('&');
}

/** The names and values of a form-encoded text. */
export function pairsOf(text: string): readonly (readonly [name: string, value: string])[] {
  return [...new URLSearchParams(text)];
}

/** Whether a pair of that name holds a secret: `SETTINGS[API_KEY][VALUE]` does, its `[TYPE]` does not. */
export function isSecretPair(name: string, isSecret: IsSecretName): boolean {
  if (isSecret(name)) return true;
  const parts = name.split(/[[\]]+/).filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  return isSecret(last) || (VALUE_KEYS.has(last) && parts.some(isSecret));
}

/** A body: JSON, the portal's XML or a multipart form; any other text as it is. */
export function maskedBody(text: string, isSecret: IsSecretName): string {
  if (text.startsWith('--')) return maskedParts(text, isSecret);
  if (/^\s*</.test(text)) return maskedElements(text, isSecret);
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return text;
  const shown = JSON.stringify(withoutSecrets(value, isSecret));
  // What has no secret is not written anew: numbers might change.
  return shown === JSON.stringify(value) ? text : shown;
}

function withoutSecrets(value: unknown, isSecret: IsSecretName): unknown {
  if (typeof value === 'string') return maskedLeaf(value, isSecret);
  return mapped(value, (item, name) => (isSecret(name) ? hidden(item, isSecret) : withoutSecrets(item, isSecret)));
}

/** What stands under a secret name. Of an object only the value: the rest says where it comes from. */
function hidden(value: unknown, isSecret: IsSecretName): unknown {
  if (typeof value === 'object' && value !== null) {
    return mapped(value, (item, name) =>
      VALUE_KEYS.has(name) || Array.isArray(value) ? hidden(item, isSecret) : withoutSecrets(item, isSecret),
    );
  }
  return value === '' || value === null ? value : MASK;
}

function mapped(value: unknown, change: (item: unknown, name: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => change(item, ''));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item, name)]));
}

/** A text that has no name to go by: the form of a secret, or a command of a batch with a query of its own. */
function maskedLeaf(text: string, isSecret: IsSecretName): string {
  if (isSecretValue(text)) return MASK;
  return text.includes('?') ? maskedQuery(text, isSecret) : text;
}

function maskedElements(text: string, isSecret: IsSecretName): string {
  return text.replace(/<([^\s<>/]+)>([^<]+)<\/\1>/g, (element, name: string) =>
    isSecret(name) ? `<${name}>${MASK}</${name}>` : element,
  );
}

/** Head of a part with its name, and what stands in it. */
const PART = /(\bname="([^"]*)"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n)(.*?)(?=\r\n--)/gs;

function maskedParts(text: string, isSecret: IsSecretName): string {
  return text.replace(PART, (part, head: string, name: string) => (isSecretPair(name, isSecret) ? head + MASK : part));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
