/**
 * All commands of the extension, and what holds for each: it runs only where it may, and no error leaves it unexplained.
 * The ids are public (package.json, docs/editor.md); so are the arguments that a command's file names, for keybindings.
 */
import * as vscode from 'vscode';
import { showFailure } from '../failures/show-failure.js';
import type { Session } from '../session.js';
import { addPortalCommand } from './add-portal.js';
import { CommandArguments } from './arguments.js';
import { checkWorkspace } from './check-workspace.js';
import { choosePortal } from './choose-portal.js';
import { copyCode } from './copy-code.js';
import { editSettings } from './edit-settings.js';
import { forgetPortal } from './forget-portal.js';
import { copyWebhookAddress, resetLocalPortal, startLocalPortal, stopLocalPortal } from './local-portal.js';
import { newManifest } from './new-manifest.js';
import { refreshPortals } from './refresh-portals.js';
import { registerManifest } from './register-manifest.js';
import { showOnPortal } from './show-on-portal.js';
import { tryPayment } from './try-payment.js';
import { treatAsManifest } from './treat-as-manifest.js';

/** A command. What it returns goes to whoever executed it. */
type Command = (session: Session, args: CommandArguments) => unknown;

/** Commands that work everywhere. */
const OPEN: Readonly<Record<string, Command>> = {
  newManifest,
  checkWorkspace,
  copyCode,
  copyWebhookAddress,
  forgetPortal,
  refreshPortals,
  stopLocalPortal,
  treatAsManifest,
  showLog: ({ exchangeLog }) => exchangeLog.reveal(false),
  restartServer: ({ language }) => language.restart(),
  showOutput: ({ log }) => {
    log.show();
  },
};

/** Commands that reach a network or start a service: only in a workspace that is trusted. */
const TRUSTED: Readonly<Record<string, Command>> = {
  registerManifest,
  tryPayment,
  editSettings,
  addPortal: addPortalCommand,
  choosePortal,
  // On a row: VS Code gives a command one title, and this one asks nothing.
  chooseThisPortal: choosePortal,
  showOnPortal,
  startLocalPortal,
  resetLocalPortal,
};

/** Makes the commands known to the editor. */
export function registerCommands(session: Session): vscode.Disposable[] {
  const register = (name: string, command: Command, mayRun: () => boolean) =>
    vscode.commands.registerCommand(`b24pay.${name}`, async (...args: readonly unknown[]): Promise<unknown> => {
      try {
        return mayRun() ? await command(session, new CommandArguments(args)) : undefined;
      } catch (error) {
        showFailure(error, session.log);
        return undefined;
      }
    });
  return [
    ...Object.entries(OPEN).map(([name, command]) => register(name, command, () => true)),
    ...Object.entries(TRUSTED).map(([name, command]) => register(name, command, isTrusted)),
  ];
}

/** Whether the workspace is trusted; offers to change it when it is not. */
function isTrusted(): boolean {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const message = vscode.l10n.t('Portals are reached only from a trusted workspace.');
  void vscode.window.showWarningMessage(message, manage).then((choice) => {
    if (choice === manage) void vscode.commands.executeCommand('workbench.trust.manage');
  });
  return false;
}
