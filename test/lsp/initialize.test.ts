import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createMessageConnection } from 'vscode-languageserver-protocol/node';
import { expect, test } from 'vitest';
import { bundledServer } from './bundle.js';
import { PULLS, startEditor } from './editor.js';
import packageJson from '../../package.json' with { type: 'json' };

const server = bundledServer();

test('what the server offers to an editor that pulls diagnostics', async () => {
  const { result } = await startEditor(server(), { capabilities: PULLS });
  expect({ ...result, serverInfo: { ...result.serverInfo, version: '' } }).toMatchSnapshot();
  expect(result.serverInfo?.version).toBe(packageJson.version);
});

test('diagnostics are offered to those who pull only', async () => {
  const { result } = await startEditor(server());
  expect(result.capabilities).not.toHaveProperty('diagnosticProvider');
});

test('the server follows the settings where the editor lets it', async () => {
  const editor = await startEditor(server(), {
    capabilities: { workspace: { didChangeConfiguration: { dynamicRegistration: true } } },
  });
  await editor.until(() => editor.registered.length > 0);
  expect(editor.registered).toEqual(['workspace/didChangeConfiguration']);
});

test('odd options and an unknown locale are no reason to fail', async () => {
  const editor = await startEditor(server(), {
    initialize: { locale: 'no such tag', initializationOptions: 'text', processId: null },
  });
  editor.open('file:///a.b24pay.json', '{ "SETTINGS": { "CURRENCY": [""] } }');
  const position = { line: 0, character: 30 };
  const items = await editor.request<unknown[]>('textDocument/completion', {
    textDocument: { uri: 'file:///a.b24pay.json' },
    position,
  });
  expect(items.length).toBeGreaterThan(100);
});

test('requests out of turn are refused, unknown ones too', async () => {
  const editor = await startEditor(server());
  await expect(editor.request('initialize', { capabilities: {} })).rejects.toMatchObject({ code: -32600 });
  await expect(editor.request('no/such/method')).rejects.toMatchObject({ code: -32601 });
});

test('a request before initialize is refused', async () => {
  const child = spawn(process.execPath, [server(), '--stdio']);
  const rpc = createMessageConnection(child.stdout, child.stdin);
  rpc.listen();
  await expect(rpc.sendRequest('textDocument/hover', {})).rejects.toMatchObject({ code: -32002 });
  await expect(rpc.sendRequest('shutdown')).rejects.toMatchObject({ code: -32002 });
  rpc.dispose();
  child.kill();
});

test('a request after shutdown is refused', async () => {
  const editor = await startEditor(server());
  await editor.request('shutdown');
  await expect(editor.pull('file:///a.b24pay.json')).rejects.toMatchObject({ code: -32600 });
  editor.forget();
  editor.notify('exit');
  expect(await editor.exitCode()).toBe(0);
});

test('leaving without shutdown is exit code 1', async () => {
  const editor = await startEditor(server());
  editor.forget();
  editor.notify('exit');
  expect(await editor.exitCode()).toBe(1);
});

test('the server ends with the editor that started it', async () => {
  const child = spawn(process.execPath, [server(), '--stdio']);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([1, null]);
});

test('without a way to talk it says how to start it', async () => {
  const child = spawn(process.execPath, [server()]);
  const [message] = (await once(child.stderr, 'data')) as [Buffer];
  expect(message.toString()).toBe('Usage: node server.js --stdio\n');
  expect(await once(child, 'exit')).toEqual([2, null]);
});

test('VS Code talks over the channel of Node', async () => {
  const child = spawn(process.execPath, [server(), '--node-ipc'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
  expect(await once(child, 'message')).toMatchObject([
    { id: 1, result: { serverInfo: { name: 'b24pay' } } },
    undefined,
  ]);
  child.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
  await once(child, 'message');
  child.send({ jsonrpc: '2.0', method: 'exit' });
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('the server ends when the channel of Node is closed', async () => {
  const child = spawn(process.execPath, [server(), '--node-ipc'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, capabilities: {} } });
  await once(child, 'message');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([1, null]);
});

test('a message that is no JSON is logged without its text, and the next one is answered', async () => {
  const child = spawn(process.execPath, [server(), '--stdio']);
  const rpc = createMessageConnection(child.stdout, child.stdin);
  const logged = new Promise<string>((resolve) => {
    rpc.onNotification('window/logMessage', ({ message }: { message: string }) => {
      resolve(message);
    });
  });
  rpc.listen();
  child.stdin.write('Content-Length: 13\r\n\r\nsecret_of_min');
  expect(await logged).toMatch(/^reading a message failed: SyntaxError\n/);
  expect(await logged).not.toContain('secret');
  expect(await rpc.sendRequest('initialize', { processId: null, capabilities: {} })).toMatchObject({
    capabilities: {},
  });
  rpc.dispose();
  child.kill();
});

test('no code is made of strings', async () => {
  const editor = await startEditor(server(), {
    capabilities: PULLS,
    nodeArguments: ['--disallow-code-generation-from-strings'],
  });
  const uri = 'file:///a.b24pay.json';
  editor.open(uri, '{ "SETTINGS": {} }');
  expect(await editor.codes(uri)).toContain('missing-property');
  const textDocument = { uri };
  const position = { line: 0, character: 4 };
  expect(await editor.request('textDocument/hover', { textDocument, position })).not.toBeNull();
  expect(await editor.request('textDocument/documentSymbol', { textDocument })).toHaveLength(1);
});
