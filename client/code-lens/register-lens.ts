/** The line "Register on Portal" above a manifest. */
import * as vscode from 'vscode';
import { LANGUAGE_ID } from '../../server/document/manifest-name.js';

export class RegisterLens implements vscode.CodeLensProvider, vscode.Disposable {
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
    const title = vscode.l10n.t('Register on Portal');
    const top = new vscode.Range(0, 0, 0, 0);
    return [new vscode.CodeLens(top, { command: 'b24pay.registerManifest', title, arguments: [document.uri] })];
  }

  dispose(): void {
    this.#registrations.dispose();
  }
}
