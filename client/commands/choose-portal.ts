/** Choose Portal…: which portal the manifests of this workspace are registered on. */
import { pickPortal } from '../connections/pick-portal.js';
import type { Session } from '../session.js';

/** @returns the choice: `local`, the ID of a saved portal, or undefined when cancelled */
export function choosePortal(session: Session): Promise<string | undefined> {
  return pickPortal(session);
}
