/** Formatting, of the whole manifest or of a range. Comments stay where they are. */
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { jsonText } from './json-service.js';

/** The edits that bring a manifest, or the lines of a range, into shape. */
export function format(document: ManifestDocument, range: Range | undefined, options: FormattingOptions): TextEdit[] {
  const json = jsonText(document);
  return json?.service.format(json.text, range, options) ?? [];
}
