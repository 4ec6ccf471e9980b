/** Start, Stop and Reset Local Portal, and the address of its webhook. */
import * as path from 'node:path';
import * as vscode from 'vscode';
import { exists } from '../files/exists.js';
import { whileItRuns } from '../local-portal/while-it-runs.js';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/** @returns the address of the portal, without its secrets */
export async function startLocalPortal({ localPortal }: Session): Promise<string | undefined> {
  await localPortal.connect();
  const copy = vscode.l10n.t('Copy Webhook Address');
  void vscode.window
    .showInformationMessage(vscode.l10n.t('The local portal runs at {0}.', localPortal.url ?? ''), copy)
    .then((choice) => {
      // The message may be read late: not the address of then, but of the portal that runs now, if one does.
      if (choice === copy) void vscode.commands.executeCommand('b24pay.copyWebhookAddress');
    });
  return localPortal.url;
}

/** Copies the address, which holds a secret: it goes to the clipboard and is shown nowhere. */
export function copyWebhookAddress(session: Session): Promise<void> {
  return whileItRuns(session, ({ address }) => vscode.env.clipboard.writeText(address));
}

/** Stops the portal. Its handlers stay in the state file. */
export async function stopLocalPortal({ localPortal }: Session): Promise<void> {
  await localPortal.stop();
}

/** Empties the portal: stops it and discards its state file. The option `yes` answers the question. */
export async function resetLocalPortal({ localPortal, log }: Session, args: CommandArguments): Promise<void> {
  const file = await localPortal.stateFile();
  const wasRunning = localPortal.url !== undefined;
  const reset = vscode.l10n.t('Reset');
  const detail = file
    ? vscode.l10n.t(
        'All its handlers go. The file {0} moves to the trash, or is deleted where that fails.',
        // Its path is long, and in the output since the portal started.
        path.basename(file.fsPath),
      )
    : vscode.l10n.t('All its handlers go.');
  const message = vscode.l10n.t('Reset the local portal?');
  if (
    !args.flag('yes') &&
    (await vscode.window.showWarningMessage(message, { modal: true, detail }, reset)) !== reset
  ) {
    return;
  }
  await localPortal.stop();
  if (file && (await exists(file))) await discard(file);
  log.info('The local portal is empty.');
  if (wasRunning) await localPortal.connect();
  void vscode.window.showInformationMessage(vscode.l10n.t('The local portal is empty.'));
}

/** To the trash; where that fails, away. Why it fails is not told, but mostly there is none, as on a remote machine. */
async function discard(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file, { useTrash: true });
  } catch {
    await vscode.workspace.fs.delete(file);
  }
}
