/** Formatting, of the whole manifest or of a range. Comments stay where they are. */
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { jsonText } from './json-service.js';

/** The edits that bring a manifest, or the lines of a range, into shape. */
export function format(document: ManifestDocument, range: Range | undefined, options: FormattingOptions): TextEdit[] {
  const json = jsonText(document);
  // The library drops the last line break unless told to keep one; only the editor's own wish does that here.
  const insertFinalNewline = options.insertFinalNewline ?? (!options.trimFinalNewlines && /\n\s*$/.test(document.text));
  return json?.service.format(json.text, range, { ...options, insertFinalNewline }) ?? [];
}
