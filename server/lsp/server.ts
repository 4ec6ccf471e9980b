/** The language server: joins the open manifests, the checks and the features to a connection. */
import type { MessageConnection } from 'vscode-jsonrpc';
import { version } from '../../package.json';
import { clientOf, serverCapabilities, type Client } from './capabilities.js';
import { connect, type Connection } from './connection.js';
import { Diagnostics } from './diagnostics.js';
import { OpenManifests } from './documents.js';
import { chooseLanguage } from './language.js';
import { SettingsStore } from './settings.js';
import { registerVerbs } from './verbs.js';

/** What the server takes from the process that it runs in. */
export interface Host {
  /** Ends the process. */
  exit(code: number): void;
  /** Calls back once the process with this id is gone. */
  watch(processId: number, onGone: () => void): void;
}

/** Serves manifests over a JSON-RPC connection, and starts listening. */
export function startServer(rpc: MessageConnection, host: Host): void {
  const connection = connect(rpc);
  const exit = () => {
    host.exit(connection.stage === 'shutDown' ? 0 : 1);
  };
  connection.onRequest('initialize', { capabilities: {} }, (params) => {
    const client = clientOf(params);
    chooseLanguage(client.reader.locale, params.initializationOptions);
    serve(connection, client);
    if (typeof params.processId === 'number') host.watch(params.processId, exit);
    connection.stage = 'running';
    return { capabilities: serverCapabilities(client), serverInfo: { name: 'b24pay', version } };
  });
  connection.onRequest('shutdown', null, () => {
    connection.stage = 'shutDown';
    return null;
  });
  connection.onNotification('exit', exit);
  // An editor that is gone without a word: its end of the stream is closed.
  rpc.onClose(exit);
  rpc.listen();
}

/** Registers everything that needs to know the editor. */
function serve(connection: Connection, client: Client): void {
  const manifests = new OpenManifests();
  const settings = new SettingsStore(client, connection, () => {
    diagnostics.refresh();
  });
  const diagnostics = new Diagnostics({ manifests, settings, client, connection });

  connection.onNotification('initialized', async () => {
    if (!client.registersConfiguration) return;
    const registration = { id: 'b24pay.settings', method: 'workspace/didChangeConfiguration' };
    await connection.request('client/registerCapability', {
      registrations: [{ ...registration, registerOptions: { section: 'b24pay' } }],
    });
  });
  connection.onNotification('workspace/didChangeConfiguration', ({ settings: sent }) => {
    settings.changed(sent);
    diagnostics.refresh();
  });

  connection.onNotification('textDocument/didOpen', (params) => {
    const manifest = manifests.open(params);
    if (manifest === undefined) return;
    // Asked for now, so that the answer is on its way while the text is read.
    void settings.of(manifest.uri);
    diagnostics.opened(manifest.uri);
  });
  connection.onNotification('textDocument/didChange', (params) => {
    const manifest = manifests.change(params);
    if (manifest !== undefined) diagnostics.changed(manifest.uri);
  });
  connection.onNotification('textDocument/didClose', (params) => {
    if (!manifests.close(params)) return;
    settings.forget(params.textDocument.uri);
    diagnostics.closed(params.textDocument.uri);
  });

  connection.onRequest(
    'textDocument/diagnostic',
    { kind: 'full', items: [] },
    ({ textDocument: { uri }, previousResultId }, token) => diagnostics.report(uri, previousResultId, token),
  );
  registerVerbs(connection, manifests, client.reader);
}
