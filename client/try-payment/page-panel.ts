/** Panels beside the editor with pages of the local portal: one for payments, one for settings. */
import * as vscode from 'vscode';
import { pageInFrame, pageOptions } from './portal-page.js';

/** A panel that is opened when it is first needed, and shows one page after another. */
export class PagePanel implements vscode.Disposable {
  #panel: vscode.WebviewPanel | undefined;

  constructor(private readonly viewType: string) {}

  /** Shows the page beside the editor, which keeps the focus. */
  show(url: string, title: string): void {
    const panel = this.#panel ?? this.#open(title);
    panel.title = title;
    panel.webview.options = pageOptions(url);
    panel.webview.html = pageInFrame(url, title);
    panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel?.dispose();
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
