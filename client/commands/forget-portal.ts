/** Forget Portal…: removes a saved webhook from this machine. */
import * as vscode from 'vscode';
import type { SavedPortal } from '../connections/portal-store.js';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/** Forgets the portal of the option `portal` (host or ID), or one that the user picks. On a row of the view it asks first. */
export async function forgetPortal({ portals }: Session, args: CommandArguments): Promise<void> {
  const named = args.text('portal');
  const portal = named === undefined ? await pick() : await portals.find(named);
  if (portal === undefined || (args.onRow && !(await confirm(portal)))) return;
  await portals.forget(portal.id);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Forgot {0}, but its webhook still works. To end it, delete it on the portal.', portal.name),
  );

  async function pick() {
    const items = (await portals.list()).map((saved) => ({ label: saved.name, description: saved.id, ...saved }));
    if (items.length > 0) {
      const placeHolder = vscode.l10n.t('Its webhook is removed from this machine');
      return vscode.window.showQuickPick(items, { title: vscode.l10n.t('Forget Portal'), placeHolder });
    }
    void vscode.window.showInformationMessage(vscode.l10n.t('No portal is saved.'));
    return undefined;
  }
}

async function confirm({ id, name }: SavedPortal): Promise<boolean> {
  const message = vscode.l10n.t('Forget {0}?', name);
  const detail = vscode.l10n.t('The webhook {0} is removed from this machine.', id);
  const forget = vscode.l10n.t('Forget');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, forget)) === forget;
}
