/** The portal that a command is meant for. */
import type { Session } from '../session.js';
import { LOCAL } from './choice.js';
import { pickPortal } from './pick-portal.js';
import { openTarget, type Target } from './target.js';

/**
 * The portal named, else the one chosen for the workspace, else the one the user picks now; undefined when cancelled. Throws
 * `ToldError` when no portal of that name is saved.
 */
export async function choiceFor(
  session: Session,
  named: string | undefined,
  pick: (session: Session) => Promise<string | undefined>,
): Promise<string | undefined> {
  const { portals } = session;
  if (named !== undefined) return portals.choiceOf(named);
  if (portals.chosen === LOCAL) return LOCAL;
  return (await portals.chosenPortal())?.id ?? pick(session);
}

/** The same, ready to be talked to: starts the local portal when that is meant. */
export async function chooseTarget(session: Session, named: string | undefined): Promise<Target | undefined> {
  const choice = await choiceFor(session, named, pickPortal);
  return choice === undefined ? undefined : openTarget(session, choice);
}
