/** What of a manifest is sent to a portal. */
import type { HandlerParameters } from '../../schemas/manifest.js';
import { isObject } from '../../schemas/record.js';
import type { ManifestDocument } from './manifest-document.js';

/**
 * The parameters for handler.add: NAME, CODE, SORT (when given) and SETTINGS. `$schema` and other top-level keys stay in the file.
 * Meant for manifests without error-level problems; of others it gives what is there, so check first.
 */
export function handlerParameters(document: ManifestDocument): HandlerParameters {
  const manifest = isObject(document.manifest) ? document.manifest : {};
  const sort = manifest.SORT;
  return {
    NAME: typeof manifest.NAME === 'string' ? manifest.NAME : '',
    CODE: typeof manifest.CODE === 'string' ? manifest.CODE : '',
    ...((typeof sort === 'number' || typeof sort === 'string') && { SORT: sort }),
    SETTINGS: isObject(manifest.SETTINGS) ? manifest.SETTINGS : {},
  };
}
