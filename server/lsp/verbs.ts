/** Hands each question of the editor to the feature that answers it. The features are loaded when first needed. */
import type { ManifestDocument } from '../document/manifest-document.js';
import type { Reader } from '../features/reader.js';
import type * as features from '../features/verbs.js';
import type { Connection } from './connection.js';
import type { OpenManifests } from './documents.js';
import { textsInUse } from './language.js';

type Features = typeof features;

/** Loads the features and teaches them the language: in the bundled server they have a copy of the l10n library of their own. */
async function loadFeatures(): Promise<Features> {
  const loaded = await import('../features/verbs.js');
  loaded.useTexts({ contents: textsInUse() });
  return loaded;
}

/** Registers the verbs. */
export function registerVerbs(connection: Connection, manifests: OpenManifests, reader: Reader): void {
  let loading: Promise<Features> | undefined;
  /** Calls a feature for an open manifest; `nothing` for other documents and for texts too long to look at. */
  const on = async <T>(
    uri: string,
    nothing: T,
    verb: (features: Features, document: ManifestDocument) => T,
  ): Promise<T> => {
    if (manifests.get(uri)?.manifest === undefined) return nothing;
    const loaded = await (loading ??= loadFeatures());
    // The text may have changed while the features were loading.
    const document = manifests.get(uri)?.manifest;
    return document === undefined ? nothing : verb(loaded, document);
  };

  connection.onRequest('textDocument/completion', [], ({ textDocument: { uri }, position }) =>
    on(uri, [], ({ complete }, document) => complete(document, position, reader)),
  );
  connection.onRequest('textDocument/hover', null, ({ textDocument: { uri }, position }) =>
    on(uri, null, ({ hover }, document) => hover(document, position, reader) ?? null),
  );
  connection.onRequest('textDocument/documentSymbol', [], ({ textDocument: { uri } }) =>
    on(uri, [], ({ documentSymbols }, document) => documentSymbols(document, reader)),
  );
  connection.onRequest('textDocument/foldingRange', [], ({ textDocument: { uri } }) =>
    on(uri, [], ({ foldingRanges }, document) => foldingRanges(document, reader)),
  );
  connection.onRequest('textDocument/formatting', [], ({ textDocument: { uri }, options }) =>
    on(uri, [], ({ format }, document) => format(document, undefined, options)),
  );
  connection.onRequest('textDocument/rangeFormatting', [], ({ textDocument: { uri }, options, range }) =>
    on(uri, [], ({ format }, document) => format(document, range, options)),
  );
}
