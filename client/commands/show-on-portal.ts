/** Show on Portal: the portal's page of payment systems, where an administrator adds one with a handler. */
import * as vscode from 'vscode';
import { paySystemsPage } from '../../portal/client/pay-systems-page.js';
import { chooseTarget } from '../connections/choose-target.js';
import { pointAtPortal } from '../connections/pick-portal.js';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/** Opens it in the browser: for the option `portal` (`local`, or the host of a saved one), else for the workspace's portal. */
export async function showOnPortal(session: Session, args: CommandArguments): Promise<void> {
  const target = await chooseTarget(session, args.text('portal'), pointAtPortal);
  if (target) await vscode.env.openExternal(vscode.Uri.parse(paySystemsPage(target.connection)));
}
