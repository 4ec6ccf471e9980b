/** Add Portal…: asks for a webhook, tries it, keeps it. */
import * as vscode from 'vscode';
import { addedMessage, outcomeOf, type Adding } from '../connections/adding.js';
import { addPortal, askForPortal } from '../connections/ask-for-portal.js';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/**
 * Adds a portal and makes it the workspace's choice, unless that is another saved one. The option `address` stands for what is typed
 * into the box; it is there for automation and has no place in a keybinding, because it is a secret.
 * @returns the portal's host, or undefined when nothing was added
 */
export async function addPortalCommand(session: Session, args: CommandArguments): Promise<string | undefined> {
  const address = args.text('address');
  const saved = address === undefined ? await askForPortal(session) : await addPortal(session, address);
  if (saved === undefined) return undefined;
  const { portal, isKnown } = saved;
  const adding: Adding = { added: portal.name, isKnown, current: (await session.portals.chosenPortal())?.name };
  const outcome = outcomeOf(adding);
  if (outcome === 'chosen') await session.portals.choose(portal.id);
  const choose = vscode.l10n.t('Choose {0}', portal.name);
  const buttons = outcome === 'beside' ? [choose] : [];
  void vscode.window.showInformationMessage(addedMessage(adding, outcome), ...buttons).then((choice) => {
    if (choice === choose) void vscode.commands.executeCommand('b24pay.choosePortal', { portal: portal.id });
  });
  return portal.name;
}
