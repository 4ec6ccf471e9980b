/** What a new value looks like at each place: the objects with the keys one starts with, strings with what fits there. */
import { schemaAt } from '../../schemas/lookup.js';
import { INPUT_TYPES, PROVIDERS } from '../../schemas/providers.js';
import type { Path } from '../document/manifest-document.js';
import { choicesAt, type Surroundings } from './choices.js';
import { placeOf, type Place } from './place.js';
import type { Snippet } from './snippet.js';

/** Keys that a new object starts with. An object without such keys starts empty. */
const FIRST_KEYS: Partial<Record<Place | 'DEFAULT' | 'FORM_DATA' | 'manifest' | 'SETTINGS', readonly string[]>> = {
  manifest: ['NAME', 'CODE', 'SETTINGS'],
  SETTINGS: ['FORM_DATA', 'CODES'],
  // Without METHOD the buyer's browser would send the form by GET.
  FORM_DATA: ['ACTION_URI', 'METHOD', 'FIELDS'],
  mode: ['ACTION_URI', 'FIELDS'],
  setting: ['NAME', 'DEFAULT'],
  DEFAULT: ['PROVIDER_KEY', 'PROVIDER_VALUE'],
  field: ['CODE'],
  fieldCode: ['NAME', 'INPUT'],
  input: ['TYPE'],
  buyerInput: ['TYPE'],
};

/** Longest list of codes that a tab stop offers; past that the reader completes the code himself. */
const MOST_CHOICES = 30;

const documented = (table: Readonly<Record<string, { status?: string; documented?: boolean }>>): string[] =>
  Object.keys(table).filter((key) => table[key]?.documented ?? table[key]?.status === 'documented');

/** Values that a tab stop offers at a place. */
function offered(around: Surroundings): readonly string[] {
  const place = placeOf(around.path);
  if (place === 'providerKey') return ['PAYMENT', ...documented(PROVIDERS).filter((key) => key !== 'PAYMENT')];
  if (place === 'inputType') return documented(INPUT_TYPES);
  const small: readonly (Place | undefined)[] = [
    'clientType',
    'method',
    'visible',
    'buyerInputType',
    'fieldCode',
    'param',
  ];
  if (!small.includes(place)) return [];
  const values = choicesAt(around).map(({ value }) => value);
  return values.length <= MOST_CHOICES ? values : [];
}

/** Inside of a JSON string: what is offered is escaped as JSON wants it (`Y\N`). */
const inString = (text: string): string => JSON.stringify(text).slice(1, -1);

function scalar(around: Surroundings, example: unknown): Snippet {
  if (typeof example === 'number' || typeof example === 'boolean') {
    return [{ choices: [String(example)] }];
  }
  const choices = offered(around);
  if (choices.length > 0) return ['"', { choices: choices.map(inString) }, '"'];
  return [
    '"',
    typeof example === 'string' && placeOf(around.path) === undefined ? { text: inString(example) } : {},
    '"',
  ];
}

function firstKeys(path: Path): readonly string[] {
  const last = path.at(-1);
  const isNamed = last === 'SETTINGS' || last === 'DEFAULT' || (last === 'FORM_DATA' && placeOf(path) === 'mode');
  const name = path.length === 0 ? 'manifest' : isNamed ? last : placeOf(path);
  return (name && FIRST_KEYS[name]) ?? [];
}

/** An object with the keys one starts with, or an empty one with the cursor inside. */
export function objectShape(around: Surroundings, depth = 0): Snippet {
  const inner = `\n${'\t'.repeat(depth + 1)}`;
  const keys = firstKeys(around.path);
  if (keys.length === 0) return ['{', inner, {}, `\n${'\t'.repeat(depth)}`, '}'];
  const members = keys.flatMap((key, index): Snippet => [
    `${index === 0 ? '' : ','}${inner}${JSON.stringify(key)}: `,
    ...valueShape({ ...around, path: [...around.path, key] }, depth + 1),
  ]);
  return ['{', ...members, `\n${'\t'.repeat(depth)}`, '}'];
}

const listShape = (path: Path): Snippet => {
  const { type } = schemaAt([...path, 0]) ?? {};
  return type === 'string' ? ['["', {}, '"]'] : ['[', {}, ']'];
};

/** A new value at a place. A string goes before an object where both may stand. */
export function valueShape(around: Surroundings, depth = 0): Snippet {
  const schema = schemaAt(around.path);
  const types = schema?.type === undefined ? [] : [schema.type].flat();
  if (types.includes('string') || types.includes('number') || types.includes('boolean')) {
    return scalar(around, schema?.examples?.[0]);
  }
  if (types.includes('object')) return objectShape(around, depth);
  return types.includes('array') ? listShape(around.path) : [{}];
}
