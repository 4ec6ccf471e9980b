/** What the generated validator says, as the rules read it: paths instead of JSON Pointers, and names for places. */
import * as l10n from '@vscode/l10n';
import { valueAt } from '../../schemas/record.js';
import type { ValidationError } from '../../schemas/validator.js';
import type { Path } from '../document/manifest-document.js';
import type { Facts } from './facts.js';

/** Where the schema says "at least one mode"; that is `missing-mode`'s to report. */
export const IN_MODES = '/properties/SETTINGS/anyOf';

/** A mistake with its place. */
export interface Mistake {
  readonly error: ValidationError;
  readonly path: Path;
  readonly value: unknown;
}

/** Path of a JSON Pointer into a value. */
function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replace(/~1/g, '/').replace(/~0/g, '~');
    path.push(Array.isArray(valueAt(root, path)) ? Number(name) : name);
  }
  return path;
}

/** Whether a place is inside a mode that another mode switches off: the portal reads only whether ACTION_URI is there. */
function isDead({ modes }: Facts, path: Path): boolean {
  if (path.length < 3 || (path.length === 3 && path[2] === 'ACTION_URI')) return false;
  return modes.some(({ key, active }) => !active && path[0] === 'SETTINGS' && path[1] === key);
}

/** Mistakes of the given keywords; of dead modes only keys that nothing reads. */
export function mistakesOf(facts: Facts, ...keywords: string[]): Mistake[] {
  const { root, mistakes } = facts;
  if (mistakes.length === 0) return [];
  return mistakes
    .filter(({ keyword, schemaPath }) => keywords.includes(keyword) && !schemaPath.includes(IN_MODES))
    .map((error) => ({ error, path: pathOf(error.instancePath, root) }))
    .filter(({ error, path }) => error.keyword === 'additionalProperties' || !isDead(facts, placeOf(error, path)))
    .map(({ error, path }) => ({ error, path, value: valueAt(root, path) }));
}

const placeOf = (error: ValidationError, path: Path): Path =>
  error.keyword === 'required' ? [...path, missingKey(error)] : path;

/** Key that a `required` mistake misses. */
export const missingKey = ({ params }: ValidationError): string => String(params.missingProperty);

/** Last key of a path; empty for the root. */
export const lastOf = (path: Path): string => String(path.at(-1) ?? '');

/** A place at the start of a sentence: `FORM_DATA`, `Code SHOP_KEY`, `Field phone`. */
export function nameOf(path: Path): string {
  const [, group, third, fourth] = path;
  const last = path.at(-1);
  if (last === undefined) return l10n.t('The manifest');
  if (path.length === 3 && group === 'CODES') return l10n.t('Code {0}', String(third));
  if (path.length === 4 && third === 'FIELDS') return l10n.t('Field {0}', String(fourth));
  if (typeof last === 'number') return l10n.t('Item {0} of {1}', last + 1, lastOf(path.slice(0, -1)));
  return last;
}

/** A place inside a sentence: `in FORM_DATA`, `in code SHOP_KEY`, `in field phone`. */
export function placeIn(path: Path): string {
  const [, group, third, fourth] = path;
  if (path.length === 3 && group === 'CODES') return l10n.t('in code {0}', String(third));
  if (path.length === 4 && third === 'FIELDS') return l10n.t('in field {0}', String(fourth));
  return l10n.t('in {0}', lastOf(path));
}

/** JSON type of a value; lists are `array`, null is `null`. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
