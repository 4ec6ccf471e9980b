/** The manifest that a command is meant for. */
import * as vscode from 'vscode';
import { isManifestName, LANGUAGE_ID } from '../../server/document/manifest-name.js';
import { ToldError } from '../failures/explain-failure.js';

/**
 * The named file, else the one in the active editor; when a page is in front, such as the walkthrough, the one manifest that is
 * open behind it, which is then shown. Throws `ToldError` when there is none, or more than one.
 */
export async function manifestDocument(uri: vscode.Uri | undefined): Promise<vscode.TextDocument> {
  if (uri) return vscode.workspace.openTextDocument(uri);
  const active = vscode.window.activeTextEditor;
  if (active && isManifest(active.document)) return active.document;
  const [place, ...others] = active ? [] : openManifests();
  if (place === undefined) throw new ToldError(vscode.l10n.t('Open a handler manifest first.'));
  if (others.some((other) => other.uri.toString() !== place.uri.toString())) {
    throw new ToldError(vscode.l10n.t('Several manifests are open. Bring one to the front first.'));
  }
  return (await vscode.window.showTextDocument(place.uri, { viewColumn: place.viewColumn, preview: false })).document;
}

const isManifest = ({ languageId, uri }: vscode.TextDocument): boolean =>
  languageId === LANGUAGE_ID || isManifestName(uri.path);

interface Place {
  readonly uri: vscode.Uri;
  readonly viewColumn: vscode.ViewColumn;
}

/** The manifests that can be seen, else those in tabs behind others. */
function openManifests(): Place[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const visible = tabs.filter(({ isActive }) => isActive).flatMap(placeOf);
  return visible.length > 0 ? visible : tabs.flatMap(placeOf);
}

function placeOf({ input, group }: vscode.Tab): Place[] {
  if (!(input instanceof vscode.TabInputText)) return [];
  const { uri } = input;
  // A tab that was restored and not looked at yet has no document: its name has to do.
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const fits = open ? isManifest(open) : isManifestName(uri.path);
  return fits ? [{ uri, viewColumn: group.viewColumn }] : [];
}
