/** The line in a manifest's language status ({}) that says whether the local portal runs, and leads to its log. */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/document/manifest-name.js';
import type { LocalPortalHost } from '../local-portal/local-portal-host.js';

/** Shows where the local portal runs. */
export function showLocalPortalStatus(portal: LocalPortalHost): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('b24pay.localPortal', { language: LANGUAGE_ID });
  item.name = vscode.l10n.t('Local portal');
  const update = () => {
    const { url } = portal;
    item.text =
      url === undefined
        ? vscode.l10n.t('The local portal does not run')
        : vscode.l10n.t('Local portal: {0}', new URL(url).host);
    item.command =
      url === undefined
        ? { command: 'b24pay.startLocalPortal', title: vscode.l10n.t('Start Local Portal') }
        : { command: 'b24pay.showLog', title: vscode.l10n.t('Show Exchange Log') };
  };
  update();
  return vscode.Disposable.from(item, portal.onDidChange(update));
}
