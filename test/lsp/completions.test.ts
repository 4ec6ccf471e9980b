import type { CompletionItem, CompletionList } from 'vscode-languageserver';
import { expect, test } from 'vitest';
import { bundledServer } from './bundle.js';
import { startEditor, type Editor } from './editor.js';

const server = bundledServer();
const uri = 'file:///shop.b24pay.json';
const text =
  '{ "SETTINGS": { "CODES": { "A": { "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "SU" } } } } }';
const MARKDOWN = { documentationFormat: ['markdown' as const] };

function completionsAt<T>(editor: Editor, word: string): Promise<T> {
  const position = { line: 0, character: text.indexOf(word) + 2 };
  return editor.request<T>('textDocument/completion', { textDocument: { uri }, position });
}

test('an editor that resolves gets the documentation of an item when it asks', async () => {
  const editor = await startEditor(server(), {
    capabilities: {
      textDocument: {
        completion: { completionItem: { ...MARKDOWN, resolveSupport: { properties: ['documentation'] } } },
      },
    },
  });
  expect(editor.result.capabilities.completionProvider).toMatchObject({ resolveProvider: true });
  editor.open(uri, text);
  const items = await completionsAt<CompletionItem[]>(editor, '"SU"');
  const sum = items.find(({ label }) => label === 'SUM');
  expect(sum).toBeDefined();
  expect(items.filter((item) => 'documentation' in item)).toEqual([]);
  expect(await editor.request('completionItem/resolve', sum)).toEqual({
    ...sum,
    documentation: { kind: 'markdown', value: expect.stringContaining('Amount of this payment') as unknown },
  });
});

test('an editor that resolves details too gets the list without them', async () => {
  const completionItem = { ...MARKDOWN, resolveSupport: { properties: ['documentation', 'detail'] } };
  const editor = await startEditor(server(), { capabilities: { textDocument: { completion: { completionItem } } } });
  editor.open(uri, text);
  const items = await completionsAt<CompletionItem[]>(editor, '"SU"');
  const sum = items.find(({ label }) => label === 'SUM');
  expect(sum).toBeDefined();
  expect(items.filter((item) => 'detail' in item)).toEqual([]);
  expect(await editor.request('completionItem/resolve', sum)).toMatchObject({
    detail: expect.stringContaining('Amount of this payment') as unknown,
    documentation: { kind: 'markdown' },
  });
});

test('an item of an older list, and one that is none of ours, come back as they are', async () => {
  const editor = await startEditor(server(), {
    capabilities: {
      textDocument: { completion: { completionItem: { resolveSupport: { properties: ['documentation'] } } } },
    },
  });
  editor.open(uri, text);
  const [old] = await completionsAt<CompletionItem[]>(editor, '"SU"');
  await completionsAt(editor, '"PAYMENT"');
  expect(await editor.request('completionItem/resolve', old)).toEqual(old);
  expect(await editor.request('completionItem/resolve', { label: 'a', data: [1] })).toEqual({ label: 'a', data: [1] });
});

test('an editor with defaults is told once what all items share', async () => {
  const completion = {
    completionItem: { resolveSupport: { properties: ['documentation'] } },
    completionList: { itemDefaults: ['editRange', 'data'] },
  };
  const editor = await startEditor(server(), { capabilities: { textDocument: { completion } } });
  editor.open(uri, text);
  const list = await completionsAt<CompletionList>(editor, '"SU"');
  const start = { line: 0, character: text.indexOf('"SU"') };
  const editRange = { start, end: { line: 0, character: start.character + '"SU"'.length } };
  expect(list.itemDefaults).toEqual({ editRange, data: 1 });
  const sum = list.items.find(({ label }) => label === 'SUM');
  expect(Object.keys(sum ?? {}).sort()).toEqual(['detail', 'filterText', 'kind', 'label', 'sortText', 'textEditText']);
  const resolved = await editor.request('completionItem/resolve', { ...sum, data: list.itemDefaults?.data as unknown });
  expect(resolved).toMatchObject({ documentation: { value: expect.stringContaining('Amount') as unknown } });
});

test('an editor that shows a few words in every row gets the names of currencies there', async () => {
  const completionItem = { labelDetailsSupport: true, resolveSupport: { properties: ['documentation', 'detail'] } };
  const editor = await startEditor(server(), { capabilities: { textDocument: { completion: { completionItem } } } });
  editor.open(uri, '{ "SETTINGS": { "CURRENCY": [""] } }');
  const position = { line: 0, character: '{ "SETTINGS": { "CURRENCY": ["'.length };
  const items = await editor.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position });
  const ruble = items.find(({ label }) => label === 'RUB');
  expect(ruble).toMatchObject({ labelDetails: { description: 'Russian Ruble' } });
  expect(await editor.request('completionItem/resolve', ruble)).not.toHaveProperty('detail');
});

test('any other editor gets whole items', async () => {
  const editor = await startEditor(server());
  expect(editor.result.capabilities.completionProvider).toMatchObject({ resolveProvider: false });
  editor.open(uri, text);
  const items = await completionsAt<CompletionItem[]>(editor, '"SU"');
  expect(items.find(({ label }) => label === 'SUM')).toMatchObject({
    documentation: { kind: 'plaintext' },
    textEdit: { newText: '"SUM"' },
  });
});

test('where the developer chooses the names, an editor is to ask again for each character', async () => {
  const editor = await startEditor(server());
  const fields = '{ "SETTINGS": { "FORM_DATA": { "FIELDS": { "tok" } } } }';
  editor.open(uri, fields);
  const listAt = (mark: string) =>
    editor.request<CompletionItem[] | CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: fields.indexOf(mark) + 2 },
    });
  expect(await listAt('"tok"')).toMatchObject({
    isIncomplete: true,
    items: expect.arrayContaining([expect.objectContaining({ label: 'New field', filterText: '"tok"' })]) as unknown,
  });
  expect(Array.isArray(await listAt('"FORM_DATA"'))).toBe(true);
});
