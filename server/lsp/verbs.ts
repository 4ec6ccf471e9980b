/** Hands each question of the editor about writing a manifest to the feature that answers it. */
import type { Reader } from '../features/reader.js';
import type { Connection } from './connection.js';
import type { Ask } from './loaded.js';

/** Registers the verbs of writing. */
export function registerVerbs(connection: Connection, on: Ask, reader: Reader): void {
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
