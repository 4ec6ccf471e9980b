/** The outline of a manifest. Settings and fields show their NAME beside their key. */
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { jsonText } from './json-service.js';
import type { Reader } from './reader.js';

/** Most symbols that are listed. */
const MOST_SYMBOLS = 5000;

/** The symbols of a manifest: a tree, or a plain list for editors that know no tree. */
export function documentSymbols(document: ManifestDocument, reader: Reader): DocumentSymbol[] | SymbolInformation[] {
  const json = jsonText(document);
  if (json === undefined) return [];
  const limits = { resultLimit: MOST_SYMBOLS };
  if (!reader.nestedSymbols) return json.service.findDocumentSymbols(json.text, json.parse(), limits);
  return json.service.findDocumentSymbols2(json.text, json.parse(), limits).map(withName);
}

/** Shows the value of NAME, or the code that a field sends, beside the key of the object it belongs to. */
function withName(symbol: DocumentSymbol): DocumentSymbol {
  const children = symbol.children?.map(withName);
  const detailOf = (key: string): string | undefined => {
    const child = children?.find(({ name }) => name === key);
    return child?.children?.length === 0 ? child.detail : undefined;
  };
  const detail = symbol.detail ?? detailOf('NAME') ?? detailOf('CODE');
  return { ...symbol, ...(detail !== undefined && { detail }), ...(children && { children }) };
}
