/** The line "Try Payment | Register on Portal" above a manifest. */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/document/manifest-name.js';

/** Lenses above a manifest: register it, try it. */
export class ManifestLens implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #registrations: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor() {
    this.#registrations = vscode.Disposable.from(
      this.#changed,
      vscode.languages.registerCodeLensProvider({ language: LANGUAGE_ID }, this),
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.#changed.fire();
      }),
    );
  }

  /** None while the workspace is not trusted: nothing is sent from there. */
  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    if (!vscode.workspace.isTrusted) return [];
    const lens = (title: string, command: string) =>
      new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { command, title, arguments: [document.uri] });
    return [
      lens(vscode.l10n.t('Try Payment'), 'b24pay.tryPayment'),
      lens(vscode.l10n.t('Register on Portal'), 'b24pay.registerManifest'),
    ];
  }

  dispose(): void {
    this.#registrations.dispose();
  }
}
