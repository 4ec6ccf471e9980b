/** Manifests in the test workspace, and what the editor says about them. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { until } from './poll.js';

/** A small sound manifest for the given handler code. */
export function soundManifest(code: string, more: Readonly<Record<string, unknown>> = {}): string {
  const manifest = {
    NAME: 'Test handler',
    CODE: code,
    SORT: 100,
    SETTINGS: {
      CODES: { SHOP_ID: { NAME: 'Shop number' } },
      FORM_DATA: {
        ACTION_URI: 'https://pay.my-service.com/form',
        METHOD: 'POST',
        FIELDS: { shopId: { CODE: 'SHOP_ID' } },
      },
      CLIENT_TYPE: 'b2c',
      ...more,
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The folder the tests may write to. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The tests need an open folder.');
  return folder.uri;
}

/**
 * Writes a file into the workspace and opens it in an editor. A file that is open is loaded anew when it is written, and may be
 * met while it is still empty: so it is written only when it has to be, and waited for.
 */
export async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  const known = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (known === undefined || known.isDirty || known.getText() !== text) {
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  }
  const document = await vscode.workspace.openTextDocument(uri);
  await until(`${name} is loaded`, () => (document.getText() === text ? true : undefined));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Replaces the whole text of a document, without saving. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, all, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`Could not edit ${path.basename(document.fileName)}`);
}

/** Codes of a document's problems, as the editor shows them. */
export function problemCodes(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Waits until the document has a problem of that code and gives all its problems. */
export function problemsWith(code: string, uri: vscode.Uri): Promise<vscode.Diagnostic[]> {
  return until(`${code} in ${path.basename(uri.path)}`, () =>
    problemCodes(uri).includes(code) ? vscode.languages.getDiagnostics(uri) : undefined,
  );
}
