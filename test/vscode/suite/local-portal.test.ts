/** The local portal of the editor: its start, its memory, and what keeps it from starting. */
import * as assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { request, type ClientRequest } from 'node:http';
import { suite, suiteTeardown, teardown, test } from 'mocha';
import * as vscode from 'vscode';
import { openFile, soundManifest, workspaceFolder } from './support/manifests.js';
import { outputText } from './support/output.js';
import { until } from './support/poll.js';
import { register } from './support/register.js';
import { startTestPortal } from './support/test-portal.js';

const run = (command: string, options?: unknown) => vscode.commands.executeCommand(`b24pay.${command}`, options);

const set = (setting: string, value: unknown, target: vscode.ConfigurationTarget) =>
  vscode.workspace.getConfiguration('b24pay').update(setting, value, target);

const { Global, Workspace } = vscode.ConfigurationTarget;

/** A request whose body never comes, once the portal waits for it: it keeps a portal from stopping at once. */
async function unfinishedRequest(url: string): Promise<ClientRequest> {
  const headers = { 'content-length': '1', expect: '100-continue' };
  const sending = request(`${url}/rest/1/none/profile`, { method: 'POST', headers });
  // The portal's end breaks it off.
  sending.on('error', () => undefined);
  sending.flushHeaders();
  await once(sending, 'continue');
  return sending;
}

suite('local portal', () => {
  teardown(() => run('stopLocalPortal'));
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('it starts on first use, and its handlers outlive it until it is reset', async () => {
    const { uri } = await openFile('local.b24pay.json', soundManifest('local_handler'));
    const first = await register(uri, 'local');
    assert.equal(first?.action, 'add');
    await run('stopLocalPortal');
    const again = await register(uri, 'local');
    assert.deepEqual([again?.action, again?.id], ['update', first.id]);
    await run('resetLocalPortal', { yes: true });
    assert.equal((await register(uri, 'local'))?.action, 'add');
  });

  test('Start Local Portal says where it is', async () => {
    const url = await run('startLocalPortal');
    assert.match(String(url), /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal(await run('startLocalPortal'), url, 'there is one');
  });

  test('a taken port is said, and the next start is a new try', async () => {
    const other = await startTestPortal();
    const port = Number(other.name.split(':')[1]);
    await set('localPortal.port', port, Workspace);
    assert.equal(await run('startLocalPortal'), undefined);
    await run('showOutput');
    await until('the output says so', () => outputText(new RegExp(`Port ${port} is used`)));
    await other.close();
    assert.equal(await run('startLocalPortal'), `http://127.0.0.1:${port}`);
    await set('localPortal.port', undefined, Workspace);
  });

  test('an unreadable state file is named and left alone; a reset makes a new one', async () => {
    const file = vscode.Uri.joinPath(workspaceFolder(), 'broken-state.json').fsPath;
    await writeFile(file, 'not a state');
    await set('localPortal.stateFile', file, Global);
    assert.equal(await run('startLocalPortal'), undefined);
    assert.equal(await readFile(file, 'utf8'), 'not a state');
    await run('showOutput');
    await until('the output names the file', () => outputText(/broken-state\.json.*Reset Local Portal/));
    await run('resetLocalPortal', { yes: true });
    assert.notEqual(await run('startLocalPortal'), undefined);
    await set('localPortal.stateFile', undefined, Global);
  });

  test('a state file with no place to be is nothing to repair: another one is asked for', async () => {
    const file = vscode.Uri.joinPath(workspaceFolder(), 'no-folder', 'state.json').fsPath;
    await set('localPortal.stateFile', file, Global);
    assert.equal(await run('startLocalPortal'), undefined);
    await run('showOutput');
    await until('the output asks for another file', () =>
      outputText(/no-folder.*its folder does not exist\. Set b24pay\.localPortal\.stateFile to another file\./),
    );
    await set('localPortal.stateFile', undefined, Global);
  });

  test('a portal that starts while another one is stopping is not taken for stopped', async () => {
    const stale = String(await run('startLocalPortal'));
    const waiting = await unfinishedRequest(stale);
    const stopping = run('stopLocalPortal');
    const url = await run('startLocalPortal');
    await stopping;
    assert.notEqual(url, undefined);
    assert.equal(await run('startLocalPortal'), url, 'the editor knows that it runs');
    waiting.destroy();
  });
});
