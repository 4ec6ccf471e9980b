/** Joins the manifests of the workspace to a connection. */
import type { DidChangeWatchedFilesRegistrationOptions, InitializeParams, Registration } from 'vscode-languageserver';
import type { Client } from '../capabilities.js';
import type { Connection } from '../connection.js';
import { Diagnostics } from '../diagnostics.js';
import type { OpenManifests } from '../documents.js';
import type { SettingsStore } from '../settings.js';
import { FileChecks } from './file-checks.js';
import type { Files } from './files.js';
import { Folders } from './folders.js';
import { WorkspaceDiagnostics } from './workspace-diagnostics.js';
import { Workspace } from './workspace.js';

/** Time after which the disk is looked through even when no manifest was opened, in milliseconds. */
const START_AT_LATEST = 500;

/** Kinds of change that are watched: `WatchKind.Create` and `WatchKind.Delete` of the protocol. */
const COMES_OR_GOES = 1 + 4;

/** What this takes from the server. */
export interface Parts {
  readonly connection: Connection;
  readonly client: Client;
  readonly manifests: OpenManifests;
  readonly settings: SettingsStore;
  readonly files: Files;
}

/** What the server tells of the documents it hears of. */
export interface ServedWorkspace {
  /** Checks of the open manifests. */
  readonly diagnostics: Diagnostics;
  /** Looks for manifests, at the latest a moment from now. */
  start(): void;
  /** Settings have changed. */
  refresh(): void;
  opened(uri: string): void;
  closed(uri: string): void;
}

/** What the editor is asked to watch: manifests, and folders that appear or disappear with all that is in them. */
export function watchers(): Registration {
  const registerOptions: DidChangeWatchedFilesRegistrationOptions = {
    watchers: [
      { globPattern: '**/*.b24pay.json' },
      { globPattern: '**/bitrix24-payment-handler.json' },
      { globPattern: '**/*', kind: COMES_OR_GOES },
    ],
  };
  return { id: 'b24pay.files', method: 'workspace/didChangeWatchedFiles', registerOptions };
}

/** Registers what the editor may ask and tell of the workspace. */
export function serveWorkspace(parts: Parts, params: InitializeParams): ServedWorkspace {
  const { connection, client, manifests, settings } = parts;
  const onChange = () => {
    // Nobody waits for this: what fails here must not end the server.
    Promise.resolve()
      .then(() => {
        diagnostics.othersChanged();
        return all.publish();
      })
      .catch((error: unknown) => {
        connection.logFailure('checking the workspace', error);
      });
  };
  const workspace = new Workspace({ ...parts, folders: new Folders(params), onChange });
  const diagnostics = new Diagnostics({ manifests, settings, workspace, client, connection });
  const fileChecks = new FileChecks(workspace, settings, client.relatedInformation);
  const all = new WorkspaceDiagnostics({ workspace, fileChecks, diagnostics, manifests, client, connection });

  connection.onNotification('workspace/didChangeWatchedFiles', ({ changes }) => {
    workspace.filesChanged(changes);
  });
  connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }) => {
    workspace.foldersChanged(event);
  });
  connection.onRequest(
    'textDocument/diagnostic',
    { kind: 'full', items: [] },
    ({ textDocument: { uri }, previousResultId }, token) =>
      manifests.get(uri) ? diagnostics.report(uri, previousResultId, token) : all.reportFile(uri, previousResultId),
  );
  connection.onRequest('workspace/diagnostic', { items: [] }, (question, token) => all.report(question, token));
  connection.onRequest('b24pay/checkWorkspace', null, (_, token) => all.count(token));
  return {
    diagnostics,
    start() {
      setTimeout(() => {
        workspace.start();
      }, START_AT_LATEST).unref();
    },
    refresh() {
      diagnostics.refresh();
      workspace.refresh();
    },
    opened(uri) {
      all.opened(uri);
      diagnostics.opened(uri);
    },
    closed(uri) {
      diagnostics.closed(uri);
      all.closed(uri);
      workspace.closed(uri);
    },
  };
}
