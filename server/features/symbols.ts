/** The outline of a manifest. Codes, fields and parameters show the NAME that people see beside their key. */
import type { DocumentSymbol, Range, SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { member, valueAt } from '../../schemas/record.js';
import type { ManifestDocument } from '../document/manifest-document.js';
import { jsonText } from './json-service.js';
import { meant } from './meant.js';
import { rangeOf, spanOf } from './range.js';
import type { Reader } from './reader.js';

const ARRAY: typeof SymbolKind.Array = 18;

/** Most symbols that are listed. */
const MOST_SYMBOLS = 5000;

/** The symbols of a manifest: a tree, or a plain list for editors that know no tree. */
export function documentSymbols(document: ManifestDocument, reader: Reader): DocumentSymbol[] | SymbolInformation[] {
  const { document: read, place } = meant(document);
  const json = jsonText(read);
  if (json === undefined) return [];
  const limits = { resultLimit: MOST_SYMBOLS };
  const asItStands = (range: Range): Range =>
    read === document ? range : rangeOf(document, place(spanOf(read, range)));
  if (!reader.nestedSymbols) {
    const symbols = json.service.findDocumentSymbols(json.text, json.parse(), limits);
    return symbols.map((symbol) => ({
      ...symbol,
      location: { uri: document.uri, range: asItStands(symbol.location.range) },
    }));
  }
  const placed = (symbol: DocumentSymbol): DocumentSymbol => ({
    ...symbol,
    range: asItStands(symbol.range),
    selectionRange: asItStands(symbol.selectionRange),
    ...(symbol.children && { children: symbol.children.map(placed) }),
  });
  const symbols = json.service.findDocumentSymbols2(json.text, json.parse(), limits).map(withNames(read));
  return read === document ? symbols : symbols.map(placed);
}

/** What a code is called: its NAME, or itself without one. */
function nameOf(code: string, { manifest }: ManifestDocument): string {
  const name = member(valueAt(manifest, ['SETTINGS', 'CODES', code]), 'NAME');
  return typeof name === 'string' && name !== '' ? name : code;
}

/**
 * Shows what an object is called beside its key: its own NAME, or that of the code it sends or of the question it asks. An item of
 * a list is called by its text, which says more than its number.
 */
const withNames =
  (document: ManifestDocument) =>
  (symbol: DocumentSymbol): DocumentSymbol => {
    const children = symbol.children?.map(withNames(document)).map((child) => {
      if (symbol.kind === ARRAY) return { ...child, name: stringAt(child.range, document) ?? child.name };
      return symbol.name === 'PARAMS' ? called(child, child.detail, document) : child;
    });
    const detailOf = (key: string) => children?.find(({ name }) => name === key)?.detail;
    const named = children ? { ...symbol, children } : symbol;
    return symbol.detail === undefined ? called(named, detailOf('NAME') ?? detailOf('CODE'), document) : named;
  };

const called = (symbol: DocumentSymbol, code: string | undefined, document: ManifestDocument): DocumentSymbol =>
  code === undefined ? symbol : { ...symbol, detail: nameOf(code, document) };

/** A plain string that is not empty; undefined for everything else. */
function stringAt(range: Range, document: ManifestDocument): string | undefined {
  const { start, end } = spanOf(document, range);
  return /^"([^"\\]+)"$/.exec(document.text.slice(start, end))?.[1];
}
