/** An editor for tests: starts the server as a process and speaks to it as editors do. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import type {
  ClientCapabilities,
  ConfigurationItem,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import {
  createMessageConnection,
  type CancellationToken,
  type MessageConnection,
} from 'vscode-languageserver-protocol/node';
import { afterEach, expect } from 'vitest';

/** Abilities of an editor that asks for diagnostics. */
export const PULLS: ClientCapabilities = { textDocument: { diagnostic: {} } };

export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initialize?: Partial<InitializeParams>;
  /** Answers a question for settings. */
  readonly settings?: (item: ConfigurationItem) => unknown;
  readonly nodeArguments?: readonly string[];
}

const running = new Set<Editor>();

/** Ends what a test has started. A server that logged an error or wrote to stderr fails the test. */
afterEach(async () => {
  const editors = [...running];
  running.clear();
  for (const editor of editors) {
    expect(await editor.end()).toBe(0);
    expect(editor.complaints).toEqual([]);
  }
});

/** Starts a server and initializes it. */
export async function startEditor(server: string, options: EditorOptions = {}): Promise<Editor> {
  const child = spawn(process.execPath, [...(options.nodeArguments ?? []), server, '--stdio'], {
    // Compiled code is kept beside the server and goes with it.
    env: { ...process.env, XDG_CACHE_HOME: path.dirname(server) },
  });
  const editor = new Editor(child, createMessageConnection(child.stdout, child.stdin), options);
  running.add(editor);
  await editor.initialize();
  return editor;
}

export class Editor {
  /** Error messages of the server and everything on its stderr. */
  readonly complaints: string[] = [];
  /** What the server registered after initialize. */
  readonly registered: string[] = [];
  /** How often the server asked to pull diagnostics again. */
  refreshes = 0;
  result: InitializeResult = { capabilities: {} };
  readonly #exit: Promise<unknown[]>;
  readonly #published = new Map<string, PublishDiagnosticsParams[]>();
  #waiting: (() => void)[] = [];

  constructor(
    child: ChildProcessWithoutNullStreams,
    readonly rpc: MessageConnection,
    private readonly options: EditorOptions,
  ) {
    this.#exit = once(child, 'exit');
    child.stderr.on('data', (data: Buffer) => this.complaints.push(data.toString()));
    rpc.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.complaints.push(message);
    });
    rpc.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      const { uri } = params;
      this.#published.set(uri, [...this.publishedOf(uri), params]);
      this.#wake();
    });
    rpc.onRequest('workspace/configuration', ({ items }: { items: ConfigurationItem[] }) => {
      const answers = items.map(async (item) => (await this.options.settings?.(item)) ?? null);
      this.#wake();
      return Promise.all(answers);
    });
    rpc.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      this.#wake();
      return null;
    });
    rpc.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#wake();
      return null;
    });
    rpc.listen();
  }

  async initialize(): Promise<void> {
    const { capabilities = {}, initialize = {} } = this.options;
    const params = { processId: process.pid, rootUri: null, capabilities, ...initialize };
    this.result = await this.request<InitializeResult>('initialize', params);
    this.notify('initialized', {});
  }

  request<T>(method: string, params?: unknown, token?: CancellationToken): Promise<T> {
    return token ? this.rpc.sendRequest<T>(method, params, token) : this.rpc.sendRequest<T>(method, params);
  }

  notify(method: string, params?: unknown): void {
    void this.rpc.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = 'bitrix24-payment-handler', version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Asks for diagnostics. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  /** Codes of the problems that the server names when asked. */
  async codes(uri: string): Promise<unknown[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('Expected a full report');
    return report.items.map(({ code }) => code);
  }

  /** What the server has sent of a document without being asked. */
  publishedOf(uri: string): PublishDiagnosticsParams[] {
    return this.#published.get(uri) ?? [];
  }

  /** Waits until something that the server sends makes a condition true. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Shuts the server down; gives its exit code. */
  async end(): Promise<unknown> {
    await this.request('shutdown');
    this.notify('exit');
    return this.exitCode();
  }

  /** Leaves the process alone at the end of the test. */
  forget(): void {
    running.delete(this);
  }

  async exitCode(): Promise<unknown> {
    const [code] = await this.#exit;
    return code;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
