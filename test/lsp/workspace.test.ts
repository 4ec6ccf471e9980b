/** What is said of manifests that are not open, when the editor asks. */
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { expect, test } from 'vitest';
import { disk as onDisk } from '../../server/lsp/workspace/disk.js';
import type { Files } from '../../server/lsp/workspace/files.js';
import { bundledServer } from './bundle.js';
import { inProcessServer } from './in-process.js';
import { codesOf, Disk, idsOf, manifest, mistaken, openFolders, pullAll, WATCHES } from './workspace.js';

const server = bundledServer();
const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

test('all manifests of the folders are reported, and nothing else', async () => {
  const disk = new Disk({
    'a/shop.b24pay.json': mistaken('shop'),
    'a/deep/er/bitrix24-payment-handler.json': manifest('deep'),
    'a/other.json': '{',
    'a/node_modules/x/y.b24pay.json': '{',
    'a/vendor/y.b24pay.json': '{',
    'a/with space & ü/z.b24pay.json': '{ "NAME": ',
    'b/b.b24pay.json': manifest('b'),
    'c/not-open.b24pay.json': '{',
  });
  const editor = await openFolders(server(), disk, ['a', 'b']);
  const reports = await pullAll(editor);
  expect(new Map([...reports].map(([uri, report]) => [decodeURI(uri), [report.version, codesOf(report)]]))).toEqual(
    new Map([
      [disk.uri('a/deep/er/bitrix24-payment-handler.json'), [null, []]],
      [disk.uri('a/shop.b24pay.json'), [null, ['unused-code', 'undefined-code']]],
      [decodeURI(disk.uri('a/with space & ü/z.b24pay.json')).replace('&', '%26'), [null, expect.anything()]],
      [disk.uri('b/b.b24pay.json'), [null, []]],
    ]),
  );
  expect(editor.registered).toEqual(['workspace/didChangeWatchedFiles']);
});

test('an editor with one folder and no workspace is served as well', async () => {
  const disk = new Disk({ 'a/shop.b24pay.json': mistaken('shop') });
  // Named by its text: the protocol's types call it outdated, and some editors send nothing else.
  const initialize = { workspaceFolders: null, ['rootUri' as string]: disk.uri('a') };
  const editor = await openFolders(server(), disk, [], { initialize });
  expect([...(await pullAll(editor)).keys()]).toEqual([disk.uri('a/shop.b24pay.json')]);
});

test('what has not changed is not sent again', async () => {
  const disk = new Disk({ 'shop.b24pay.json': mistaken('shop'), 'other.b24pay.json': manifest('other') });
  const editor = await openFolders(server(), disk, ['.']);
  const uri = disk.uri('shop.b24pay.json');
  editor.open(uri, mistaken('shop'), undefined, 5);
  const first = await pullAll(editor);
  expect(first.get(uri)).toMatchObject({ kind: 'full', version: 5 });
  const again = await pullAll(editor, idsOf(first));
  expect([...again.values()].map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  expect(idsOf(again)).toEqual(idsOf(first));

  editor.close(uri);
  expect((await pullAll(editor, idsOf(first))).get(uri)).toMatchObject({ kind: 'full', version: null });
});

test('changes on the disk are followed where the editor watches it', async () => {
  const disk = new Disk({ 'shop.b24pay.json': manifest('shop'), 'gone/a.b24pay.json': mistaken('a') });
  const editor = await openFolders(server(), disk, ['.']);
  const [shop, added, gone] = ['shop.b24pay.json', 'new/new.b24pay.json', 'gone/a.b24pay.json'].map((name) =>
    disk.uri(name),
  );
  const first = await pullAll(editor);
  expect([...first.keys()]).toEqual([gone, shop]);

  disk.write('shop.b24pay.json', mistaken('shop'));
  disk.write('new/new.b24pay.json', mistaken('new'));
  disk.remove('gone');
  editor.notify('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: shop, type: CHANGED },
      { uri: added, type: CREATED },
      // The folder, as a whole.
      { uri: disk.uri('gone'), type: DELETED },
    ],
  });
  const second = await pullAll(editor, idsOf(first));
  expect(codesOf(second.get(shop ?? ''))).toContain('undefined-code');
  expect(codesOf(second.get(added ?? ''))).toContain('undefined-code');
  expect(codesOf(second.get(gone ?? ''))).toEqual([]);
  expect([...(await pullAll(editor, idsOf(second))).keys()].sort()).toEqual([added, shop].sort());
});

test('the manifests of a folder that is renamed, or moved here, are found there', async () => {
  const disk = new Disk({
    'a/old/deep/shop.b24pay.json': mistaken('shop'),
    'a/other.b24pay.json': manifest('moved'),
    'elsewhere/moved.b24pay.json': manifest('moved'),
    'elsewhere/node_modules/x.b24pay.json': mistaken('x'),
  });
  const editor = await openFolders(server(), disk, ['a']);
  const first = await pullAll(editor);
  disk.rename('a/old', 'a/new name');
  disk.rename('elsewhere', 'a/here');
  // An editor tells of the folders only, and of files that are none of ours.
  editor.notify('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: disk.uri('a/new name'), type: CREATED },
      { uri: disk.uri('a/old'), type: DELETED },
      { uri: disk.uri('a/here'), type: CREATED },
      { uri: disk.uri('a/here/node_modules'), type: CREATED },
      { uri: disk.uri('a/no-longer-there'), type: CREATED },
      { uri: 'untitled:x', type: CREATED },
    ],
  });
  const second = await pullAll(editor, idsOf(first));
  expect(codesOf(second.get(disk.uri('a/new name/deep/shop.b24pay.json')))).toContain('undefined-code');
  expect(codesOf(second.get(disk.uri('a/old/deep/shop.b24pay.json')))).toEqual([]);
  expect(codesOf(second.get(disk.uri('a/here/moved.b24pay.json')))).toEqual(['duplicate-handler-code']);
  expect(codesOf(second.get(disk.uri('a/other.b24pay.json')))).toEqual(['duplicate-handler-code']);
  expect([...second.keys()].filter((uri) => uri.includes('node_modules'))).toEqual([]);
});

test('a folder that is renamed is found by the next question of an editor that watches nothing', async () => {
  const disk = new Disk({ 'old/shop.b24pay.json': mistaken('shop') });
  const editor = await openFolders(server(), disk, ['.'], { capabilities: { textDocument: { diagnostic: {} } } });
  const first = await pullAll(editor);
  disk.rename('old', 'new');
  const second = await pullAll(editor, idsOf(first));
  expect(codesOf(second.get(disk.uri('new/shop.b24pay.json')))).toContain('undefined-code');
  expect(codesOf(second.get(disk.uri('old/shop.b24pay.json')))).toEqual([]);
});

test('many files of others cost little, and nothing is said of them', async () => {
  const disk = new Disk({ 'shop.b24pay.json': manifest('shop'), 'lib/a.js': '' });
  const asked = { folders: 0, lists: 0 };
  const files: Files = {
    ...onDisk,
    list: (folder) => (asked.lists++, onDisk.list(folder)),
    isFolder: (address) => (asked.folders++, onDisk.isFolder(address)),
  };
  const folders = [{ name: 'x', uri: disk.uri('.') }];
  const { deliver, answerTo, sent } = await inProcessServer(WATCHES, { workspaceFolders: folders }, files);
  deliver({ method: 'initialized', params: {} });
  const ask = async (id: string) => {
    deliver({ id, method: 'workspace/diagnostic', params: { previousResultIds: [] } });
    await answerTo(id);
  };
  await ask('before');
  asked.lists = 0;
  const names = Array.from({ length: 5000 }, (_, i) => (i % 2 === 0 ? `node_modules/p${i}/a.js` : `lib/a${i}.js`));
  const changes = ['lib', ...names].map((name) => ({ uri: disk.uri(name), type: CREATED }));
  deliver({ method: 'workspace/didChangeWatchedFiles', params: { changes } });
  await ask('after');
  expect(asked).toEqual({ folders: 1, lists: 1 });
  expect(sent.filter((message) => 'method' in message && message.method === 'workspace/diagnostic/refresh')).toEqual(
    [],
  );
});

test('where the editor does not watch the disk, it is looked at with each question', async () => {
  const disk = new Disk({ 'shop.b24pay.json': manifest('shop') });
  const editor = await openFolders(server(), disk, ['.'], { capabilities: { textDocument: { diagnostic: {} } } });
  const uri = disk.uri('shop.b24pay.json');
  const first = await pullAll(editor);
  expect((await pullAll(editor, idsOf(first))).get(uri)?.kind).toBe('unchanged');
  disk.write('shop.b24pay.json', mistaken('shop'));
  expect(codesOf((await pullAll(editor, idsOf(first))).get(uri))).toContain('undefined-code');
});

test('what is open counts, not what is on the disk', async () => {
  const disk = new Disk({ 'shop.b24pay.json': mistaken('shop') });
  const editor = await openFolders(server(), disk, ['.']);
  // As VS Code spells it on Windows, and may anywhere.
  const uri = disk.uri('shop.b24pay.json').replace(/shop/, '%73hop');
  editor.open(uri, manifest('shop'));
  const reports = await pullAll(editor);
  expect([...reports.keys()]).toEqual([uri]);
  expect(codesOf(reports.get(uri))).toEqual([]);
  editor.close(uri);
  const [report] = (await pullAll(editor)).values();
  expect(codesOf(report)).toContain('undefined-code');
  const document = await editor.pull(uri);
  expect('items' in document && document.items.map(({ code }) => code)).toContain('undefined-code');
});

test('what was said of a closed manifest outside the folders is taken back', async () => {
  const disk = new Disk({ 'a/shop.b24pay.json': manifest('shop') });
  const editor = await openFolders(server(), disk, ['a']);
  const uri = disk.uri('elsewhere.b24pay.json');
  editor.open(uri, mistaken('elsewhere'));
  expect((await pullAll(editor)).has(uri)).toBe(false);
  editor.close(uri);
  const reports = await pullAll(editor);
  expect(codesOf(reports.get(uri))).toEqual([]);
  expect((await pullAll(editor, idsOf(reports))).has(uri)).toBe(false);
});

test('folders come and go', async () => {
  const disk = new Disk({ 'a/a.b24pay.json': mistaken('a'), 'b/b.b24pay.json': mistaken('b') });
  const editor = await openFolders(server(), disk, ['a']);
  const first = await pullAll(editor);
  expect([...first.keys()]).toEqual([disk.uri('a/a.b24pay.json')]);
  editor.notify('workspace/didChangeWorkspaceFolders', {
    event: { added: [{ name: 'b', uri: disk.uri('b') }], removed: [{ name: 'a', uri: disk.uri('a') }] },
  });
  const second = await pullAll(editor, idsOf(first));
  expect(codesOf(second.get(disk.uri('a/a.b24pay.json')))).toEqual([]);
  expect(codesOf(second.get(disk.uri('b/b.b24pay.json')))).toContain('undefined-code');
});

test('each folder has its own settings', async () => {
  const disk = new Disk({
    'a/a.b24pay.json': mistaken('a'),
    'a/skip/me.b24pay.json': mistaken('me'),
    'a/as-json.b24pay.json': mistaken('as_json'),
    'b/b.b24pay.json': mistaken('b'),
    'b/vendor/v.b24pay.json': manifest('v'),
  });
  const settings = new Map<string, unknown>([
    [
      `b24pay ${disk.uri('a')}`,
      { rules: { 'undefined-code': 'off', 'unused-code': 'off' }, files: { exclude: { skip: true } } },
    ],
    [`files.associations ${disk.uri('a')}`, { 'as-*.b24pay.json': 'json' }],
    [`b24pay ${disk.uri('b')}`, { rules: { 'undefined-code': 'warning' }, files: { exclude: { '**/vendor': false } } }],
  ]);
  const editor = await openFolders(server(), disk, ['a', 'b'], {
    capabilities: { ...WATCHES, workspace: { ...WATCHES.workspace, configuration: true } },
    settings: ({ section, scopeUri }) => settings.get(`${section ?? ''} ${scopeUri ?? ''}`),
  });
  const reports = await pullAll(editor);
  expect([...reports.keys()]).toEqual(['a/a', 'b/b', 'b/vendor/v'].map((name) => disk.uri(`${name}.b24pay.json`)));
  expect(codesOf(reports.get(disk.uri('a/a.b24pay.json')))).toEqual([]);
  expect(reports.get(disk.uri('b/b.b24pay.json'))).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ code: 'undefined-code', severity: 2 })]) as unknown,
  });

  settings.clear();
  editor.notify('workspace/didChangeConfiguration', { settings: null });
  expect([...(await pullAll(editor)).keys()].sort()).toEqual(
    ['a/a', 'a/as-json', 'a/skip/me', 'b/b'].map((name) => disk.uri(`${name}.b24pay.json`)),
  );
});

test('an editor that takes an answer in parts gets it in parts', async () => {
  const disk = new Disk(
    Object.fromEntries(Array.from({ length: 45 }, (_, i) => [`m${i}.b24pay.json`, manifest(`code_${i}`)])),
  );
  const editor = await openFolders(server(), disk, ['.']);
  const parts: unknown[][] = [];
  editor.rpc.onNotification('$/progress', ({ token, value }: { token: string; value: { items: unknown[] } }) => {
    expect(token).toBe('part');
    parts.push(value.items);
  });
  const question = { previousResultIds: [], partialResultToken: 'part' };
  expect(await editor.request('workspace/diagnostic', question)).toEqual({ items: [] });
  expect(parts.map(({ length }) => length)).toEqual([20, 20, 5]);
});

test('a question that the editor takes back is not answered', async () => {
  const disk = new Disk({ 'a.b24pay.json': manifest('a') });
  const editor = await openFolders(server(), disk, ['.']);
  const source = new CancellationTokenSource();
  const asked = editor.request('workspace/diagnostic', { previousResultIds: [] }, source.token);
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: -32800 });
  expect((await pullAll(editor)).size).toBe(1);
});

test('files that cannot be read, are no text, or are far too long are survived', async () => {
  const disk = new Disk({
    'binary.b24pay.json': Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256),
    'folder.b24pay.json/inside.b24pay.json': manifest('inside'),
    'long.b24pay.json': `"${'x'.repeat(5_000_000)}"`,
    'mark.b24pay.json': `\uFEFF${manifest('mark')}`,
  });
  const editor = await openFolders(server(), disk, ['.']);
  const reports = [...(await pullAll(editor)).values()].map(codesOf);
  expect(reports).toEqual([expect.arrayContaining(['json-syntax']), [], [undefined], []]);
});

test('all manifests are counted on demand, whatever the editor watches', async () => {
  const disk = new Disk({ 'a.b24pay.json': mistaken('a'), 'b.b24pay.json': manifest('b') });
  const editor = await openFolders(server(), disk, ['.']);
  expect(await editor.request('b24pay/checkWorkspace', {})).toEqual({ manifests: 2, errors: 1, warnings: 0 });
  disk.write('c.b24pay.json', mistaken('c').replace('"NAME"', '"EXTRA": 1, "NAME"'));
  expect(await editor.request('b24pay/checkWorkspace')).toEqual({ manifests: 3, errors: 2, warnings: 1 });
  expect(editor.refreshes).toBeGreaterThan(0);
});

test('without folders there is nothing to count', async () => {
  const disk = new Disk({});
  const editor = await openFolders(server(), disk, []);
  editor.open(disk.uri('a.b24pay.json'), mistaken('a'));
  expect(await editor.request('b24pay/checkWorkspace', {})).toEqual({ manifests: 0, errors: 0, warnings: 0 });
});
