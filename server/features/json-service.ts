/** vscode-json-languageservice for what a manifest has in common with all JSON: outline, folding, formatting. */
import { getLanguageService, TextDocument, type JSONDocument, type LanguageService } from 'vscode-json-languageservice';
import type { ManifestDocument } from '../document/manifest-document.js';
import { isTooDeep } from './too-deep.js';

/** A manifest in the form that the service takes. */
export interface JsonText {
  readonly service: LanguageService;
  readonly text: TextDocument;
  /** Parsed on each call. */
  parse(): JSONDocument;
}

/** The service with a manifest; undefined when it is nested so deeply that the service would run out of stack. */
export function jsonText(document: ManifestDocument): JsonText | undefined {
  if (isTooDeep(document)) return undefined;
  const service = getLanguageService({});
  const text = TextDocument.create(document.uri, 'jsonc', document.version, document.text);
  return { service, text, parse: () => service.parseJSONDocument(text) };
}
