/** Add Portal…: asks for a webhook, tries it, keeps it. */
import * as vscode from 'vscode';
import { addPortal, askForPortal } from '../connections/ask-for-portal.js';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/**
 * Adds a portal and makes it the workspace's choice. The option `address` stands for what is typed into the box; it is there for
 * automation and has no place in a keybinding, because it is a secret.
 * @returns the portal's host, or undefined when nothing was added
 */
export async function addPortalCommand(session: Session, args: CommandArguments): Promise<string | undefined> {
  const address = args.text('address');
  const portal = address === undefined ? await askForPortal(session) : await addPortal(session, address);
  if (portal === undefined) return undefined;
  await session.portals.choose(portal.id);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Added {0}. Handlers of this workspace are registered there from now on.', portal.name),
  );
  return portal.name;
}
