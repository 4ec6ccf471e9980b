/** The view "Exchange Log" in the panel: the log page of the local portal. */
import * as vscode from 'vscode';
import type { LocalPortalHost } from '../local-portal/local-portal-host.js';
import { note, noteOptions, pageInFrame, pageOptions } from './portal-page.js';

/** Id of the view, as package.json has it. */
const VIEW = 'b24pay.exchangeLog';

/** The view with the log of the local portal. */
export class ExchangeLog implements vscode.WebviewViewProvider, vscode.Disposable {
  #view: vscode.WebviewView | undefined;
  readonly #registrations: vscode.Disposable;

  constructor(private readonly portal: LocalPortalHost) {
    this.#registrations = vscode.Disposable.from(
      vscode.window.registerWebviewViewProvider(VIEW, this, { webviewOptions: { retainContextWhenHidden: true } }),
      portal.onDidChange(() => {
        this.#draw();
      }),
    );
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    view.onDidDispose(() => {
      this.#view = undefined;
    });
    this.#draw();
  }

  /** Brings the view up. */
  async reveal(preserveFocus: boolean): Promise<void> {
    await vscode.commands.executeCommand(`${VIEW}.focus`, { preserveFocus });
  }

  dispose(): void {
    this.#registrations.dispose();
  }

  #draw(): void {
    const webview = this.#view?.webview;
    if (!webview) return;
    const { url } = this.portal;
    if (url === undefined) {
      const ways = [
        { title: vscode.l10n.t('Try Payment'), command: 'b24pay.tryPayment' },
        { title: vscode.l10n.t('Start Local Portal'), command: 'b24pay.startLocalPortal' },
      ];
      webview.options = noteOptions(ways);
      webview.html = note(
        vscode.l10n.t(
          'The local portal does not run. What it sends to your endpoint, and what comes back, appears here.',
        ),
        ways,
      );
      return;
    }
    webview.options = pageOptions(url);
    webview.html = pageInFrame(`${url}/log`, vscode.l10n.t('Exchange Log'));
  }
}
