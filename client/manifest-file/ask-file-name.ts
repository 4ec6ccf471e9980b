/** Asks for the name of a new manifest. */
import * as vscode from 'vscode';
import { exists } from '../files/exists.js';
import { manifestFileName } from './new-name.js';

/** What a file can't be called on every system; `/` leads into a folder and is allowed. */
const FORBIDDEN = /[\\:*?"<>|]|^\/|(^|\/)\.\.?(\/|$)|\/$/;

/** The name typed, checked against the folder; undefined when cancelled. */
export function askFileName(folder: vscode.Uri | undefined): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New Handler Manifest'),
    prompt: vscode.l10n.t('Name of the file. It ends with .b24pay.json, and becomes the code of the handler.'),
    value: 'shop.b24pay.json',
    valueSelection: [0, 'shop'.length],
    ignoreFocusOut: true,
    validateInput: (typed) => objection(typed, folder),
  });
}

async function objection(typed: string, folder: vscode.Uri | undefined): Promise<string | undefined> {
  if (typed.trim() === '') return vscode.l10n.t('A file needs a name.');
  if (FORBIDDEN.test(typed.trim())) return vscode.l10n.t("This can't be the name of a file.");
  const name = manifestFileName(typed);
  if (folder === undefined) return undefined;
  const taken = await exists(vscode.Uri.joinPath(folder, name));
  return taken ? vscode.l10n.t('{0} is there already.', name) : undefined;
}
