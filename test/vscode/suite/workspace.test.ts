/** Manifests that are not open: their problems, and Check All Manifests. */
import * as assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { openFile, problemCodes, problemsWith, soundManifest, workspaceFolder } from './support/manifests.js';
import { register } from './support/register.js';
import { until } from './support/poll.js';

interface Counts {
  readonly manifests: number;
  readonly errors: number;
  readonly warnings: number;
}

const folder = () => vscode.Uri.joinPath(workspaceFolder(), 'workspace-test');
const at = (name: string) => vscode.Uri.joinPath(folder(), name);
const write = (name: string, text: string) => vscode.workspace.fs.writeFile(at(name), Buffer.from(text));
const mistaken = (code: string) => soundManifest(code).replace('"CODE": "SHOP_ID"', '"CODE": "NOWHERE"');
const checkAll = () => vscode.commands.executeCommand<Counts | undefined>('b24pay.checkWorkspace');

/** Writes the severity of `undefined-code` into the settings of the workspace, as a person would, and waits for it to hold. */
async function setRule(value: string | undefined): Promise<void> {
  const file = vscode.Uri.joinPath(workspaceFolder(), '.vscode/settings.json');
  const text = await vscode.workspace.fs.readFile(file).then(
    (bytes) => Buffer.from(bytes).toString(),
    () => '{}',
  );
  const settings: unknown = { ...(JSON.parse(text) as object), 'b24pay.rules.undefined-code': value };
  await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(settings)));
  await until('the setting holds', () => {
    const rules = vscode.workspace.getConfiguration('b24pay', workspaceFolder());
    return rules.inspect('rules.undefined-code')?.workspaceValue === value ? true : undefined;
  });
}

suite('workspace', () => {
  suiteSetup(() => vscode.workspace.fs.createDirectory(folder()));

  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder(), { recursive: true });
  });

  test('Check All Manifests counts what is not open, and shows its problems', async () => {
    const before = await checkAll();
    assert.ok(before);
    await write('closed.b24pay.json', mistaken('closed'));
    const after = await checkAll();
    assert.deepEqual(
      [after?.manifests, after?.errors, after?.warnings],
      [before.manifests + 1, before.errors + 1, before.warnings],
    );
    await problemsWith('undefined-code', at('closed.b24pay.json'));
    assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.path !== at('closed.b24pay.json').path));
  });

  test('changes on the disk are noticed', async () => {
    await write('closed.b24pay.json', soundManifest('closed'));
    await until('the problem goes', () => (problemCodes(at('closed.b24pay.json')).length === 0 ? true : undefined));
    await write('closed.b24pay.json', mistaken('closed'));
    await problemsWith('undefined-code', at('closed.b24pay.json'));
    await vscode.workspace.fs.delete(at('closed.b24pay.json'));
    await until('the problem goes with the file', () =>
      problemCodes(at('closed.b24pay.json')).length === 0 ? true : undefined,
    );
  });

  test('a folder that is renamed takes the problems of its manifests along', async () => {
    await write('before/inside.b24pay.json', mistaken('inside'));
    await problemsWith('undefined-code', at('before/inside.b24pay.json'));
    await vscode.workspace.fs.rename(at('before'), at('after'));
    await problemsWith('undefined-code', at('after/inside.b24pay.json'));
    await until('the problem of the old place goes', () =>
      problemCodes(at('before/inside.b24pay.json')).length === 0 ? true : undefined,
    );
    await vscode.workspace.fs.delete(at('after'), { recursive: true });
  });

  test('two manifests with the same code know of each other, open or not', async () => {
    await write('twin.b24pay.json', soundManifest('twin'));
    const document = await openFile('workspace-test/other-twin.b24pay.json', soundManifest('TWIN'));
    const [problem] = await problemsWith('duplicate-handler-code', document.uri);
    assert.equal(problem?.relatedInformation?.[0]?.location.uri.path, at('twin.b24pay.json').path);
    await problemsWith('duplicate-handler-code', at('twin.b24pay.json'));
    await vscode.workspace.fs.delete(at('twin.b24pay.json'));
    await until('the duplicate goes', () => (problemCodes(document.uri).length === 0 ? true : undefined));
  });

  test('a rule that the user made a warning does not keep a manifest off a portal', async () => {
    const document = await openFile('workspace-test/lenient.b24pay.json', mistaken('lenient'));
    assert.equal(await register(document.uri, 'local'), undefined);
    await setRule('warning');
    try {
      assert.equal((await register(document.uri, 'local'))?.action, 'add');
    } finally {
      await setRule(undefined);
    }
    assert.equal(await register(document.uri, 'local'), undefined);
  });
});
