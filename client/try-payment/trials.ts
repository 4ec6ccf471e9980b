/** The manifests that are being tried: their handlers on the local portal follow when they are saved. */
import * as vscode from 'vscode';
import type { HandlerParameters } from '../../schemas/manifest.js';
import { codeKey } from '../../schemas/handler-code.js';
import { handlerParameters } from '../../server/document/parameters.js';
import { parseManifest } from '../../server/document/parse.js';
import { createPortalClient } from '../../portal/client/rest.js';
import { ensureHandler } from '../../portal/try-payment.js';
import { explainFailure } from '../failures/explain-failure.js';
import type { LocalPortalHost } from '../local-portal/local-portal-host.js';
import { errorsFor } from '../registration/gate.js';

/** How long a line in the status bar stays, in milliseconds. */
const SHOWN = 8000;

/** The manifests that were tried, and follow their files. */
export class Trials implements vscode.Disposable {
  /** Address of a manifest → how it was tried. */
  readonly #tried = new Map<string, { readonly code: string; readonly withErrors: boolean }>();
  /** The newest save on its way: two at once could leave the older one on the portal. Never rejects. */
  #sending: Promise<void> = Promise.resolve();
  readonly #sent = new vscode.EventEmitter<void>();
  /** Fires when the local portal has got a handler, or another version of one. */
  readonly onDidSend = this.#sent.event;
  readonly #registration: vscode.Disposable;

  constructor(
    private readonly portal: LocalPortalHost,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#registration = vscode.workspace.onDidSaveTextDocument((document) => {
      this.#saved(document);
    });
  }

  /** The handler is on the portal, and from now on follows the file, also while it has errors if it was tried with them. */
  follow(document: vscode.TextDocument, { CODE }: HandlerParameters, withErrors: boolean): void {
    this.#tried.set(document.uri.toString(), { code: CODE, withErrors });
    this.#sent.fire();
  }

  dispose(): void {
    this.#sent.dispose();
    this.#registration.dispose();
  }

  #saved(document: vscode.TextDocument): void {
    const tried = this.#tried.get(document.uri.toString());
    if (tried === undefined || this.portal.url === undefined) return;
    const manifest = parseManifest(document.getText(), document.uri.toString(), document.version);
    const mayPass = tried.withErrors && manifest.syntaxProblems.length === 0;
    if (!mayPass && errorsFor(manifest, document, true).length > 0) {
      say(vscode.l10n.t('$(warning) The manifest has errors: the local portal keeps its last good version.'));
      return;
    }
    const parameters = handlerParameters(manifest);
    if (codeKey(parameters.CODE) !== codeKey(tried.code)) {
      say(vscode.l10n.t('$(warning) CODE has changed, so this is another handler: try the payment again.'));
      return;
    }
    this.#sending = this.#sending.then(() => this.#send(parameters));
  }

  async #send(parameters: HandlerParameters): Promise<void> {
    // It may have stopped meanwhile, and only a command starts it.
    const { connection } = this.portal;
    if (connection === undefined) return;
    try {
      await ensureHandler(createPortalClient(connection), parameters);
      this.#sent.fire();
      say(vscode.l10n.t('$(check) The local portal has the saved version.'));
    } catch (error) {
      say(`$(warning) ${explainFailure(error, this.log)}`);
    }
  }
}

function say(text: string): void {
  vscode.window.setStatusBarMessage(text, SHOWN);
}
