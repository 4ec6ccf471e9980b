/** Diagnostics: answered where the editor asks for them, sent where it does not. Each text is checked at most once. */
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { checkManifest, type CheckOptions } from '../check.js';
import { handlerCode } from '../document/handler-code.js';
import type { OtherManifest } from '../rules/facts.js';
import type { Problem } from '../rules/problem.js';
import type { Client } from './capabilities.js';
import type { Connection } from './connection.js';
import { toDiagnostics, tooLong } from './diagnostic.js';
import type { OpenManifest, OpenManifests } from './documents.js';
import { refuseCancelled, type CancellationToken } from './rpc/json-rpc.js';
import type { Settings, SettingsStore } from './settings.js';
import type { Workspace } from './workspace/workspace.js';

/** Pause in typing after which diagnostics are sent, in milliseconds: long enough for a burst of changes to count as one. */
const PAUSE = 25;

/** The outcome of a check and what it was made of. */
export interface Checked {
  readonly version: number;
  readonly settings: Settings;
  /** The manifests with the same CODE and its places there, as text. */
  readonly duplicates: string;
  readonly resultId: string;
  /** How it was checked, and what was found. */
  readonly options: CheckOptions;
  readonly problems: readonly Problem[];
  readonly items: Diagnostic[];
}

/** What the checks work with. */
export interface DiagnosticsDeps {
  readonly manifests: OpenManifests;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
  readonly client: Client;
  readonly connection: Connection;
}

/** Checks the open manifests and tells the editor. */
export class Diagnostics {
  readonly #checked = new WeakMap<OpenManifest, Checked>();
  readonly #pauses = new Map<string, NodeJS.Timeout>();
  #results = 0;

  constructor(private readonly deps: DiagnosticsDeps) {}

  /** Answers the editor's question. Throws a ResponseError when the editor has lost interest. */
  async report(uri: string, previous: string | undefined, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const checked = await this.check(uri, token);
    refuseCancelled(token);
    if (checked === undefined) return { kind: 'full', items: [] };
    const { resultId, items } = checked;
    return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  }

  /** A manifest was opened: editors that do not ask get its diagnostics at once. */
  opened(uri: string): void {
    if (!this.deps.client.pullsDiagnostics) this.#sendIn(0, uri);
  }

  /** A manifest was changed: editors that do not ask get its diagnostics after a pause. */
  changed(uri: string): void {
    if (!this.deps.client.pullsDiagnostics) this.#sendIn(PAUSE, uri);
  }

  /** A manifest was closed: what was sent of it is taken back. */
  closed(uri: string): void {
    clearTimeout(this.#pauses.get(uri));
    this.#pauses.delete(uri);
    if (!this.deps.client.pullsDiagnostics) this.#publish({ uri, diagnostics: [] });
  }

  /** Something outside the texts has changed: everything is checked again. */
  refresh(): void {
    const { client, connection, manifests } = this.deps;
    if (!client.pullsDiagnostics) {
      for (const { uri } of manifests.all()) this.#sendIn(0, uri);
    } else if (client.refreshesDiagnostics) {
      connection.request('workspace/diagnostic/refresh', undefined).catch((error: unknown) => {
        connection.logFailure('workspace/diagnostic/refresh', error);
      });
    }
  }

  /** Manifests of the workspace came, went or changed: those that now have other duplicates are checked again. */
  othersChanged(): void {
    const { client, manifests } = this.deps;
    const stale = manifests.all().filter((open) => {
      const known = this.#checked.get(open);
      return known?.version === open.version && known.duplicates !== JSON.stringify(this.#duplicatesOf(open));
    });
    if (stale.length === 0) return;
    if (client.pullsDiagnostics) this.refresh();
    else for (const { uri } of stale) this.#sendIn(0, uri);
  }

  #sendIn(pause: number, uri: string): void {
    clearTimeout(this.#pauses.get(uri));
    const timer = setTimeout(() => {
      this.#pauses.delete(uri);
      this.#send(uri).catch((error: unknown) => {
        this.deps.connection.logFailure('checking', error);
      });
    }, pause);
    this.#pauses.set(uri, timer);
  }

  async #send(uri: string): Promise<void> {
    const checked = await this.check(uri);
    if (checked) this.#publish({ uri, version: checked.version, diagnostics: checked.items });
  }

  #publish(params: { uri: string; version?: number; diagnostics: Diagnostic[] }): void {
    this.deps.connection.notify('textDocument/publishDiagnostics', params);
  }

  /** Checks the newest text of a manifest; undefined when it is not open or nobody waits any more. */
  async check(uri: string, token?: CancellationToken): Promise<Checked | undefined> {
    const { connection, manifests, settings, workspace } = this.deps;
    // A text that is out of date already is not checked: the answer is for the text that replaced it.
    await connection.settled();
    const valid = await settings.of(uri);
    const open = manifests.get(uri);
    if (open === undefined || token?.isCancellationRequested) return undefined;
    const { manifest } = open;
    const own = manifest && handlerCode(manifest);
    const others = workspace.duplicatesOf(uri, own);
    const duplicates = JSON.stringify(others);
    const known = this.#checked.get(open);
    if (known?.version === open.version && known.settings === valid && known.duplicates === duplicates) return known;
    const found = this.#find(open, valid, others);
    const checked = { version: open.version, settings: valid, duplicates, resultId: String(++this.#results), ...found };
    this.#checked.set(open, checked);
    workspace.looked(uri, own?.code);
    return checked;
  }

  #duplicatesOf({ uri, manifest }: OpenManifest): readonly OtherManifest[] {
    return manifest === undefined ? [] : this.deps.workspace.duplicatesOf(uri, handlerCode(manifest));
  }

  #find(open: OpenManifest, { severities = {} }: Settings, others: readonly OtherManifest[]) {
    const { manifest } = open;
    const options: CheckOptions = { severities, others };
    if (manifest === undefined) return { options, problems: [], items: [tooLong()] };
    const problems = checkManifest(manifest, options);
    return { options, problems, items: toDiagnostics(problems, open, this.deps.client.relatedInformation) };
  }
}
