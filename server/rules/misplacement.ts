/** How far keys are from where a manifest has them: the measure for where a lost brace belongs. */
import { keysAt } from '../../schemas/lookup.js';
import { isObject, type JsonObject } from '../../schemas/record.js';

const strangers = (value: unknown, path: string[]): number => {
  if (!isObject(value)) return 0;
  const known = keysAt(path);
  return Object.keys(value).filter((key) => !known.includes(key)).length;
};

const missing = (value: JsonObject, keys: string[]): number => keys.filter((key) => !Object.hasOwn(value, key)).length;

/** Number of keys that are missing or stand where nothing reads them, down to the modes; 0 for a manifest in order. */
export function misplacement(manifest: unknown): number {
  if (!isObject(manifest)) return Infinity;
  const own = Object.keys(manifest).filter((key) => !keysAt([]).includes(key) && key !== 'auth').length;
  const { SETTINGS: settings } = manifest;
  if (!isObject(settings)) return own + missing(manifest, ['NAME', 'CODE', 'SETTINGS']);
  const modes = ['FORM_DATA', 'CHECKOUT_DATA', 'IFRAME_DATA'];
  return (
    own +
    missing(manifest, ['NAME', 'CODE']) +
    missing(settings, ['CODES']) +
    strangers(settings, ['SETTINGS']) +
    modes.reduce((sum, mode) => sum + strangers(settings[mode], ['SETTINGS', mode]), 0)
  );
}
