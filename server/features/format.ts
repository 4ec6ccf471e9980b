/** Formatting, of the whole manifest or of a range. Comments stay where they are. */
import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { jsonText } from './json-service.js';

/** Most blanks that one step of indentation is made of. */
const MOST_BLANKS = 16;

/** Tokens that go on to the end of their line, or of the text, because nothing closes them. */
const UNCLOSED = ['UnexpectedEndOfString', 'UnexpectedEndOfComment'];

/** The edits that bring a manifest, or the lines of a range, into shape. */
export function format(document: ManifestDocument, range: Range | undefined, options: FormattingOptions): TextEdit[] {
  // What follows an unclosed string is not where it belongs: moved, it would become part of the string.
  if (document.syntaxProblems.some(({ kind }) => UNCLOSED.includes(kind))) return [];
  const json = jsonText(document);
  const tabSize = Math.min(Math.max(Math.trunc(options.tabSize) || 1, 1), MOST_BLANKS);
  // The library drops the last line break unless told to keep one; only the editor's own wish does that here.
  const insertFinalNewline = options.insertFinalNewline ?? (!options.trimFinalNewlines && /\n\s*$/.test(document.text));
  return json?.service.format(json.text, range, { ...options, tabSize, insertFinalNewline }) ?? [];
}
