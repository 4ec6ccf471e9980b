/** New Handler Manifest: mode, file name, and a complete manifest with tab stops. */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/document/manifest-name.js';
import { manifestTemplates, type ManifestTemplate } from '../../server/features/manifest-templates.js';
import { handlerCode, manifestFileName } from '../manifest-file/new-name.js';
import { askFileName } from '../manifest-file/ask-file-name.js';
import { ToldError } from '../failures/explain-failure.js';
import { exists } from '../files/exists.js';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/**
 * Makes a manifest in a folder and opens it. Arguments: the folder, and the options
 * `{ mode: "form" | "checkout" | "iframe", name }` instead of the two questions.
 * @returns the address of the manifest, or undefined when cancelled
 */
export async function newManifest(_session: Session, args: CommandArguments): Promise<vscode.Uri | undefined> {
  const asked = args.text('mode');
  const template = manifestTemplates().find(({ mode }) => mode === asked) ?? (await pickTemplate());
  if (template === undefined) return undefined;
  const folder = args.uri ?? (await pickFolder());
  if (folder === 'cancelled') return undefined;
  const name = args.text('name') ?? (await askFileName(folder));
  if (name === undefined) return undefined;
  const uri = await createFile(folder, manifestFileName(name));
  await fill(uri, template.body, handlerCode(name));
  return uri;
}

function pickTemplate(): Thenable<ManifestTemplate | undefined> {
  return vscode.window.showQuickPick(manifestTemplates(), {
    title: vscode.l10n.t('New Handler Manifest'),
    placeHolder: vscode.l10n.t('How the buyer pays'),
    // The walkthrough takes the keyboard back while the question is open.
    ignoreFocusOut: true,
  });
}

/** The folder of the workspace; undefined when none is open. */
async function pickFolder(): Promise<vscode.Uri | undefined | 'cancelled'> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri;
  return (await vscode.window.showWorkspaceFolderPick({ ignoreFocusOut: true }))?.uri ?? 'cancelled';
}

/** An empty file in the folder, or a new document that is only in the editor. Throws when the file is there already. */
async function createFile(folder: vscode.Uri | undefined, name: string): Promise<vscode.Uri> {
  if (folder === undefined) return vscode.Uri.from({ scheme: 'untitled', path: name });
  const uri = vscode.Uri.joinPath(folder, name);
  if (await exists(uri)) throw new ToldError(vscode.l10n.t('{0} is there already.', name));
  try {
    await vscode.workspace.fs.writeFile(uri, new Uint8Array());
  } catch (error) {
    const reason = error instanceof vscode.FileSystemError ? error.code : String(error);
    throw new ToldError(vscode.l10n.t('{0} could not be written ({1}).', name, reason));
  }
  return uri;
}

async function fill(uri: vscode.Uri, text: string, code: string | undefined): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  if (document.languageId !== LANGUAGE_ID) await vscode.languages.setTextDocumentLanguage(document, LANGUAGE_ID);
  // A code of its own from the start: two manifests with one code would replace each other on the portal.
  const own = code === undefined ? text : text.replace(/\$\{2:[^}]*\}/, `\${2:${code}}`);
  await editor.insertSnippet(new vscode.SnippetString(own), new vscode.Position(0, 0));
  // An empty file left behind would be a manifest full of errors.
  if (!document.isUntitled) await document.save();
}
