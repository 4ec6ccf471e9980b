/** Settings that stand beside SETTINGS, where no portal looks for them, and how they get into it. */
import { keysAt } from '../../schemas/lookup.js';
import { isEmpty, isObject, valueAt, type JsonObject } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { nodeAt } from './edits.js';
import { CODES_PATH } from './facts.js';
import { insertCopy, setMember } from './insert.js';
import { removeMember } from './remove.js';
import type { Edit } from './rule.js';

const SETTINGS: Path = ['SETTINGS'];

/** Whether a parameter of a manifest is a key of SETTINGS, in any letter case. */
export const isSetting = (key: string): boolean => keysAt(SETTINGS).includes(key.toUpperCase());

/** The settings that stand beside SETTINGS, as they are written. */
export const straySettings = (manifest: JsonObject): string[] => Object.keys(manifest).filter(isSetting);

/**
 * Edits that move what stands at a path into SETTINGS, under the last key of the path; none where there is something else already.
 * Of codes that are there already, those in SETTINGS stay.
 */
export function moveIntoSettings(document: ManifestDocument, from: Path): Edit[] {
  const key = String(from.at(-1)).toUpperCase();
  if (nodeAt(document, SETTINGS)?.type !== 'object') return [];
  const above = valueAt(document.manifest, [...SETTINGS, key]);
  const remove = removeMember(document, from);
  if (above === undefined) return [...remove, ...insertCopy(document, SETTINGS, [{ key, from }])];
  return key === 'CODES' ? mergeCodes(document, from, above, remove) : [];
}

function mergeCodes(document: ManifestDocument, from: Path, above: unknown, remove: Edit[]): Edit[] {
  const moved = valueAt(document.value, from);
  if (!isObject(moved)) return remove;
  if (!isObject(above)) return isEmpty(above) ? [...remove, ...setMember(document, SETTINGS, 'CODES', moved)] : [];
  const missing = Object.keys(moved).filter((name) => !Object.hasOwn(above, name));
  const copies = missing.map((name) => ({ key: name, from: [...from, name] }));
  return [...remove, ...insertCopy(document, CODES_PATH, copies)];
}
