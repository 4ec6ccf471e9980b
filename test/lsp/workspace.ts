/** Workspace folders on the disk for a test, and an editor that has them open. */
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  PreviousResultId,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { afterEach } from 'vitest';
import { startEditor, type Editor, type EditorOptions } from './editor.js';

/** Abilities of an editor like VS Code, as far as the workspace goes. */
export const WATCHES: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
};

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with files in it, by their path. */
export class Disk {
  readonly #root = realpathSync(mkdtempSync(path.join(tmpdir(), 'b24pay-workspace-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    made.push(this.#root);
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  path(name: string): string {
    return path.join(this.#root, name);
  }

  uri(name: string): string {
    return pathToFileURL(this.path(name)).href;
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(path.dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  rename(from: string, to: string): void {
    renameSync(this.path(from), this.path(to));
  }

  remove(name: string): void {
    rmSync(this.path(name), { recursive: true });
  }
}

/** Starts a server with folders of the disk open. */
export function openFolders(
  server: string,
  disk: Disk,
  folders: readonly string[],
  options: EditorOptions = {},
): Promise<Editor> {
  const workspaceFolders = folders.map((name) => ({ name, uri: disk.uri(name) }));
  return startEditor(server, {
    capabilities: WATCHES,
    ...options,
    initialize: { workspaceFolders, ...options.initialize },
  });
}

/** Asks for the diagnostics of everything; the reports by address. */
export async function pullAll(
  editor: Editor,
  previousResultIds: readonly PreviousResultId[] = [],
): Promise<Map<string, WorkspaceDocumentDiagnosticReport>> {
  const { items } = await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
  return new Map(items.map((report) => [report.uri, report]));
}

/** What to send along with the next question. */
export const idsOf = (reports: ReadonlyMap<string, WorkspaceDocumentDiagnosticReport>): PreviousResultId[] =>
  [...reports].map(([uri, { resultId = '' }]) => ({ uri, value: resultId }));

/** Diagnostics of a full report. */
export function itemsOf(report: WorkspaceDocumentDiagnosticReport | undefined): Diagnostic[] {
  if (report?.kind !== 'full') throw new Error(`Expected a full report, not ${JSON.stringify(report)}`);
  return report.items;
}

/** Codes of a full report's diagnostics. */
export const codesOf = (report: WorkspaceDocumentDiagnosticReport | undefined): unknown[] =>
  itemsOf(report).map(({ code }) => code);

/** A sound manifest with the given CODE. */
export const manifest = (code: string): string =>
  JSON.stringify(
    {
      NAME: 'Shop',
      CODE: code,
      SETTINGS: {
        CODES: { PAYMENT_ID: { NAME: 'Number', DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'ID' } } },
        FORM_DATA: { ACTION_URI: 'https://pay.my-service.com/', FIELDS: { id: { CODE: 'PAYMENT_ID' } } },
      },
    },
    undefined,
    2,
  );

/** One with a field that names an unknown setting. */
export const mistaken = (code: string): string => manifest(code).replace('"CODE": "PAYMENT_ID"', '"CODE": "NOWHERE"');
