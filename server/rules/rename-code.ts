/** Renames a code: its key in CODES and every place that names it, in every mode. */
import { MODES } from '../../schemas/providers.js';
import { isObject, valueAt } from '../../schemas/record.js';
import type { ManifestDocument, Path } from '../document/manifest-document.js';
import { CODES_PATH } from './facts.js';
import { renameKey } from './remove.js';
import type { Edit } from './rule.js';

/** Paths of all places that name a code, dead modes included: FIELDS.x.CODE and PARAMS.x. */
export function referencePaths(document: ManifestDocument, code: string): Path[] {
  const settings = valueAt(document.manifest, ['SETTINGS']);
  return MODES.flatMap((mode) => {
    const path = ['SETTINGS', mode];
    const namesOf = (list: string) => {
      const object = valueAt(settings, [mode, list]);
      return isObject(object) ? Object.keys(object) : [];
    };
    const fields = namesOf('FIELDS').map((name) => [...path, 'FIELDS', name, 'CODE']);
    const params = namesOf('PARAMS').map((name) => [...path, 'PARAMS', name]);
    return [...fields, ...params].filter((place) => valueAt(document.manifest, place) === code);
  });
}

/** Edits that give a code another name everywhere. */
export function renameCode(document: ManifestDocument, old: string, name: string): Edit[] {
  const newText = JSON.stringify(name);
  const references = document.locate(referencePaths(document, old)).flatMap((place) => place?.value ?? []);
  return [...renameKey(document, [...CODES_PATH, old], name), ...references.map((span) => ({ span, newText }))];
}
