/** Show on Portal: the portal's page of payment systems, where an administrator adds one with a handler. */
import * as vscode from 'vscode';
import type { Connection } from '../../portal/client/connection.js';
import { paySystemsPage } from '../../portal/client/pay-systems-page.js';
import { LOCAL } from '../connections/choice.js';
import { choiceFor } from '../connections/choose-target.js';
import { pointAtPortal } from '../connections/pick-portal.js';
import { whileItRuns } from '../local-portal/while-it-runs.js';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/**
 * Opens it in the browser: for the option `portal` (`local`, or the host of a saved one), else for the workspace's portal. A local
 * portal that is stopped is not started to be looked at, unless the user says so.
 */
export async function showOnPortal(session: Session, args: CommandArguments): Promise<void> {
  const choice = await choiceFor(session, args.text('portal'), pointAtPortal);
  if (choice === LOCAL) return whileItRuns(session, show);
  const portal = choice === undefined ? undefined : await session.portals.find(choice);
  if (portal) await show(portal.connection);
}

const show = (connection: Connection): Thenable<boolean> =>
  vscode.env.openExternal(vscode.Uri.parse(paySystemsPage(connection)));
