/** Diagnostics of all manifests of the workspace: answered where the editor asks for them, sent where it does not. */
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Client } from '../capabilities.js';
import type { Connection } from '../connection.js';
import type { Diagnostics } from '../diagnostics.js';
import type { OpenManifests } from '../documents.js';
import type { WorkspaceCounts } from '../protocol.js';
import { refuseCancelled, type CancellationToken } from '../rpc/json-rpc.js';
import { addressKey } from './address.js';
import type { FileChecks } from './file-checks.js';
import type { Member, Workspace } from './workspace.js';

/** Result id of a document that we say nothing of any more. */
const NOTHING = 'nothing';

/** Reports that are sent together to an editor that takes them in parts. */
const PART = 20;

/** What this works with. */
export interface WorkspaceDiagnosticsDeps {
  readonly workspace: Workspace;
  readonly fileChecks: FileChecks;
  /** The checks of the open manifests. */
  readonly diagnostics: Diagnostics;
  readonly manifests: OpenManifests;
  readonly client: Client;
  readonly connection: Connection;
}

interface Checked {
  readonly resultId: string;
  readonly items: Diagnostic[];
  /** Of the text in the editor; null for a file. */
  readonly version: number | null;
}

/** Diagnostics of all manifests of the workspace, asked for or sent. */
export class WorkspaceDiagnostics {
  /** Manifests outside the workspace that were closed: the editor may still show what it heard of them. */
  readonly #left = new Map<string, string>();
  /** What was sent of manifests that are not open, by key. */
  readonly #sent = new Map<string, { readonly uri: string; readonly resultId: string }>();
  #sending: Promise<void> | undefined;
  /** How often it was asked for: what is asked for during the work is done after it. */
  #asked = 0;

  constructor(private readonly deps: WorkspaceDiagnosticsDeps) {}

  /** Answers the editor's question for all manifests. Throws a ResponseError when the editor has lost interest. */
  async report(
    { previousResultIds, partialResultToken }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    await this.#upToDate();
    const previous = new Map(previousResultIds.map(({ uri, value }) => [addressKey(uri), { uri, value }]));
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    const send = () => {
      if (partialResultToken === undefined || items.length === 0) return;
      this.deps.connection.notify('$/progress', { token: partialResultToken, value: { items } });
      items = [];
    };
    for (const member of this.deps.workspace.members()) {
      const checked = await this.#check(member, token);
      refuseCancelled(token);
      if (checked === undefined) continue;
      items.push(reportOf(uriOf(member), checked, previous.get(member.key)?.value));
      if (items.length >= PART) send();
    }
    items.push(...this.#takenBack(previous));
    send();
    return { items };
  }

  /** Answers the editor's question for a manifest that is not open. */
  async reportFile(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const member = this.deps.workspace.fileAt(uri);
    if (!member?.file) return { kind: 'full', items: [] };
    const { resultId, items } = await this.deps.fileChecks.of(member.file, member.folder);
    return resultId === previous ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
  }

  /** Looks at everything anew and counts. Throws a ResponseError when the editor has lost interest. */
  async count(token: CancellationToken): Promise<WorkspaceCounts> {
    const { workspace, client, diagnostics } = this.deps;
    await workspace.rescan();
    let counts: WorkspaceCounts = { manifests: 0, errors: 0, warnings: 0 };
    for (const member of workspace.members()) {
      const checked = await this.#check(member, token);
      refuseCancelled(token);
      if (checked === undefined) continue;
      const having = (severity: 1 | 2) => checked.items.filter((item) => item.severity === severity).length;
      const { manifests, errors, warnings } = counts;
      counts = { manifests: manifests + 1, errors: errors + having(1), warnings: warnings + having(2) };
    }
    if (client.pullsDiagnostics) diagnostics.refresh();
    else await this.publish();
    return counts;
  }

  /** A manifest was opened: what is said of it from now on is about its text in the editor. */
  opened(uri: string): void {
    const key = addressKey(uri);
    this.#left.delete(key);
    const sent = this.#sent.get(key);
    this.#sent.delete(key);
    if (sent && sent.uri !== uri) this.#send(sent.uri, []);
  }

  /** A manifest was closed. */
  closed(uri: string): void {
    const { client, workspace } = this.deps;
    if (client.pullsDiagnostics && !workspace.includes(uri)) this.#left.set(addressKey(uri), uri);
  }

  /** Sends to an editor that does not ask what has changed about the manifests that are not open. */
  async publish(): Promise<void> {
    if (this.deps.client.pullsDiagnostics) return;
    this.#asked++;
    await (this.#sending ??= this.#publishAll());
  }

  async #publishAll(): Promise<void> {
    let answered;
    try {
      do {
        answered = this.#asked;
        await this.#publishOnce();
      } while (answered !== this.#asked);
    } finally {
      this.#sending = undefined;
    }
  }

  async #publishOnce(): Promise<void> {
    const { workspace, fileChecks } = this.deps;
    await workspace.ready();
    for (const { key, folder, file } of workspace.members()) {
      if (file === undefined) continue;
      const { resultId, items } = await fileChecks.of(file, folder);
      // It may have been opened meanwhile.
      if (this.#sent.get(key)?.resultId === resultId || this.#isOpen(key)) continue;
      this.#sent.set(key, { uri: file.uri, resultId });
      this.#send(file.uri, items);
    }
    const there = new Set(workspace.members().map(({ key }) => key));
    for (const [key, { uri }] of this.#sent) {
      if (there.has(key)) continue;
      this.#sent.delete(key);
      this.#send(uri, []);
    }
  }

  #send(uri: string, diagnostics: Diagnostic[]): void {
    this.deps.connection.notify('textDocument/publishDiagnostics', { uri, diagnostics });
  }

  /** Editors that cannot watch files have the disk looked through at each question. */
  async #upToDate(): Promise<void> {
    const { workspace, client } = this.deps;
    await workspace.ready();
    if (!client.watchesFiles) await workspace.rescan();
  }

  async #check({ open, file, folder }: Member, token: CancellationToken): Promise<Checked | undefined> {
    if (file) return { ...(await this.deps.fileChecks.of(file, folder)), version: null };
    return this.deps.diagnostics.check(open.uri, token);
  }

  /** Says of documents that are no longer manifests of the workspace that nothing is wrong with them. */
  #takenBack(previous: ReadonlyMap<string, { uri: string; value: string }>): WorkspaceDocumentDiagnosticReport[] {
    const members = new Set(this.deps.workspace.members().map(({ key }) => key));
    const candidates = new Map([...this.#left, ...[...previous].map(([key, { uri }]) => [key, uri] as const)]);
    return [...candidates].flatMap(([key, uri]) => {
      if (members.has(key) || this.#isOpen(key)) return [];
      if (previous.get(key)?.value !== NOTHING) return [reportOf(uri, { resultId: NOTHING, items: [], version: null })];
      this.#left.delete(key);
      return [];
    });
  }

  #isOpen(key: string): boolean {
    return this.deps.manifests.all().some(({ uri }) => addressKey(uri) === key);
  }
}

const uriOf = ({ open, file }: Member): string => (file ?? open).uri;

function reportOf(
  uri: string,
  { resultId, items, version }: Checked,
  previous?: string,
): WorkspaceDocumentDiagnosticReport {
  return resultId === previous
    ? { kind: 'unchanged', uri, version, resultId }
    : { kind: 'full', uri, version, resultId, items };
}
