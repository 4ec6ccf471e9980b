/** The portal a command acts on: a connection, and how to speak of it. */
import * as vscode from 'vscode';
import type { Connection } from '../../portal/client/connection.js';
import { isLocal, maskWebhook, portalName } from '../../portal/client/connection.js';
import type { Session } from '../session.js';
import { LOCAL } from './choice.js';

/** A portal to talk to. */
export interface Target {
  /** What led here: `local`, or the ID of a saved portal. */
  readonly choice: string;
  readonly connection: Connection;
  /** For sentences: the host, and that it is the local portal where it is. */
  readonly name: string;
  /** The webhook address without its code. */
  readonly masked: string;
  /** Whether it runs on this machine, where addresses of this machine are right. */
  readonly onThisMachine: boolean;
}

/**
 * The target of a choice (`local`, an ID or the host name of a saved portal); starts the local portal when that is meant.
 * Undefined when no such portal is saved (any more).
 */
export async function openTarget({ portals, localPortal }: Session, choice: string): Promise<Target | undefined> {
  if (choice === LOCAL) {
    const connection = await localPortal.connect();
    return target(LOCAL, connection, vscode.l10n.t('{0} (local portal)', portalName(connection)));
  }
  const portal = await portals.find(choice);
  return portal && target(portal.id, portal.connection, portal.name);
}

function target(choice: string, connection: Connection, name: string): Target {
  return { choice, connection, name, masked: maskWebhook(connection.address), onThisMachine: isLocal(connection) };
}
