/**
 * The portals this person has added, and which one a workspace uses. A webhook address is a secret as a whole list: it lives
 * in SecretStorage and nowhere else, so no index beside it can disagree with it.
 */
import * as vscode from 'vscode';
import type { Connection } from '../../portal/client/connection.js';
import { maskWebhook, portalName } from '../../portal/client/connection.js';
import { ToldError } from '../failures/explain-failure.js';
import { LOCAL } from './choice.js';

const SECRET = 'b24pay.portals';
const CHOSEN = 'b24pay.portal';

/** A portal that was added. Only `connection` holds the secret; the rest may be shown. */
export interface SavedPortal {
  /** The webhook address with its code masked: one entry for a portal and user. */
  readonly id: string;
  /** Host of the portal. */
  readonly name: string;
  readonly connection: Connection;
}

/** A portal that is saved now. */
export interface AddedPortal {
  readonly portal: SavedPortal;
  /** Whether it was saved before: its code has been replaced. */
  readonly isKnown: boolean;
}

/** The saved portals, in the secret storage of the editor. */
export class PortalStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #watch: vscode.Disposable;
  /** Fires when a portal was added, forgotten or chosen, in any window. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly secrets: vscode.SecretStorage,
    private readonly workspaceState: vscode.Memento,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#watch = secrets.onDidChange(({ key }) => {
      if (key === SECRET) this.#announce();
    });
    this.#announce();
  }

  /** All saved portals, in the order they were added. */
  async list(): Promise<SavedPortal[]> {
    return readConnections(await this.secrets.get(SECRET)).map(savedPortal);
  }

  /** The saved portal of that ID or host name. */
  async find(idOrName: string): Promise<SavedPortal | undefined> {
    const portals = await this.list();
    return portals.find(({ id }) => id === idOrName) ?? portals.find(({ name }) => name === idOrName);
  }

  /** The choice that is meant by `local`, or by the ID or host name of a saved portal. Throws `ToldError` when none is. */
  async choiceOf(named: string): Promise<string> {
    const choice = named === LOCAL ? LOCAL : (await this.find(named))?.id;
    if (choice !== undefined) return choice;
    throw new ToldError(vscode.l10n.t('No portal "{0}" is saved. Add it with "Add Portal…".', named));
  }

  /** Saves a portal; the same portal and user again replaces the code, in its place. */
  async add(connection: Connection): Promise<AddedPortal> {
    const portal = savedPortal(connection);
    const before = await this.list();
    const isKnown = before.some(({ id }) => id === portal.id);
    await this.#save(isKnown ? before.map((other) => (other.id === portal.id ? portal : other)) : [...before, portal]);
    this.log.info(`${isKnown ? 'Replaced the webhook' : 'Added the portal'} ${portal.id}`);
    return { portal, isKnown };
  }

  /** Removes a portal and its secret. The portal itself is not told. */
  async forget(id: string): Promise<void> {
    await this.#save((await this.list()).filter((portal) => portal.id !== id));
    if (this.chosen === id) await this.choose(undefined);
    this.log.info(`Forgot the portal ${id}`);
  }

  /** What this workspace registers on: `local`, the ID of a saved portal, or nothing chosen yet. */
  get chosen(): string | undefined {
    return this.workspaceState.get<string>(CHOSEN);
  }

  /** The saved portal that it is; undefined also when that was forgotten in another window. */
  async chosenPortal(): Promise<SavedPortal | undefined> {
    const { chosen } = this;
    return (await this.list()).find(({ id }) => id === chosen);
  }

  /** Remembers what this workspace registers on. */
  async choose(id: string | undefined): Promise<void> {
    await this.workspaceState.update(CHOSEN, id);
    this.#changed.fire();
  }

  dispose(): void {
    this.#watch.dispose();
    this.#changed.dispose();
  }

  async #save(portals: readonly SavedPortal[]): Promise<void> {
    await this.secrets.store(SECRET, JSON.stringify(portals.map(({ connection }) => connection)));
  }

  /** Tells the listeners, and the palette whether there is anything to forget. */
  #announce(): void {
    this.#changed.fire();
    void this.list().then(({ length }) =>
      vscode.commands.executeCommand('setContext', 'b24pay.noPortals', length === 0),
    );
  }
}

function savedPortal(connection: Connection): SavedPortal {
  return { id: maskWebhook(connection.address), name: portalName(connection), connection };
}

/** The stored list; what is not a connection (a later version's kind) is left out. */
function readConnections(stored: string | undefined): Connection[] {
  const value: unknown = JSON.parse(stored ?? '[]');
  return Array.isArray(value) ? value.filter(isConnection) : [];
}

function isConnection(value: unknown): value is Connection {
  if (typeof value !== 'object' || value === null) return false;
  return 'kind' in value && value.kind === 'webhook' && 'address' in value && typeof value.address === 'string';
}
