/**
 * The view "Bitrix24 Portals" in the Explorer. A portal is asked for its handlers when its row is opened, and only in a trusted
 * workspace; what it answered holds until the row is closed, something is registered there, or Refresh.
 */
import * as vscode from 'vscode';
import type { Connection } from '../../portal/client/connection.js';
import { listHandlers } from '../../portal/client/handlers.js';
import { createPortalClient } from '../../portal/client/rest.js';
import { LOCAL } from '../connections/choice.js';
import type { PortalStore } from '../connections/portal-store.js';
import { explainReason } from '../failures/explain-failure.js';
import type { LocalPortalHost } from '../local-portal/local-portal-host.js';
import type { Trials } from '../try-payment/trials.js';
import { handlerRows, noteRow, portalRows, type Row } from './rows.js';
import { treeItem } from './tree-item.js';

/** The rows below a portal, and the address they were asked for at: another webhook may see more, or less. */
interface Reading {
  readonly address: string;
  readonly rows: Promise<Row[]>;
}

/** The rows of the view, and when they are read. */
export class PortalsView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #read = new Map<string, Reading>();
  readonly #registrations: vscode.Disposable;

  constructor(
    private readonly portals: PortalStore,
    private readonly localPortal: LocalPortalHost,
    trials: Trials,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const view = vscode.window.createTreeView<Row>('b24pay.portals', { treeDataProvider: this });
    const show = () => {
      this.#changed.fire();
    };
    const rereadLocal = () => {
      this.reread(LOCAL);
    };
    this.#registrations = vscode.Disposable.from(
      this.#changed,
      view,
      view.onDidCollapseElement(({ element }) => {
        this.reread(element.portal);
      }),
      portals.onDidChange(show),
      localPortal.onDidChange(rereadLocal),
      trials.onDidSend(rereadLocal),
      vscode.workspace.onDidGrantWorkspaceTrust(show),
    );
    // The view is in the Explorer of windows that this extension has been of use in, and of no others.
    void vscode.commands.executeCommand('setContext', 'b24pay.active', true);
  }

  /** Forgets what was read of a portal, or of all: what is open is asked for anew at once, the rest when it is opened. */
  reread(portal?: string): void {
    if (portal === undefined) this.#read.clear();
    else this.#read.delete(portal);
    // All rows: VS Code asks for those below open ones only, and would ask at once below a closed one that is named.
    this.#changed.fire();
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return treeItem(row);
  }

  /** The portals, or the rows below one. */
  getChildren(row?: { readonly portal: string }): Promise<Row[]> {
    return row === undefined ? this.#portalRows() : this.#rowsBelow(row.portal);
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  async #portalRows(): Promise<Row[]> {
    const saved = await this.portals.list();
    const known = [LOCAL, ...saved.map(({ id }) => id)];
    // A forgotten webhook is not to be remembered here.
    for (const portal of this.#read.keys()) if (!known.includes(portal)) this.#read.delete(portal);
    return portalRows({ saved, chosen: this.portals.chosen, localUrl: this.localPortal.url });
  }

  async #rowsBelow(portal: string): Promise<Row[]> {
    if (!vscode.workspace.isTrusted) {
      const text = vscode.l10n.t('Portals are reached only from a trusted workspace.');
      return [noteRow(portal, text, 'workspace-untrusted')];
    }
    const connection = await this.#connectionOf(portal);
    if (connection === undefined) return [];
    const known = this.#read.get(portal);
    if (known?.address === connection.address) return known.rows;
    const rows = this.#ask(portal, connection);
    this.#read.set(portal, { address: connection.address, rows });
    return rows;
  }

  /** Undefined when it was forgotten meanwhile, or has stopped: only a command starts it. */
  async #connectionOf(portal: string): Promise<Connection | undefined> {
    return portal === LOCAL ? this.localPortal.connection : (await this.portals.find(portal))?.connection;
  }

  async #ask(portal: string, connection: Connection): Promise<Row[]> {
    try {
      return handlerRows(portal, await listHandlers(createPortalClient(connection)));
    } catch (error) {
      return [noteRow(portal, explainReason(error, this.log), 'warning')];
    }
  }
}
