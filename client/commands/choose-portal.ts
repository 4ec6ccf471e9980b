/** Choose Portal…: which portal the manifests of this workspace are registered on. */
import { pickPortal } from '../connections/pick-portal.js';
import type { Session } from '../session.js';
import type { CommandArguments } from './arguments.js';

/**
 * Chooses the portal of the option `portal` (`local`, or the host of a saved one), or one that the user picks.
 * @returns the choice: `local`, the ID of a saved portal, or undefined when cancelled
 */
export async function choosePortal(session: Session, args: CommandArguments): Promise<string | undefined> {
  const named = args.text('portal');
  if (named === undefined) return pickPortal(session);
  const choice = await session.portals.choiceOf(named);
  await session.portals.choose(choice);
  return choice;
}
