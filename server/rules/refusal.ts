/** Which problems keep a portal from taking a manifest at all, or from reading what it has stored. */
import { MODES } from '../../schemas/providers.js';
import { isEmpty, isObject, valueAt } from '../../schemas/record.js';
import { lastOf } from './mistakes.js';
import type { Problem } from './problem.js';

/** Rules that report nothing else. */
const ALWAYS = [
  'json-syntax',
  'missing-mode',
  'empty-name',
  'empty-code',
  'name-too-long',
  'code-too-long',
  'settings-too-large',
];

/**
 * Whether a portal refuses the manifest because of a problem, or cannot read it: a handler with it does not work at all. `value`
 * is the manifest as written. The portal looks at a few keys and no deeper: a field without CODE, or METHOD "PUT", is stored.
 */
export function isRefusal({ code, path }: Problem, value: unknown): boolean {
  const key = lastOf(path);
  const written = valueAt(value, path);
  switch (code) {
    case 'missing-property':
      return path.length <= 2;
    case 'invalid-value':
      return path.length === 2 && key === 'CLIENT_TYPE';
    case 'misplaced-codes':
      return (valueAt(value, [settingsOf(value), 'CODES']) ?? null) === null;
    case 'invalid-action-uri':
      return isEmpty(written);
    case 'wrong-type':
      return isOfRefusedType(path.length, key, written);
    default:
      return ALWAYS.includes(code);
  }
}

/** How SETTINGS is written. */
const settingsOf = (value: unknown): string =>
  Object.keys(isObject(value) ? value : {}).findLast((key) => key.toUpperCase() === 'SETTINGS') ?? 'SETTINGS';

/** NAME, CODE and CODES are asked for, but not looked at; of a mode its ACTION_URI is. */
function isOfRefusedType(depth: number, key: string, written: unknown): boolean {
  const isParameter = depth === 1 && ['NAME', 'CODE', 'SETTINGS'].includes(key.toUpperCase());
  if (isParameter || (depth === 2 && key === 'CODES')) return written === null || key.toUpperCase() === 'SETTINGS';
  if (depth === 3 && key === 'ACTION_URI') return isEmpty(written);
  return depth === 0 || (depth === 2 && (key === 'CLIENT_TYPE' || MODES.some((mode) => mode === key)));
}
