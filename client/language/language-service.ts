/** The language server of this window: started once, restarted on demand, its trouble told in words. */
import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';
import { LANGUAGE_ID } from '../../server/document/manifest-name.js';
import type { WorkspaceCounts } from '../../server/lsp/protocol.js';
import { ToldError } from '../failures/explain-failure.js';
import { restartOnce } from './recovery.js';

/** The language server of this window. */
export class LanguageService {
  readonly #client: LanguageClient;
  readonly #log: vscode.LogOutputChannel;
  /** One death can be noticed in several places; it is told once. */
  #telling = false;

  /** `module` is the path of the bundled server. */
  constructor(module: string, log: vscode.LogOutputChannel) {
    this.#log = log;
    const run = { module, transport: TransportKind.ipc };
    // The id is the prefix of the setting `b24pay.trace.server`.
    this.#client = new LanguageClient(
      'b24pay',
      'Bitrix24 Payments',
      { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6034'] } } },
      {
        // Never `json`: there the built-in server is at home, and two would answer.
        documentSelector: [{ language: LANGUAGE_ID }],
        outputChannel: log,
        initializationOptions: { l10n: vscode.l10n.uri?.fsPath },
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        // What a manifest looked like in an earlier commit is no longer to be repaired.
        diagnosticPullOptions: { onChange: true, filter: (document) => document.uri.scheme === 'git' },
        errorHandler: restartOnce(() => {
          this.#tellFailure(vscode.l10n.t('The language server of payment handlers stopped twice and stays stopped.'));
        }),
        initializationFailedHandler: (error: unknown) => {
          log.error(`The language server refused to start: ${String(error)}`);
          return false;
        },
      },
    );
  }

  /** Starts the server. A failure is told to the user, not thrown. */
  async start(): Promise<void> {
    await this.#report(() => this.#client.start());
  }

  /** Stops the server and starts it again; starts it when it is not running. */
  async restart(): Promise<void> {
    await this.#report(() => (this.#client.isRunning() ? this.#client.restart() : this.#client.start()));
  }

  /** Has all manifests of the workspace checked; undefined when it was cancelled, or when the server does not start. */
  async checkWorkspace(token: vscode.CancellationToken): Promise<WorkspaceCounts | undefined> {
    if (!this.#client.isRunning()) await this.start();
    if (!this.#client.isRunning()) return undefined;
    try {
      const counts = await this.#client.sendRequest<WorkspaceCounts | null>('b24pay/checkWorkspace', {}, token);
      if (counts) return counts;
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      this.#log.error(error instanceof Error ? error : String(error));
    }
    throw new ToldError(vscode.l10n.t('The manifests could not be checked. The output says more.'));
  }

  /** Ends the server. */
  async stop(): Promise<void> {
    if (this.#client.isRunning()) await this.#client.stop();
  }

  async #report(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#log.info('The language server runs.');
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      this.#tellFailure(vscode.l10n.t('The language server of payment handlers did not start.'));
    }
  }

  #tellFailure(message: string): void {
    if (this.#telling) return;
    this.#telling = true;
    const restart = vscode.l10n.t('Restart');
    const output = vscode.l10n.t('Show Output');
    void vscode.window.showErrorMessage(message, restart, output).then((choice) => {
      this.#telling = false;
      if (choice === restart) void this.restart();
      if (choice === output) this.#log.show();
    });
  }
}
