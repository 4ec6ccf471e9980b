/** The list of portals to choose from. */
import * as vscode from 'vscode';
import type { Session } from '../session.js';
import { askForPortal } from './ask-for-portal.js';
import { LOCAL } from './choice.js';

interface PortalItem extends vscode.QuickPickItem {
  /** What is chosen: `local`, the ID of a saved portal; undefined adds a new one. */
  readonly choice?: string;
}

/** Lets the user choose a portal (or add one) and remembers it for the workspace. Undefined when cancelled. */
export async function pickPortal(session: Session): Promise<string | undefined> {
  const adding: PortalItem[] = [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: `$(add) ${vscode.l10n.t('Add Portal…')}` },
  ];
  const stopped = vscode.l10n.t('starts on this machine when it is used');
  const picked = await vscode.window.showQuickPick([...(await portalItems(session, stopped)), ...adding], {
    title: vscode.l10n.t('Choose Portal'),
    placeHolder: vscode.l10n.t('Where to register handlers'),
    matchOnDescription: true,
  });
  if (picked === undefined) return undefined;
  const choice = picked.choice ?? (await askForPortal(session))?.portal.id;
  if (choice !== undefined) await session.portals.choose(choice);
  return choice;
}

/** Lets the user point at a portal for this once: what the workspace registers on stays as it is. Undefined when cancelled. */
export async function pointAtPortal(session: Session): Promise<string | undefined> {
  const picked = await vscode.window.showQuickPick(await portalItems(session, vscode.l10n.t('stopped')), {
    title: vscode.l10n.t('Show on Portal'),
    placeHolder: vscode.l10n.t('Which portal to show'),
    matchOnDescription: true,
  });
  return picked?.choice;
}

/** The portals; what to say of the local one while it does not run depends on what is done with it. */
async function portalItems({ portals, localPortal }: Session, stopped: string): Promise<PortalItem[]> {
  const local: PortalItem = {
    choice: LOCAL,
    label: `$(vm) ${vscode.l10n.t('Local portal')}`,
    description: localPortal.url ?? stopped,
  };
  const saved = (await portals.list()).map(({ id, name }) => ({
    choice: id,
    label: `$(globe) ${name}`,
    description: id,
  }));
  // The list starts at the portal in use, so that Enter keeps it.
  return [local, ...saved].sort(
    (one, other) => Number(other.choice === portals.chosen) - Number(one.choice === portals.chosen),
  );
}
