/** Panels beside the editor with pages of the local portal: one for payments, one for settings. */
import * as vscode from 'vscode';
import type { LocalPortalHost } from '../local-portal/local-portal-host.js';
import { note, noteOptions, pageInFrame, pageOptions } from './portal-page.js';

/** A panel that is opened when it is first needed, and shows one page after another. */
export class PagePanel implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;
  /** Path of the page that is shown: the port changes from one start of the portal to the next. */
  #path = '/';
  readonly #registration: vscode.Disposable;

  constructor(
    private readonly viewType: string,
    private readonly portal: LocalPortalHost,
  ) {
    this.#registration = portal.onDidChange(() => {
      this.#draw();
    });
  }

  /** Shows the page with that path beside the editor, which keeps the focus. */
  show(path: string, title: string): void {
    const panel = this.#panel ?? this.#open(title);
    panel.title = title;
    this.#path = path;
    this.#draw();
    panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#panel?.dispose();
  }

  #draw(): void {
    if (!this.#panel) return;
    const { title, webview } = this.#panel;
    const { url } = this.portal;
    if (url === undefined) {
      const start = { title: vscode.l10n.t('Start Local Portal'), command: 'b24pay.startLocalPortal' };
      webview.options = noteOptions([start]);
      webview.html = note(vscode.l10n.t('The local portal has stopped. The page returns when it runs again.'), [start]);
      return;
    }
    webview.options = pageOptions(url);
    webview.html = pageInFrame(new URL(this.#path, url).href, title);
  }

  #open(title: string): vscode.WebviewPanel {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(this.viewType, title, place, { retainContextWhenHidden: true });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    this.#panel = panel;
    return panel;
  }
}
