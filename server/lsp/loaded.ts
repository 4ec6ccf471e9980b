/** The features for an open manifest, loaded when first needed. */
import type { ManifestDocument } from '../document/manifest-document.js';
import type * as features from '../features/verbs.js';
import type { OpenManifests } from './documents.js';
import { textsInUse } from './language.js';

/** The features as a module. */
export type Features = typeof features;

/** Calls a feature for an open manifest; gives `nothing` for other documents and for texts too long to look at. */
export type Ask = <T>(
  uri: string,
  nothing: T,
  verb: (features: Features, document: ManifestDocument) => T | Promise<T>,
) => Promise<T>;

/** Loads the features and teaches them the language: in the bundled server they have a copy of the l10n library of their own. */
async function loadFeatures(): Promise<Features> {
  const loaded = await import('../features/verbs.js');
  loaded.useTexts({ contents: textsInUse() });
  return loaded;
}

/** What calls the features for the open manifests. */
export function askFeatures(manifests: OpenManifests): Ask {
  let loading: Promise<Features> | undefined;
  return async (uri, nothing, verb) => {
    if (manifests.get(uri)?.manifest === undefined) return nothing;
    const loaded = await (loading ??= loadFeatures());
    // The text may have changed while the features were loading.
    const document = manifests.get(uri)?.manifest;
    return document === undefined ? nothing : verb(loaded, document);
  };
}
