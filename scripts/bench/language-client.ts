/** A bare language client: starts a server process on stdio, edits one document and measures how long answers take. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createMessageConnection, type MessageConnection } from 'vscode-languageserver-protocol/node';

/** A server to measure. */
export interface ServerUnderTest {
  readonly name: string;
  /** Node executable and arguments. */
  readonly command: readonly string[];
  readonly languageId: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly initializationOptions?: unknown;
  /** Sent after `initialized`, e.g. schemas. */
  readonly settings?: unknown;
}

const URI = 'file:///bench/shop.b24pay.json';

/** A running server, as a client sees it. */
export class LanguageClient {
  readonly #rpc: MessageConnection;
  #version = 1;

  private constructor(
    readonly process: ChildProcess,
    rpc: MessageConnection,
  ) {
    this.#rpc = rpc;
  }

  /** Starts the server, opens the text and waits for its diagnostics: what an editor does. */
  static async start(server: ServerUnderTest, text: string): Promise<LanguageClient> {
    const [command = 'node', ...args] = server.command;
    const child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, ...server.env },
    });
    const rpc = createMessageConnection(child.stdout, child.stdin);
    rpc.onRequest('workspace/configuration', (params: { items: unknown[] }) => params.items.map(() => null));
    rpc.onRequest('client/registerCapability', () => null);
    rpc.onRequest('workspace/diagnostic/refresh', () => null);
    rpc.listen();
    await rpc.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      initializationOptions: server.initializationOptions,
      capabilities: {
        textDocument: {
          diagnostic: {},
          // What VS Code says of itself.
          completion: {
            completionItem: {
              snippetSupport: true,
              documentationFormat: ['markdown', 'plaintext'],
              resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
            },
            completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'data'] },
          },
          hover: { contentFormat: ['markdown'] },
          synchronization: {},
        },
      },
    });
    await rpc.sendNotification('initialized', {});
    if (server.settings) await rpc.sendNotification('workspace/didChangeConfiguration', { settings: server.settings });
    await rpc.sendNotification('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: server.languageId, version: 1, text },
    });
    const client = new LanguageClient(child, rpc);
    await client.diagnostics();
    return client;
  }

  /** Number of diagnostics. */
  async diagnostics(): Promise<number> {
    const report = await this.#rpc.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri: URI },
    });
    return report.items.length;
  }

  /** Replaces a piece of the text and waits for the diagnostics of the new one. */
  async edit(position: { line: number; character: number }, length: number, text: string): Promise<number> {
    const end = { line: position.line, character: position.character + length };
    await this.#rpc.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: ++this.#version },
      contentChanges: [{ range: { start: position, end }, text }],
    });
    return this.diagnostics();
  }

  completion(position: { line: number; character: number }): Promise<unknown> {
    return this.#rpc.sendRequest('textDocument/completion', { textDocument: { uri: URI }, position });
  }

  hover(position: { line: number; character: number }): Promise<unknown> {
    return this.#rpc.sendRequest('textDocument/hover', { textDocument: { uri: URI }, position });
  }

  /** Peak resident memory of the server process in MB (Linux only, else NaN). */
  peakMemory(): number {
    try {
      const status = readFileSync(`/proc/${this.process.pid ?? 0}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    } catch {
      return NaN;
    }
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    await this.#rpc.sendRequest('shutdown');
    await this.#rpc.sendNotification('exit');
    await gone;
    this.#rpc.dispose();
  }
}
