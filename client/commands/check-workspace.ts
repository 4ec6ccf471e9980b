/** Check All Manifests: those of the workspace folders, open or not. */
import * as vscode from 'vscode';
import { languageOfTag, SOURCE_LANGUAGE } from '../../server/language.js';
import type { WorkspaceCounts } from '../../server/lsp/protocol.js';
import { plural } from '../../server/plural.js';
import type { Session } from '../session.js';

/**
 * Has everything checked anew, shows the Problems view and says the counts.
 * @returns the counts, or undefined when it was cancelled or the language server does not run
 */
export async function checkWorkspace({ language }: Session): Promise<WorkspaceCounts | undefined> {
  const title = vscode.l10n.t('Checking all manifests…');
  const counts = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    (_, token) => language.checkWorkspace(token),
  );
  if (counts?.manifests === 0) offerNewManifest();
  else if (counts) tell(counts);
  return counts;
}

function tell({ manifests, errors, warnings }: WorkspaceCounts): void {
  const shown = vscode.l10n.bundle ? languageOfTag(vscode.env.language) : SOURCE_LANGUAGE;
  const checked = plural(vscode.l10n.t('{0} manifest checked|{0} manifests checked', manifests), manifests, shown);
  const parts = [
    plural(vscode.l10n.t('{0} error|{0} errors', errors), errors, shown),
    plural(vscode.l10n.t('{0} warning|{0} warnings', warnings), warnings, shown),
  ];
  // The focus command, because the other one hides a view that is already in front.
  void vscode.commands.executeCommand('workbench.panel.markers.view.focus');
  void vscode.window.showInformationMessage(`${checked}: ${parts.join(', ')}.`);
}

function offerNewManifest(): void {
  const create = vscode.l10n.t('New Handler Manifest');
  const message = vscode.l10n.t(
    'There are no handler manifests (*.b24pay.json, bitrix24-payment-handler.json) in the folders of this workspace.',
  );
  void vscode.window.showInformationMessage(message, create).then((choice) => {
    if (choice === create) void vscode.commands.executeCommand('b24pay.newManifest');
  });
}
