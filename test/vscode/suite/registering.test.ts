/** Register on Portal, through the real command, on portals that answer as Bitrix24 does. */
import * as assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { openFile, replaceText, soundManifest, workspaceFolder } from './support/manifests.js';
import { register } from './support/register.js';
import { outputText } from './support/output.js';
import { until } from './support/poll.js';
import { SECRET, startTestPortal, type TestPortal } from './support/test-portal.js';

const autoSave = (mode: string | undefined) =>
  vscode.workspace.getConfiguration('files').update('autoSave', mode, vscode.ConfigurationTarget.Workspace);

suite('registering', () => {
  let portal: TestPortal;

  suiteSetup(async () => {
    await autoSave('off');
    portal = await startTestPortal();
  });

  suiteTeardown(async () => {
    await portal.close();
    await autoSave(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('a webhook is tried before it is kept', async () => {
    const wrong = portal.webhook.replace(/[^/]+$/, 'wrongcode');
    for (const address of ['acme.bitrix24.com', 'http://acme.bitrix24.com/rest/1/abcdef', wrong]) {
      assert.equal(await vscode.commands.executeCommand('b24pay.addPortal', { address }), undefined);
    }
    const { uri } = await openFile('not-added.b24pay.json', soundManifest('not_added'));
    assert.equal(await register(uri, portal.name), undefined, 'nothing was kept');
    assert.deepEqual(await portal.handlers(), []);
  });

  test('a manifest is added, and updated under the same ID', async () => {
    assert.equal(await vscode.commands.executeCommand('b24pay.addPortal', { address: portal.webhook }), portal.name);
    const document = await openFile('webhook.b24pay.json', soundManifest('webhook_handler'));
    const added = await register(document.uri, portal.name);
    const [handler] = await portal.handlers();
    assert.deepEqual(added, { action: 'add', id: handler?.ID, portal: portal.name });
    assert.equal(handler?.CODE, 'webhook_handler');

    // What the editor shows is what counts.
    await replaceText(document, soundManifest('webhook_handler').replace('Test handler', 'Renamed'));
    assert.ok(document.isDirty);
    assert.deepEqual(await register(document.uri, portal.name), {
      action: 'update',
      id: handler.ID,
      portal: portal.name,
    });
    assert.deepEqual(
      (await portal.handlers()).map(({ ID, NAME }) => [ID, NAME]),
      [[handler.ID, 'Renamed']],
    );
    await document.save();
  });

  test('a portal is chosen by name, and only one that is saved', async () => {
    const choose = (name: string) => vscode.commands.executeCommand('b24pay.choosePortal', { portal: name });
    assert.equal(await choose('local'), 'local');
    assert.equal(await choose('nowhere.bitrix24.com'), undefined);
    assert.equal(await choose(portal.name), portal.webhook.replace(SECRET, '•••'));
  });

  test('an error keeps the manifest off the portal', async () => {
    const before = await portal.handlers();
    const text = soundManifest('refused').replace('"CODE": "SHOP_ID"', '"CODE": "NOWHERE"');
    const { uri } = await openFile('refused.b24pay.json', text);
    assert.equal(await register(uri, portal.name), undefined);
    assert.deepEqual(await portal.handlers(), before);
  });

  test('no secret in the output or in settings', async () => {
    await vscode.commands.executeCommand('b24pay.showOutput');
    const output = await until('the output shows the registration', () => outputText(/handler \d+ on/));
    assert.ok(output.includes(portal.name));
    const settings = vscode.Uri.joinPath(workspaceFolder(), '.vscode/settings.json');
    const documents = vscode.workspace.textDocuments.map((document) => document.getText());
    const user = JSON.stringify(vscode.workspace.getConfiguration('b24pay'));
    for (const text of [output, user, await readFile(settings.fsPath, 'utf8').catch(() => ''), ...documents]) {
      assert.ok(!text.includes(SECRET));
    }
    // The local portal's own code is a secret as well; it is not known here, but what looks like an address would show it.
    assert.doesNotMatch(output, /127\.0\.0\.1:\d+\/rest\/\d+\/(?!•••)/);
  });

  test('a forgotten portal is gone', async () => {
    await vscode.commands.executeCommand('b24pay.forgetPortal', { portal: portal.name });
    const before = await portal.handlers();
    const { uri } = await openFile('forgotten.b24pay.json', soundManifest('forgotten'));
    assert.equal(await register(uri, portal.name), undefined);
    assert.deepEqual(await portal.handlers(), before);
  });
});
