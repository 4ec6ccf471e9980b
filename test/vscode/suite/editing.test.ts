/** What helps while writing a manifest. */
import * as assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { openFile, problemsWith, soundManifest } from './support/manifests.js';
import { until } from './support/poll.js';

suite('editing', () => {
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [what, anchor, expected] of [
    ['keys', '"CLIENT_TYPE"', 'CURRENCY'],
    ['codes', 'SHOP_ID" }', 'SHOP_ID'],
    ['closed sets', 'b2c"', 'b2b'],
  ] as const) {
    test(`completion of ${what} offers each label once`, async () => {
      const text = soundManifest('completion').replace(
        '{\n          "CODE": "SHOP_ID"\n        }',
        '{ "CODE": "SHOP_ID" }',
      );
      const document = await openFile('completion.b24pay.json', text);
      const at = document.positionAt(text.indexOf(anchor) + (what === 'keys' ? 0 : 1));
      const labels = await until('completions', async () => {
        const list = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          at,
        );
        const found = list.items.map(({ label }) => unquoted(typeof label === 'string' ? label : label.label));
        return found.includes(expected) ? found : undefined;
      });
      assert.deepEqual(
        labels.filter((label, index) => labels.indexOf(label) !== index),
        [],
      );
    });
  }

  for (const [name, typed] of [
    ['complete', '"CODE": "SHO"'],
    ['half-typed', '"CODE": "SHO'],
  ] as const) {
    test(`accepting a completion replaces a ${name} string`, async () => {
      const sound = soundManifest(name);
      const text = sound.replace('"CODE": "SHOP_ID"', typed);
      const document = await openFile(`${name}.b24pay.json`, text);
      const editor = await vscode.window.showTextDocument(document);
      const at = document.positionAt(text.indexOf(typed) + '"CODE": "SHO'.length);
      editor.selection = new vscode.Selection(at, at);
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await until('the completion is there', async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return document.getText() === text ? undefined : true;
      });
      assert.equal(document.getText(), sound);
    });
  }

  test('hover, symbols and formatting answer', async () => {
    const text = soundManifest('verbs');
    const document = await openFile('verbs.b24pay.json', text);
    const at = document.positionAt(text.indexOf('CLIENT_TYPE') + 2);
    await until('a hover', async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      return hovers.length > 0 ? hovers : undefined;
    });
    const symbols = await vscode.commands.executeCommand<unknown[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.ok(symbols && symbols.length > 0);
    const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      (await openFile('ugly.b24pay.json', text.replace(/\n\s+/g, ' '))).uri,
      { tabSize: 2, insertSpaces: true },
    );
    assert.ok(edits && edits.length > 0);
  });

  test('the lens above a manifest registers it', async () => {
    const document = await openFile('lens.b24pay.json', soundManifest('lens'));
    const lenses = await until('a code lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      // Two providers: ours in the editor for registering, the server for the mode in force.
      return found.length > 1 ? found : undefined;
    });
    assert.ok(lenses.every(({ range }) => range.start.line === 0));
    assert.ok(lenses.some(({ command }) => command?.title.startsWith('Active mode: ')));
    const register = lenses.filter(({ command }) => command?.command === 'b24pay.registerManifest');
    assert.equal(register.length, 1);
    assert.equal(String(register[0]?.command?.arguments?.[0]), document.uri.toString());
  });

  test('text that is no manifest at all is survived', async () => {
    const deep = '['.repeat(20_000);
    for (const [name, text] of [
      ['noise.b24pay.json', '\u0001\ufffd\u0007{"'],
      ['deep.b24pay.json', deep],
      ['half.b24pay.json', '{ "NAME": "x", "SETT'],
    ] as const) {
      const document = await openFile(name, text);
      await problemsWith('json-syntax', document.uri);
    }
  });
});

const unquoted = (label: string) => label.replace(/^"|"$/g, '');
