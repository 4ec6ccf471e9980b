/** A manifest in the editor has our language, one server that speaks of it, and its colours. */
import * as assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { openFile, problemsWith, soundManifest, workspaceFolder } from './support/manifests.js';
import { until } from './support/poll.js';

const LANGUAGE = 'bitrix24-payment-handler';

/** A manifest of its own code that the schema (CLIENT_TYPE) and only our server (the unknown code) find wrong. */
const mistaken = (code: string) =>
  soundManifest(code, { CLIENT_TYPE: 'b2x' }).replace('"CODE": "SHOP_ID"', '"CODE": "SHOP_IDD"');

const withSchema = mistaken('with_schema').replace('{', '{\n  "$schema": "https://json-schema.org/draft-07/schema",');

suite('language', () => {
  suiteTeardown(async () => {
    await vscode.workspace
      .getConfiguration('files')
      .update('associations', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const name of ['language.b24pay.json', 'bitrix24-payment-handler.json']) {
    test(`${name} is a handler manifest`, async () => {
      const document = await openFile(name, soundManifest('language'));
      assert.equal(document.languageId, LANGUAGE);
    });
  }

  test('another JSON file is not', async () => {
    const document = await openFile('package.json', '{}');
    assert.equal(document.languageId, 'json');
  });

  test('one server reports, once', async () => {
    const document = await openFile('mistaken.b24pay.json', mistaken('mistaken'));
    const problems = await problemsWith('undefined-code', document.uri);
    assert.deepEqual(codesOf(problems), ['invalid-value', 'undefined-code', 'unused-code']);
    assert.equal(new Set(problems.map(({ source }) => source)).size, 1);
  });

  test('a $schema line does not bring a second one', async () => {
    const document = await openFile('schema-line.b24pay.json', withSchema);
    const problems = await problemsWith('undefined-code', document.uri);
    assert.deepEqual(codesOf(problems), ['invalid-value', 'undefined-code', 'unused-code']);
    assert.equal(new Set(problems.map(({ source }) => source)).size, 1);
  });

  test('problems follow the text', async () => {
    const document = await openFile('follows.b24pay.json', mistaken('follows'));
    await problemsWith('undefined-code', document.uri);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf('SHOP_IDD');
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 8)), 'SHOP_ID');
    await vscode.workspace.applyEdit(edit);
    await until('the problem goes', () =>
      codesOf(vscode.languages.getDiagnostics(document.uri)).join() === 'invalid-value' ? true : undefined,
    );
    await document.save();
  });

  test('mapped to json, the editor checks the schema and our server is silent', async () => {
    await vscode.workspace
      .getConfiguration('files')
      .update('associations', { '*.b24pay.json': 'json' }, vscode.ConfigurationTarget.Workspace);
    const document = await openFile('mapped.b24pay.json', mistaken('mapped'));
    assert.equal(document.languageId, 'json');
    const problems = await until('a schema problem of the built-in server', () => {
      const found = vscode.languages.getDiagnostics(document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      problems.map(({ range }) => document.getText(range)),
      ['"b2x"'],
    );
  });

  test('Treat This File as a Handler Manifest writes the association', async () => {
    const document = await openFile('payments/odd [name].json', soundManifest('odd'));
    assert.equal(document.languageId, 'json');
    await vscode.commands.executeCommand('b24pay.treatAsManifest', document.uri);
    await until('the language follows', () => {
      const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === document.uri.toString());
      return open?.languageId === LANGUAGE ? true : undefined;
    });
    const settings = vscode.Uri.joinPath(workspaceFolder(), '.vscode/settings.json');
    assert.match(Buffer.from(await vscode.workspace.fs.readFile(settings)).toString(), /odd \[\[\]name\[\]\]\.json/);
  });
});

function codesOf(problems: readonly vscode.Diagnostic[]): string[] {
  return problems.map(({ code }) => String(typeof code === 'object' ? code.value : code)).sort();
}
