/** The key that a wrong one stands for. */
import { keysAt, schemaAt } from '../../schemas/lookup.js';
import { INPUT_ATTRIBUTES } from '../../schemas/providers.js';
import { isObject, type JsonObject } from '../../schemas/record.js';
import type { Path } from '../document/manifest-document.js';
import { inputType } from './drawing.js';
import { jsonType } from './mistakes.js';
import { nearest } from './nearest.js';

/** Names that people use for a key, though they are spelt quite differently. */
const ALIASES: Readonly<Record<string, string>> = {
  CURRENCIES: 'CURRENCY',
  URL: 'ACTION_URI',
  ACTION: 'ACTION_URI',
  TITLE: 'NAME',
  LABEL: 'NAME',
};

/** The one candidate that has the name among its words: `FORM` is FORM_DATA, but `DATA` may be any mode. */
function byWord(name: string, candidates: readonly string[]): string | undefined {
  const found = candidates.filter((candidate) => candidate.split('_').includes(name.toUpperCase()));
  return found.length === 1 ? found[0] : undefined;
}

function fits(path: Path, value: unknown): boolean {
  const type = schemaAt(path)?.type;
  if (type === undefined) return true;
  const types = typeof type === 'string' ? [type] : type;
  // A text where a list belongs is put right by a fix of its own.
  return types.includes(jsonType(value)) || (typeof value === 'string' && types.includes('array'));
}

/** The known and free key that `key` of an object at a path most likely stands for; only one whose value fits. */
export function meantKey(parent: Path, key: string, present: JsonObject): string | undefined {
  const known = keysAt(parent);
  if (known.includes(key)) return undefined;
  const free = known.filter((name) => !Object.hasOwn(present, name) && fits([...parent, name], present[key]));
  const alias = ALIASES[key.toUpperCase()];
  return nearest(key, free) ?? free.find((name) => name === alias) ?? byWord(key, free);
}

/** Names that people use for the OPTIONS of an ENUM. */
const CHOICES = ['VALUES', 'ITEMS', 'CHOICES', 'VARIANTS', 'LIST'];

const ATTRIBUTES = ['TYPE', ...Object.keys(INPUT_ATTRIBUTES)];

/**
 * The known and free attribute that `key` of an INPUT most likely stands for. INPUT takes free attributes, so only a near miss is
 * worth a word, and another name for OPTIONS.
 */
export function meantAttribute(input: JsonObject, key: string): string | undefined {
  if (ATTRIBUTES.includes(key)) return undefined;
  const free = ATTRIBUTES.filter((name) => !Object.hasOwn(input, name) && name.length > 3);
  const value = input[key];
  // VALUES is near VALUE, but a list of choices is no value.
  if (CHOICES.includes(key.toUpperCase()) && (isObject(value) || Array.isArray(value))) {
    const hasChoices = (inputType({ INPUT: input }) ?? 'ENUM') === 'ENUM';
    return hasChoices && free.includes('OPTIONS') ? 'OPTIONS' : undefined;
  }
  return nearest(key, free);
}
