/** Two manifests of one workspace folder with the same CODE. */
import { expect, test } from 'vitest';
import { bundledServer } from './bundle.js';
import { codesOf, Disk, itemsOf, manifest, mistaken, openFolders, pullAll } from './workspace.js';
import type { Editor } from './editor.js';
import { inProcessServer } from './in-process.js';

const server = bundledServer();
const DUPLICATE = 'duplicate-handler-code';

test('both are reported, each with the place of the other', async () => {
  const disk = new Disk({ 'one.b24pay.json': manifest('shop'), 'deep/two.b24pay.json': manifest('shop') });
  const editor = await openFolders(server(), disk, ['.']);
  const [one, two] = ['one.b24pay.json', 'deep/two.b24pay.json'].map((name) => disk.uri(name));
  const reports = await pullAll(editor);
  const range = { start: { line: 2, character: 10 }, end: { line: 2, character: 16 } };
  const expected = (other: string | undefined) => [
    {
      code: DUPLICATE,
      severity: 1,
      range,
      relatedInformation: [{ location: { uri: other, range }, message: expect.any(String) as string }],
    },
  ];
  expect(itemsOf(reports.get(one ?? ''))).toMatchObject(expected(two));
  expect(itemsOf(reports.get(two ?? ''))).toMatchObject(expected(one));
});

test('letter case and blanks at the end do not count', async () => {
  const disk = new Disk({
    'a.b24pay.json': manifest('Shop'),
    'b.b24pay.json': manifest('sHOP  '),
    'c.b24pay.json': manifest(' shop'),
    'd.b24pay.json': manifest('   '),
    'e.b24pay.json': manifest('   '),
    // Only of blanks is it known that a portal's database does not count them.
    'f.b24pay.json': manifest('shop\t'),
  });
  const reports = await pullAll(await openFolders(server(), disk, ['.']));
  expect([...reports.values()].map((report) => codesOf(report).includes(DUPLICATE))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('other folders are for other portals, one inside another too', async () => {
  const disk = new Disk({
    'a/one.b24pay.json': manifest('shop'),
    'a/inner/two.b24pay.json': manifest('shop'),
    'b/three.b24pay.json': manifest('shop'),
    'four.b24pay.json': manifest('shop'),
  });
  const editor = await openFolders(server(), disk, ['a', 'b', 'a/inner']);
  editor.open(disk.uri('four.b24pay.json'), manifest('shop'));
  const reports = await pullAll(editor);
  expect([...reports.values()].map(codesOf)).toEqual([[], [], []]);
  expect(await editor.codes(disk.uri('four.b24pay.json'))).toEqual([]);
});

/** Waits until an open manifest has a duplicate, or has none, each time the server says that something changed. */
async function untilDuplicate(editor: Editor, uri: string, wanted: boolean): Promise<void> {
  for (;;) {
    const seen = editor.refreshes;
    if ((await editor.codes(uri)).includes(DUPLICATE) === wanted) return;
    await editor.until(() => editor.refreshes > seen);
  }
}

test('an open manifest is told of changes on the disk and in other open ones', async () => {
  const disk = new Disk({ 'one.b24pay.json': manifest('one'), 'two.b24pay.json': manifest('two') });
  const editor = await openFolders(server(), disk, ['.']);
  const [one, two] = [disk.uri('one.b24pay.json'), disk.uri('two.b24pay.json')];
  editor.open(one, manifest('shared'));
  expect(await editor.codes(one)).toEqual([]);
  await pullAll(editor);

  disk.write('two.b24pay.json', manifest('shared'));
  editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: two, type: 2 }] });
  await untilDuplicate(editor, one, true);

  editor.open(two, manifest('mine'));
  expect(await editor.codes(two)).toEqual([]);
  await untilDuplicate(editor, one, false);
  editor.change(two, 2, { text: manifest('shared') });
  // Before anybody has asked for the diagnostics of the one that changed.
  expect(await editor.codes(one)).toEqual([DUPLICATE]);
  expect(await editor.codes(two)).toEqual([DUPLICATE]);
  await untilDuplicate(editor, one, true);

  editor.change(two, 3, { text: manifest('mine') });
  editor.close(two);
  disk.remove('two.b24pay.json');
  editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: two, type: 3 }] });
  await untilDuplicate(editor, one, false);
});

test('a related place moves along with the text', async () => {
  const disk = new Disk({ 'one.b24pay.json': manifest('shop') });
  const editor = await openFolders(server(), disk, ['.']);
  const [one, two] = [disk.uri('one.b24pay.json'), disk.uri('two.b24pay.json')];
  editor.open(two, manifest('shop'));
  const lineIn = async () =>
    itemsOf((await pullAll(editor)).get(one))[0]?.relatedInformation?.[0]?.location.range.start.line;
  expect(await lineIn()).toBe(2);
  editor.change(two, 2, { text: `\n\n${manifest('shop')}` });
  expect(await lineIn()).toBe(4);
});

test('the first diagnostics do not wait for the disk', async () => {
  const uri = 'file:///payments/one.b24pay.json';
  let lookedAt: unknown;
  const { deliver, answerTo } = await inProcessServer(
    { textDocument: { diagnostic: {} } },
    { workspaceFolders: [{ name: 'work', uri: 'file:///work' }] },
    {
      list: (folder) => {
        lookedAt = folder;
        return new Promise(() => undefined);
      },
      isFolder: () => Promise.resolve(false),
      read: () => Promise.reject(new Error('Nothing was found to be read')),
    },
  );
  const textDocument = { uri, languageId: 'json', version: 1, text: mistaken('shop') };
  deliver(
    { id: 1, method: 'workspace/diagnostic', params: { previousResultIds: [] } },
    { method: 'textDocument/didOpen', params: { textDocument } },
    { id: 2, method: 'textDocument/diagnostic', params: { textDocument } },
  );
  expect(await answerTo(2)).toMatchObject({ result: { kind: 'full', resultId: '1' } });
  expect(lookedAt).toBeUndefined();
  // Nor does a disk that never answers keep anything else from working.
  deliver({ id: 3, method: 'textDocument/hover', params: { textDocument, position: { line: 2, character: 4 } } });
  expect(await answerTo(3)).toMatchObject({ result: { contents: expect.anything() as unknown } });
  expect(lookedAt).toBe('file:///work');
});

test('an editor that does not ask is sent all of it', async () => {
  const disk = new Disk({ 'one.b24pay.json': manifest('one'), 'two.b24pay.json': mistaken('shared') });
  const editor = await openFolders(server(), disk, ['.'], { capabilities: {} });
  const [one, two] = [disk.uri('one.b24pay.json'), disk.uri('two.b24pay.json')];
  const last = (uri: string) =>
    editor
      .publishedOf(uri)
      .at(-1)
      ?.diagnostics.map(({ code }) => code);
  const until = (uri: string, code: string, wanted = true) => editor.until(() => last(uri)?.includes(code) === wanted);
  editor.open(one, manifest('shared'));
  await until(one, DUPLICATE);
  await until(two, DUPLICATE);
  await until(two, 'undefined-code');

  // Closed without saving: the file has another CODE.
  editor.close(one);
  await until(two, DUPLICATE, false);
  await editor.until(() => last(one)?.length === 0);

  disk.write('one.b24pay.json', mistaken('other'));
  editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: one, type: 2 }] });
  await until(one, 'undefined-code');
  disk.remove('one.b24pay.json');
  editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: one, type: 3 }] });
  await until(one, 'undefined-code', false);

  const rules = { 'undefined-code': 'off', 'unused-code': 'off' };
  editor.notify('workspace/didChangeConfiguration', { settings: { b24pay: { rules } } });
  await editor.until(() => last(two)?.length === 0);
  expect(await editor.request('b24pay/checkWorkspace', {})).toEqual({ manifests: 1, errors: 0, warnings: 0 });
});

test('a document that is opened without a text harms no other one', async () => {
  const disk = new Disk({ 'one.b24pay.json': manifest('one'), 'two.b24pay.json': manifest('two') });
  const editor = await openFolders(server(), disk, ['.']);
  const one = disk.uri('one.b24pay.json');
  editor.open(one, manifest('one'));
  await pullAll(editor);
  const textDocument = { uri: disk.uri('three.b24pay.json'), languageId: 'json', version: 1, text: null };
  editor.notify('textDocument/didOpen', { textDocument });
  disk.write('two.b24pay.json', manifest('one'));
  editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: disk.uri('two.b24pay.json'), type: 2 }] });
  await untilDuplicate(editor, one, true);
});
