// A language server that answers at once without looking at anything: what an exchange of messages costs on its library.
import process from 'node:process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

const connection = createMessageConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
connection.onRequest('initialize', () => ({ capabilities: {} }));
connection.onRequest('shutdown', () => null);
connection.onRequest('textDocument/diagnostic', () => ({ kind: 'full', items: [] }));
connection.onRequest('textDocument/completion', () => []);
connection.onRequest('textDocument/hover', () => null);
connection.onNotification('exit', () => process.exit(0));
connection.listen();
