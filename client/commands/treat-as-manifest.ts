/** Treat This File as a Handler Manifest: for manifests that must keep another name. */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/document/manifest-name.js';
import { ToldError } from '../failures/explain-failure.js';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/** Writes the file into `files.associations` of the workspace (without a folder: of the user). */
export async function treatAsManifest(_session: Session, args: CommandArguments): Promise<void> {
  const resource = args.uri ?? vscode.window.activeTextEditor?.document.uri;
  if (resource === undefined || resource.scheme === 'untitled') {
    throw new ToldError(vscode.l10n.t('Open the file first, and save it under its name.'));
  }
  const inWorkspace = vscode.workspace.getWorkspaceFolder(resource) !== undefined;
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const settings = vscode.workspace.getConfiguration('files');
  const written = settings.inspect<Record<string, string>>('associations');
  const current = inWorkspace ? written?.workspaceValue : written?.globalValue;
  const path = inWorkspace ? vscode.workspace.asRelativePath(resource, false) : resource.path.replace(/^\//, '');
  const pattern = `**/${escapeGlob(path)}`;
  await settings.update('associations', { ...current, [pattern]: LANGUAGE_ID }, target);
}

/** Characters that a glob reads as more than themselves, as one-character classes. */
function escapeGlob(path: string): string {
  return path.replace(/[[\]{}*?]/g, '[$&]');
}
