/** Edits of one manifest as the protocol's workspace edit. */
import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ManifestDocument } from '../document/manifest-document.js';
import { eolOf, indentAt } from '../rules/layout.js';
import type { Edit } from '../rules/rule.js';
import { rangeOf } from './range.js';

/**
 * One edit of the workspace. `versioned`: the editor takes edits that name the version they are for, so that it can refuse them
 * once the text has changed.
 */
export function workspaceEdit(document: ManifestDocument, edits: readonly Edit[], versioned: boolean): WorkspaceEdit {
  const changes = edits.map(({ span, newText }): TextEdit => ({ range: rangeOf(document, span), newText }));
  return versioned ? versionedEdit(document, changes) : { changes: { [document.uri]: changes } };
}

/** The same with tab stops, for editors that can place them; the texts are in the protocol's snippet syntax. */
export const snippetEdit = (document: ManifestDocument, edits: readonly Edit[]): WorkspaceEdit =>
  versionedEdit(
    document,
    edits.map((edit): SnippetTextEdit => ({
      range: rangeOf(document, edit.span),
      snippet: { kind: 'snippet', value: relative(document, edit) },
    })),
  );

const versionedEdit = ({ uri, version }: ManifestDocument, edits: (TextEdit | SnippetTextEdit)[]): WorkspaceEdit => ({
  documentChanges: [{ textDocument: { uri, version }, edits }],
});

/** A snippet without the indentation of the line it starts on: editors add that to each of its further lines. */
function relative({ text }: ManifestDocument, { span, newText }: Edit): string {
  const indent = indentAt(text, span.start);
  const eol = eolOf(text);
  return indent === '' || eol === '' ? newText : newText.replaceAll(eol + indent, eol);
}
