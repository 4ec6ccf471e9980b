/** The local portal of this window: starts in the extension host when it is first needed, ends with the window. */
import * as vscode from 'vscode';
import type { Connection } from '../../portal/client/connection.js';
import { parseWebhook } from '../../portal/client/connection.js';
import type { LocalControl } from '../../portal/client/local-control.js';
import type { LocalPortal } from '../../portal/local/server.js';
import { explainStartFailure } from './start-failure.js';
import { stateFile } from './state-file.js';

/** The local portal of this window. */
export class LocalPortalHost implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when the portal has started or stopped. */
  readonly onDidChange = this.#changed.event;
  /** Set while starting too, so that two commands share one portal. */
  #starting: Promise<LocalPortal> | undefined;
  /** The newest stop, which the next start waits for: two portals must not hold one state file. */
  #stopping: Promise<void> = Promise.resolve();
  #running: LocalPortal | undefined;

  constructor(
    private readonly storage: vscode.Uri | undefined,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Address without secrets, e.g. `http://127.0.0.1:4567`; undefined while it does not run. */
  get url(): string | undefined {
    return this.#running?.url;
  }

  /** How the portal is called; undefined while it does not run. For whoever must not start it. */
  get connection(): Connection | undefined {
    return this.#running && parseWebhook(this.#running.webhook);
  }

  /** How the portal is called; starts it. Throws `ToldError` when it can't start. */
  async connect(): Promise<Connection> {
    return (await this.open()).connection;
  }

  /** The same, with its control interface. */
  async open(): Promise<{ readonly connection: Connection; readonly control: LocalControl }> {
    const starting = (this.#starting ??= this.#start(this.#stopping));
    try {
      const { url, webhook, control } = await starting;
      return { connection: parseWebhook(webhook), control: { origin: url, token: control.token } };
    } catch (error) {
      if (this.#starting === starting) this.#starting = undefined;
      throw error;
    }
  }

  /** Stops the portal and resolves when it is gone; what it holds stays in its state file. */
  stop(): Promise<void> {
    const starting = this.#starting;
    this.#starting = undefined;
    if (starting) this.#stopping = this.#end(starting);
    return this.#stopping;
  }

  /** File that holds the handlers; undefined when they are only in memory. Throws `ToldError` for a relative path. */
  stateFile(): Promise<vscode.Uri | undefined> {
    return stateFile(this.storage);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #end(starting: Promise<LocalPortal>): Promise<void> {
    const portal = await starting.catch(() => undefined);
    if (portal === undefined) return;
    // At once: it takes no calls from now on, though it waits for those under way.
    this.#announce(undefined);
    await portal.close();
    this.log.info('The local portal has stopped.');
  }

  async #start(stopped: Promise<void>): Promise<LocalPortal> {
    await stopped;
    const file = await this.stateFile();
    const port = vscode.workspace.getConfiguration('b24pay').get<number>('localPortal.port', 0);
    const { startLocalPortal } = await loadPortal();
    try {
      const portal = await startLocalPortal({ port, ...(file && { stateFile: file.fsPath }) });
      this.log.info(`The local portal runs at ${portal.url} and keeps its handlers in ${file?.fsPath ?? 'memory'}.`);
      this.#announce(portal);
      return portal;
    } catch (error) {
      throw explainStartFailure(error);
    }
  }

  #announce(portal: LocalPortal | undefined): void {
    this.#running = portal;
    this.#changed.fire();
    void vscode.commands.executeCommand('setContext', 'b24pay.localPortalRunning', portal !== undefined);
  }
}

/** Most windows never need a portal. It has its own copy of the l10n library, which is taught the language here. */
async function loadPortal() {
  const loaded = await import('./loaded-portal.js');
  if (vscode.l10n.bundle) loaded.useTexts({ contents: vscode.l10n.bundle });
  return loaded;
}
