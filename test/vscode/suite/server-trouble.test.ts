/** A language server that dies or is restarted. */
import * as assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { CloseAction } from 'vscode-languageclient/node';
import { restartOnce } from '../../../client/language/recovery.js';
import { openFile, problemsWith, replaceText, soundManifest } from './support/manifests.js';

suite('server trouble', () => {
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('a second death within three minutes is told, a later one is forgiven', async () => {
    let now = 0;
    let told = 0;
    const handler = restartOnce(
      () => told++,
      () => now,
    );
    const die = async () => (await handler.closed()).action;
    assert.equal(await die(), CloseAction.Restart);
    now = 179_000;
    assert.equal(await die(), CloseAction.DoNotRestart);
    assert.equal(told, 1);
    now = 360_000;
    assert.equal(await die(), CloseAction.Restart);
    assert.equal(told, 1);
  });

  test('problems come back after Restart Language Server', async () => {
    const document = await openFile('restart.b24pay.json', soundManifest('restart'));
    await vscode.commands.executeCommand('b24pay.restartServer');
    await replaceText(document, document.getText().replace('"CODE": "SHOP_ID"', '"CODE": "NOWHERE"'));
    await problemsWith('undefined-code', document.uri);
    await document.save();
  });
});
