/** The portal that a command is meant for. */
import type { Session } from '../session.js';
import { pickPortal } from './pick-portal.js';
import { openTarget, type Target } from './target.js';

/**
 * The portal named, else the one chosen for the workspace, else the one the user picks now; undefined when cancelled. Throws
 * `ToldError` when no portal of that name is saved.
 */
export async function chooseTarget(
  session: Session,
  named: string | undefined,
  pick: (session: Session) => Promise<string | undefined> = pickPortal,
): Promise<Target | undefined> {
  if (named !== undefined) return openTarget(session, await session.portals.choiceOf(named));
  const chosen = session.portals.chosen;
  const known = chosen === undefined ? undefined : await openTarget(session, chosen);
  if (known) return known;
  const picked = await pick(session);
  return picked === undefined ? undefined : openTarget(session, picked);
}
