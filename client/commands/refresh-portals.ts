/** Refresh, in the view of portals: asks those that are open for their handlers anew. */
import type { Session } from '../session.js';
import type { Row } from '../tree/rows.js';
import type { CommandArguments } from './arguments.js';

/**
 * Refreshes the portal of the option `portal` (`local`, or the host of a saved one), or all that are open.
 * @returns the rows below that portal, or those of the portals
 */
export async function refreshPortals({ portals, portalsView }: Session, args: CommandArguments): Promise<Row[]> {
  // The button above the rows is handed the one that has the focus, and means all.
  const named = args.onRow ? undefined : args.text('portal');
  const portal = named === undefined ? undefined : await portals.choiceOf(named);
  portalsView.reread(portal);
  return portalsView.getChildren(portal === undefined ? undefined : { portal });
}
