/** The language server: joins the open manifests, the checks and the features to a connection. */
import type { InitializeParams } from 'vscode-languageserver';
import { version } from '../../package.json';
import { clientOf, serverCapabilities, type Client } from './capabilities.js';
import { connect, type Connection } from './connection.js';
import { OpenManifests } from './documents.js';
import { chooseLanguage } from './language.js';
import { askFeatures } from './loaded.js';
import { SettingsStore } from './settings.js';
import { registerNavigation } from './navigation.js';
import type { Channel } from './rpc/channel.js';
import { registerVerbs } from './verbs.js';
import type { Files } from './workspace/files.js';
import { serveWorkspace, watchers } from './workspace/serve-workspace.js';

/** What the server takes from the process that it runs in. */
export interface Host {
  /** Ends the process. */
  exit(code: number): void;
  /** Calls back once the process with this id is gone. */
  watch(processId: number, onGone: () => void): void;
  readonly files: Files;
}

/** Serves manifests over a channel to an editor, and starts listening. */
export function startServer(channel: Channel, host: Host): void {
  const exit = () => {
    host.exit(connection.stage === 'shutDown' ? 0 : 1);
  };
  // An editor that is gone without a word ends the server, too.
  const connection = connect(channel, exit);
  connection.onRequest('initialize', { capabilities: {} }, (params) => {
    const client = clientOf(params);
    chooseLanguage(client.reader.locale, params.initializationOptions);
    serve(connection, client, params, host.files);
    if (typeof params.processId === 'number') host.watch(params.processId, exit);
    connection.stage = 'running';
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'b24pay', version } };
  });
  connection.onRequest('shutdown', null, () => {
    connection.stage = 'shutDown';
    return null;
  });
  connection.onNotification('exit', exit);
  connection.listen();
}

/** Registers everything that needs to know the editor. */
function serve(connection: Connection, client: Client, params: InitializeParams, files: Files): void {
  const manifests = new OpenManifests();
  const refresh = () => {
    workspace.refresh();
    if (client.can.refreshesHints) askForHints(connection);
  };
  const settings = new SettingsStore(client, connection, refresh);
  const workspace = serveWorkspace({ connection, client, manifests, settings, files }, params);

  connection.onNotification('initialized', async () => {
    workspace.start();
    const following = { id: 'b24pay.settings', method: 'workspace/didChangeConfiguration' };
    const registrations = [
      ...(client.registersConfiguration
        ? [{ ...following, registerOptions: { section: ['b24pay', 'files.associations'] } }]
        : []),
      ...(client.watchesFiles ? [watchers()] : []),
    ];
    if (registrations.length > 0) await connection.request('client/registerCapability', { registrations });
  });
  connection.onNotification('workspace/didChangeConfiguration', ({ settings: sent }) => {
    settings.changed(sent);
    refresh();
  });

  connection.onNotification('textDocument/didOpen', (params) => {
    const manifest = manifests.open(params);
    if (manifest === undefined) return;
    // Asked for now, so that the answer is on its way while the text is read.
    void settings.of(manifest.uri);
    workspace.opened(manifest.uri);
  });
  connection.onNotification('textDocument/didChange', (params) => {
    const manifest = manifests.change(params);
    if (manifest !== undefined) workspace.diagnostics.changed(manifest.uri);
  });
  connection.onNotification('textDocument/didClose', (params) => {
    if (!manifests.close(params)) return;
    settings.forget(params.textDocument.uri);
    workspace.closed(params.textDocument.uri);
  });

  const on = askFeatures(manifests);
  registerVerbs(connection, on, client.reader, client.can);
  registerNavigation(on, { connection, manifests, diagnostics: workspace.diagnostics, settings, ...client });
}

/** Has the editor ask for inlay hints again. */
function askForHints(connection: Connection): void {
  connection.request('workspace/inlayHint/refresh', undefined).catch((error: unknown) => {
    connection.logFailure('workspace/inlayHint/refresh', error);
  });
}
