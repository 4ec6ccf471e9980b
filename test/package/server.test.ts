// The built language server as editors start it, where Node refuses to make code from text.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { root } from '../../scripts/project.mjs';

const uri = 'file:///shop.b24pay.json';
const text = JSON.stringify({
  NAME: 'Shop',
  CODE: 'shop',
  SETTINGS: { CODES: {}, FORM_DATA: { ACTION_URI: 'https://pay.my-service.com', FIELDS: { a: { CODE: 'NOWHERE' } } } },
});

it('checks a manifest over stdio', async () => {
  const server = spawn(
    process.execPath,
    ['--disallow-code-generation-from-strings', path.join(root, 'dist/server.js'), '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void server.kill());
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } };
  await connection.sendRequest(InitializeRequest.type, params);
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'bitrix24-payment-handler', version: 1, text },
  });
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  expect(report).toMatchObject({ kind: 'full', items: [{ code: 'undefined-code' }] });
  await connection.sendRequest(ShutdownRequest.type);
  await connection.sendNotification(ExitNotification.type);
  expect(await ended).toBe(0);
});
