/** New Handler Manifest makes complete manifests. */
import * as assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { checkManifest } from '../../../server/check.js';
import { parseManifest } from '../../../server/document/parse.js';
import { problemsWith, replaceText, workspaceFolder } from './support/manifests.js';
import { until } from './support/poll.js';

suite('New Handler Manifest', () => {
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [mode, key] of [
    ['form', 'FORM_DATA'],
    ['checkout', 'CHECKOUT_DATA'],
    ['iframe', 'IFRAME_DATA'],
  ] as const) {
    test(`${mode}: a file with nothing worse than hints`, async () => {
      const document = await create({ mode, name: `payments/New ${mode}` });
      assert.equal(document.languageId, 'bitrix24-payment-handler');
      await until('the file is saved', () => (document.isDirty ? undefined : true));
      assert.match(document.uri.path, new RegExp(`/payments/New ${mode}\\.b24pay\\.json$`));
      const text = document.getText();
      assert.ok(text.includes(`"${key}": {`));
      assert.ok(text.includes(`"CODE": "new_${mode}"`));
      assert.ok(!text.includes('\t'), "the indentation is the editor's");
      const problems = checkManifest(parseManifest(text));
      assert.deepEqual(
        problems.filter(({ severity }) => severity !== 'hint'),
        [],
      );
    });
  }

  test('the editor agrees, and sees the first mistake made in it', async () => {
    const document = await create({ mode: 'form', name: 'agrees' });
    await replaceText(document, document.getText().replace('"CODE": "SHOP_ID"', '"CODE": "SHOP_IDX"'));
    const problems = await problemsWith('undefined-code', document.uri);
    const worse = problems.filter(({ severity }) => severity !== vscode.DiagnosticSeverity.Hint);
    assert.equal(worse.length, 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a file that exists is left alone', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'taken.b24pay.json');
    await vscode.workspace.fs.writeFile(uri, Buffer.from('{}'));
    const made = await vscode.commands.executeCommand('b24pay.newManifest', workspaceFolder(), {
      mode: 'form',
      name: 'taken',
    });
    assert.equal(made, undefined);
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString(), '{}');
  });
});

async function create(options: { mode: string; name: string }): Promise<vscode.TextDocument> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>(
    'b24pay.newManifest',
    workspaceFolder(),
    options,
  );
  assert.ok(uri);
  return vscode.workspace.openTextDocument(uri);
}
