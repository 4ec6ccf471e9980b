/** What the extension wrote for people to read. */
import * as vscode from 'vscode';

/** Text of the extension's output, once it is shown and matches; undefined until then. */
export function outputText(pattern: RegExp): string | undefined {
  return vscode.workspace.textDocuments
    .filter(({ uri }) => uri.scheme === 'output')
    .map((document) => document.getText())
    .find((text) => pattern.test(text));
}
