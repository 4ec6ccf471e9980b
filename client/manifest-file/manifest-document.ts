/** The manifest that a command is meant for. */
import * as vscode from 'vscode';
import { isManifestName, LANGUAGE_ID } from '../../server/document/manifest-name.js';
import { ToldError } from '../failures/explain-failure.js';

/** The named file, else the one in the active editor. Throws `ToldError` when that is no manifest. */
export async function manifestDocument(uri: vscode.Uri | undefined): Promise<vscode.TextDocument> {
  if (uri) return vscode.workspace.openTextDocument(uri);
  const active = vscode.window.activeTextEditor?.document;
  if (active && (active.languageId === LANGUAGE_ID || isManifestName(active.uri.path))) return active;
  throw new ToldError(vscode.l10n.t('Open a handler manifest first.'));
}
