/** Broken manifests: sound ones with random mistakes, written down in random ways. */
import { isObject, type JsonObject } from '../../schemas/record.js';
import type { Random } from '../document/random.js';
import { randomStyle, written } from '../document/random-json.js';

/** Objects of a value, the value itself first. */
function objectsIn(value: unknown): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isObject(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

/** The value with one of its objects replaced. */
function replaced(value: unknown, target: JsonObject, by: unknown): unknown {
  if (value === target) return by;
  if (Array.isArray(value)) return value.map((item) => replaced(item, target, by));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item, target, by)]));
}

/** Values that people put where others belong. */
const VALUES = [
  null, true, false, 0, 5, '', ' ', '0', 'RUB', 'rub', 'RUR', 'y', 'Y', 'N', 'yes', 'GET', 'get', 'PUT', 'b2c', 'B2B', [], {},
  ['RUB'], ['rub', 'EURO', 5], { '0': 'USD' }, { a: { CODE: 'A' } }, 'http://example.com/pay', 'http://localhost:3000', "https://a.ru/'x'",
  'https://u:p@a.ru', '/pay', '${URL}', 'PAYMENT', 'ORDER', 'Y\\N', 'COMPANY', 'USR', 'USER_EMAIL', 'SUM', 'sk_live_1', 'ENUM', 'SELECT', 'NUMBER',
  'string', { TYPE: 'ENUM' }, { TYPE: 'STRING', OPTIONS: ['a'] }, { PROVIDER_VALUE: 'x' }, { NAME: 'q', TYPE: 'STRING' }, { NAME: 'q', INPUT: { TYPE: 'DATE' } },
] as const; // prettier-ignore

/** Mistakes that people make with certain keys. */
const LIKELY: Readonly<Record<string, readonly [unknown, ...unknown[]]>> = {
  METHOD: ['GET', 'get', 'PUT', 'Post ', ''],
  VISIBLE: ['Y', 'y', 'yes', true, 'N', null],
  CURRENCY: ['RUB', ['rub', 'RUR'], { '0': 'USD' }, ['EURO', 'US', 5], {}],
  CLIENT_TYPE: ['B2C', 'b2g', null, true],
  PROVIDER_KEY: ['PAYMNT', 'Y\\N', 'COMPANY', 'payment', '', null, 'Y/N'],
  PROVIDER_VALUE: ['USER_EMAIL', 'sum', 'ACCOUNT_NUMBR', '', '0', null, 'sk_live_1', 5],
  TYPE: ['SELECT', 'string', 'ENUM', 'NUMBER', 'COLOUR', ''],
  ACTION_URI: ['http://example.com/pay', 'http://pay.shop.ru', '/pay', '', 'https://${HOST}/', "https://a.ru/'"],
  SORT: ['first', true, ' 5 ', null],
  CODE: ['NO_SUCH_CODE', '', { NAME: 'q' }, { NAME: 'q', TYPE: 'DATE' }, [], 5],
  OPTIONS: [{}, ['a', 'b'], null, { '0': 'a' }],
  FIELDS: [{}, [], null, { 'a.b': { CODE: { NAME: 'q' } }, button: { CODE: 'X', VISIBLE: 'Y' } }],
  CODES: [[], null, { a_b: { NAME: '' }, A_B: [] }],
};

const KEYS = [
  'NAME', 'CODE', 'SORT', 'SETTINGS', 'CODES', 'FORM_DATA', 'CHECKOUT_DATA', 'IFRAME_DATA', 'FIELDS', 'PARAMS', 'METHOD', 'VISIBLE',
  'TYPE', 'INPUT', 'OPTIONS', 'DEFAULT', 'PROVIDER_KEY', 'PROVIDER_VALUE', 'CURRENCY', 'CLIENT_TYPE', 'ACTION_URI', 'ACTION_URL',
  'BX_RETURN_URL', 'button', 'order.id', 'a b', 'shop_id', 'SHOP_KEY', 'codes', 'extra', '__proto__', '100%',
] as const; // prettier-ignore

/** A slip of the fingers or another spelling. */
function misspelt(key: string, random: Random): string {
  const at = random.below(key.length + 1);
  return random.pick([
    key.toLowerCase(),
    key.slice(0, at) + key.slice(at + 1),
    key.slice(0, at) + 'X' + key.slice(at),
    key.replace(/_/g, '-'),
    key.replace('URI', 'URL'),
  ]);
}

/** A part of a manifest moved, doubled or renamed to where people put it. */
function rearranged(value: unknown, random: Random): unknown {
  if (!isObject(value) || !isObject(value.SETTINGS)) return value;
  const { CODES: codes, ...settings } = value.SETTINGS;
  const mode = ['FORM_DATA', 'CHECKOUT_DATA', 'IFRAME_DATA'].find((key) => isObject(settings[key]));
  const data = mode === undefined ? undefined : settings[mode];
  if (mode === undefined || !isObject(data)) return value;
  const others: JsonObject = Object.fromEntries(Object.entries(settings).filter(([key]) => key !== mode));
  const other = random.pick(['FORM_DATA', 'CHECKOUT_DATA', 'IFRAME_DATA', 'form_data', 'FORM']);
  const SETTINGS = random.pick<JsonObject>([
    { ...settings, [mode]: { ...data, CODES: codes } },
    { ...settings, CODES: codes, [mode]: { ...data, CODES: { NEW: { NAME: 'n' } } } },
    { ...others, CODES: codes, [other]: data },
    { ...others, CODES: codes },
    { ...others, CODES: codes, FORM_DATA: { ...data, METHOD: 'GET', FIELDS: { a: { CODE: 'X' } } } },
    { ...settings, CODES: codes, [other]: data },
    {
      ...others,
      CODES: codes,
      FORM_DATA: { ...data, PARAMS: { extra: Object.keys(isObject(codes) ? codes : {})[0] ?? 'X' } },
    },
    {
      ...others,
      CODES: codes,
      FORM_DATA: { ...data, FIELDS: null, PARAMS: { a: 'X', b: Object.keys(isObject(codes) ? codes : {})[0] ?? 'X' } },
    },
  ]);
  return { ...value, SETTINGS };
}

/** The value with one mistake more. */
function mutated(value: unknown, random: Random): unknown {
  if (random.chance(0.15)) return rearranged(value, random);
  const objects = objectsIn(value);
  const target = objects[random.below(objects.length)];
  if (!target) return value;
  const entries = Object.entries(target);
  const likely = entries.findIndex(([key]) => key in LIKELY && random.chance(0.5));
  const at = likely === -1 ? random.below(entries.length) : likely;
  const [key, item] = entries[at] ?? [random.pick(KEYS), random.pick(VALUES)];
  const others = entries.filter((_, index) => index !== at);
  const changed = (): [string, unknown][] => {
    const usual = LIKELY[key];
    if (usual && random.chance(0.6))
      return entries.map((entry, index) => (index === at ? [key, random.pick(usual)] : entry));
    switch (random.below(6)) {
      case 0:
        return others;
      case 1:
        return entries.map((entry, index) => (index === at ? [misspelt(key, random), item] : entry));
      case 2:
        return entries.map((entry, index) => (index === at ? [key, random.pick(VALUES)] : entry));
      case 3:
        return [...entries, [random.pick(KEYS), random.pick(VALUES)]];
      case 4:
        return [...entries, [random.pick(KEYS), random.chance(0.5) ? item : objects[random.below(objects.length)]]];
      default:
        return [[random.chance(0.5) ? key : misspelt(key, random), item], ...others];
    }
  };
  return replaced(value, target, Object.fromEntries(changed()));
}

/** A way to write JSON down: as programs do, or as no one does. */
function inSomeLayout(value: unknown, random: Random): string {
  const layout = random.below(5);
  if (layout === 0) return JSON.stringify(value);
  if (layout === 1) return written(value, random, randomStyle(random));
  const text = JSON.stringify(value, null, random.pick([2, 4, '\t']));
  const eol = random.chance(0.3) ? '\r\n' : '\n';
  const lines = text.split('\n').map((line) => {
    const comment = random.chance(0.05) ? ' // "note": {' : random.chance(0.03) ? ' /* note */' : '';
    const trailing = layout === 2 && /[^,{[]$/.test(line) && random.chance(0.1) ? ',' : '';
    return line + (/[}\]"\d]$/.test(line) ? trailing : '') + comment;
  });
  const joined = lines.join(eol);
  return random.chance(0.1) ? `\uFEFF${joined}${eol}` : joined;
}

/** A broken manifest made of one of the sound ones. Some are broken as text too. */
export function brokenManifest(manifests: readonly [unknown, ...unknown[]], random: Random): string {
  let value: unknown = random.pick(manifests);
  for (let count = 1 + random.below(5); count > 0; count--) value = mutated(value, random);
  const text = inSomeLayout(value, random);
  if (!random.chance(0.1)) return text;
  const at = random.below(text.length);
  return random.chance(0.5)
    ? text.slice(0, at) + text.slice(at + 1)
    : text.slice(0, at) + random.pick(['"', '}', ',', '{', '\n', 'x']) + text.slice(at);
}
