/** Masks values by their names, in the texts of which exchanges are made: query strings, forms, JSON, XML. */
import { MASK } from '../../client/connection.js';
import { isSecretValue } from '../../../schemas/secret-names.js';
import { maskedLoosely } from './mask-broken.js';
import type { NamedValues } from '../pay/block.js';
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

/** The names and values in the query of an address. */
export function pairsOfQuery(url: string): NamedValues {
  return pairsOf(/^[^?#]*\?([^#]*)/.exec(url)?.[1] ?? '');
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
export function pairsOf(text: string): NamedValues {
  return [...new URLSearchParams(text)];
}

/** Whether a pair of that name holds a secret: `SETTINGS[API_KEY][VALUE]` does, its `[TYPE]` does not. */
export function isSecretPair(name: string, isSecret: IsSecretName): boolean {
  return isSecret(name) || isSecretPath(partsOf(name), isSecret);
}

/** The names in a name with brackets: `SETTINGS[API_KEY]` has two. */
export function partsOf(name: string): readonly string[] {
  return name.split(/[[\]]+/).filter((part) => part !== '');
}

/** Whether a secret stands under these names, the outermost first. Items of a list have none of their own. */
function isSecretPath(path: readonly string[], isSecret: IsSecretName): boolean {
  const names = path.filter((name) => !/^(?:\d+|item)$/.test(name));
  const last = names.at(-1) ?? '';
  return isSecret(last) || (VALUE_KEYS.has(last) && names.some(isSecret));
}

/** A body: JSON, whole or broken, the portal's XML or a multipart form. */
export function maskedBody(text: string, isSecret: IsSecretName): string {
  if (text.startsWith('--')) return maskedParts(text, isSecret);
  if (/^\s*</.test(text)) return maskedElements(text, isSecret);
  return maskedJson(text, isSecret) ?? maskedLoosely(text, (name) => VALUE_KEYS.has(name) || isSecret(name));
}

/** Undefined when it is no JSON, or is nested too deeply to be taken apart. */
function maskedJson(text: string, isSecret: IsSecretName): string | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    const shown = JSON.stringify(withoutSecrets(value, isSecret));
    // What has no secret is not written anew: numbers might change.
    return shown === JSON.stringify(value) ? text : shown;
  } catch {
    return undefined;
  }
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

/** A tag, or the text up to the next one. The portal's answers have neither attributes nor comments. */
const TAG_OR_TEXT = /<(\/?)([^<>]+)>|[^<]+/g;

/** Texts by the elements they stand in. An answer that was cut has some that never end. */
function maskedElements(text: string, isSecret: IsSecretName): string {
  const path: string[] = [];
  return text.replace(TAG_OR_TEXT, (part: string, slash: string | undefined, name: string | undefined) => {
    if (name === undefined) return isSecretPath(path, isSecret) || isSecretValue(part) ? MASK : part;
    if (slash === '/') path.pop();
    else path.push(name);
    return part;
  });
}

/** Head of a part with its name, and what stands in it; the last one may be cut. */
const PART = /(\bname="([^"]*)"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n)(.*?)(?=\r\n--|$)/gs;

/** The names and values of a multipart form. */
export function pairsOfParts(text: string): NamedValues {
  return Array.from(text.matchAll(PART), ([, , name = '', value = '']) => [name, value]);
}

function maskedParts(text: string, isSecret: IsSecretName): string {
  return text.replace(PART, (part, head: string, name: string) => (isSecretPair(name, isSecret) ? head + MASK : part));
}
