/** Where the local portal keeps its handlers. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { ToldError } from '../failures/explain-failure.js';

/**
 * The file of the setting, else one in the storage of the workspace (made if needed); undefined without a workspace: two
 * windows would write to one file there. Throws `ToldError` when the setting is no absolute path.
 */
export async function stateFile(storage: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const setting = vscode.workspace.getConfiguration('b24pay').get<string>('localPortal.stateFile', '');
  if (setting !== '') {
    if (path.isAbsolute(setting)) return vscode.Uri.file(setting);
    throw new ToldError(
      vscode.l10n.t('The setting b24pay.localPortal.stateFile needs an absolute path; it is "{0}".', setting),
    );
  }
  if (storage === undefined) return undefined;
  await vscode.workspace.fs.createDirectory(storage);
  return vscode.Uri.joinPath(storage, 'local-portal.json');
}
