/** Whether a file is there, on whatever file system the workspace has. */
import * as vscode from 'vscode';

/** Resolves to false also when the file can't be looked at. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
