/** What only a running local portal can do. */
import * as vscode from 'vscode';
import type { Connection } from '../../portal/client/connection.js';
import { showFailure } from '../failures/show-failure.js';
import type { Session } from '../session.js';

/**
 * Does the work with the local portal as it runs now. While it is stopped, says so and offers to start it: the command ends meanwhile,
 * and the work is done once it runs.
 */
export async function whileItRuns(
  { localPortal, log }: Session,
  work: (connection: Connection) => Thenable<unknown>,
): Promise<void> {
  if (localPortal.connection) {
    await work(localPortal.connection);
    return;
  }
  const start = vscode.l10n.t('Start Local Portal');
  const message = vscode.l10n.t('The local portal is stopped.');
  const answered = vscode.window.showInformationMessage(message, start).then(async (choice) => {
    if (choice !== start) return;
    // The command, because it says where the portal runs, or why it does not start.
    await vscode.commands.executeCommand('b24pay.startLocalPortal');
    if (localPortal.connection) await work(localPortal.connection);
  });
  void answered.then(undefined, (error: unknown) => {
    showFailure(error, log);
  });
}
