/** The line in a manifest's language status ({}) that says which portal it is registered on. */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/document/manifest-name.js';
import { LOCAL } from '../connections/choice.js';
import type { PortalStore } from '../connections/portal-store.js';

/** Shows the workspace's portal and lets it be changed. */
export function showPortalStatus(portals: PortalStore): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('b24pay.portal', { language: LANGUAGE_ID });
  item.name = vscode.l10n.t('Portal');
  item.command = { command: 'b24pay.choosePortal', title: vscode.l10n.t('Choose Portal…') };
  const update = async () => {
    item.text = await portalText(portals);
  };
  void update();
  return vscode.Disposable.from(
    item,
    portals.onDidChange(() => void update()),
  );
}

async function portalText(portals: PortalStore): Promise<string> {
  if (portals.chosen === LOCAL) return vscode.l10n.t('Local portal');
  return (await portals.chosenPortal())?.name ?? vscode.l10n.t('No portal chosen');
}
