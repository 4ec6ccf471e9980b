/** Tests write `«` and `»` around ranges, and compare texts after edits. */
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import { parseManifest } from '../../server/document/parse.js';

/** Address of every manifest in the tests of features. */
export const URI = 'file:///shop.b24pay.json';

/** A manifest without marks. */
export const manifest = (text: string): ManifestDocument => parseManifest(text, URI, 1);

/** A manifest and the range marked in it. */
export function atRange(marked: string): { document: ManifestDocument; range: Range } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  if (start === -1 || end < start) throw new Error('The text has no marked range.');
  const document = manifest(marked.replace(/[«»]/g, ''));
  return { document, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}

/** The text of a manifest with marks around ranges. */
export function withRanges(document: ManifestDocument, ranges: readonly Range[]): string {
  const edits = ranges.map((range) => ({ range, newText: `«${textAt(document, range)}»` }));
  return withEdits(document, edits);
}

/** The text at a range. */
export const textAt = (document: ManifestDocument, { start, end }: Range): string =>
  document.text.slice(document.offsetAt(start), document.offsetAt(end));

/** The text of a manifest after edits. Throws when they overlap, as an editor does. */
export function withEdits(document: ManifestDocument, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(document.uri, 'json', document.version, document.text), edits);
}

/** The text of a manifest after an edit of the workspace that touches nothing else. */
export function withWorkspaceEdit(document: ManifestDocument, { changes }: WorkspaceEdit): string {
  const [uri, ...others] = Object.keys(changes ?? {});
  if (uri !== document.uri || others.length > 0) throw new Error('The edit is for another file.');
  return withEdits(document, changes?.[uri] ?? []);
}
