/** Hands each question of the editor about writing a manifest to the feature that answers it. */
import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import type { Reader } from '../features/reader.js';
import type { Abilities } from './abilities.js';
import { Completions } from './completions.js';
import type { Connection } from './connection.js';
import type { Ask } from './loaded.js';

/** Registers the verbs of writing. */
export function registerVerbs(connection: Connection, on: Ask, reader: Reader, can: Abilities): void {
  const completions = new Completions(can, reader);
  connection.onRequest('textDocument/completion', [], ({ textDocument: { uri }, position }) =>
    on<CompletionItem[] | CompletionList>(uri, [], ({ complete }, document) =>
      completions.answer((whom) => complete(document, position, whom)),
    ),
  );
  connection.onRequest('completionItem/resolve', null, (item) => completions.resolve(item));
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
