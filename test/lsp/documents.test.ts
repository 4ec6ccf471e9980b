import { expect, test } from 'vitest';
import { bundledServer } from './bundle.js';
import { PULLS, startEditor, type Editor } from './editor.js';

const server = bundledServer();
const text = '{ "NAME": "Shop", "CODE": "shop", "SETTINGS": { } }';
const options = { tabSize: 2, insertSpaces: true };

/** Answers of every verb that takes a document. */
async function everyVerb(editor: Editor, uri: string): Promise<Record<string, unknown>> {
  const textDocument = { uri };
  const position = { line: 0, character: 3 };
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 10 } };
  return {
    diagnostic: await editor.pull(uri),
    completion: await editor.request('textDocument/completion', { textDocument, position }),
    hover: await editor.request('textDocument/hover', { textDocument, position }),
    documentSymbol: await editor.request('textDocument/documentSymbol', { textDocument }),
    foldingRange: await editor.request('textDocument/foldingRange', { textDocument }),
    formatting: await editor.request('textDocument/formatting', { textDocument, options }),
    rangeFormatting: await editor.request('textDocument/rangeFormatting', { textDocument, range, options }),
  };
}

const silence = {
  diagnostic: { kind: 'full', items: [] },
  completion: [],
  hover: null,
  documentSymbol: [],
  foldingRange: [],
  formatting: [],
  rangeFormatting: [],
};

test.each([
  ['bitrix24-payment-handler', 'file:///any.txt'],
  ['bitrix24-payment-handler', 'untitled:Untitled-1'],
  ['bitrix24-payment-handler', 'vscode-vfs://github/a/b/shop.json'],
  ['json', 'file:///c%3A/payments/shop.b24pay.json'],
  ['jsonc', 'file:///payments/bitrix24-payment-handler.json'],
])('%s at %s is a manifest', async (languageId, uri) => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  editor.open(uri, text, languageId);
  expect(await editor.codes(uri)).toContain('missing-property');
});

test.each([
  ['json', 'file:///package.json'],
  ['jsonc', 'file:///payments/b24pay.json'],
  ['plaintext', 'file:///shop.b24pay.json'],
  ['bitrix24-payment-handler', 'git:/payments/shop.b24pay.json?ref=HEAD'],
  ['json', 'gitlens://abc/shop.b24pay.json'],
])('%s at %s is left alone by every verb', async (languageId, uri) => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  editor.open(uri, text, languageId);
  editor.change(uri, 2, { text: '{' });
  expect(await everyVerb(editor, uri)).toEqual(silence);
  editor.close(uri);
});

test('a document that is not open is answered with nothing', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  expect(await everyVerb(editor, 'file:///gone.b24pay.json')).toEqual(silence);
});

test('nothing is sent of other documents to an editor that does not pull', async () => {
  const editor = await startEditor(server());
  editor.open('file:///package.json', '{', 'json');
  editor.close('file:///package.json');
  editor.open('file:///shop.b24pay.json', text, 'json');
  await editor.until(() => editor.publishedOf('file:///shop.b24pay.json').length > 0);
  expect(editor.publishedOf('file:///package.json')).toEqual([]);
});

test('every verb answers for a manifest', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  const uri = 'file:///shop.b24pay.json';
  editor.open(uri, text.replace('{ }', '{\n\n}'));
  expect(await everyVerb(editor, uri)).toEqual({
    diagnostic: expect.objectContaining({ kind: 'full' }) as unknown,
    completion: expect.arrayContaining([expect.objectContaining({ label: 'SORT' })]) as unknown,
    hover: expect.objectContaining({ range: expect.anything() as unknown }) as unknown,
    documentSymbol: expect.arrayContaining([expect.objectContaining({ name: 'SETTINGS' })]) as unknown,
    foldingRange: [expect.objectContaining({ startLine: 0 })],
    formatting: expect.arrayContaining([expect.objectContaining({ newText: '\n  ' })]) as unknown,
    rangeFormatting: expect.arrayContaining([expect.objectContaining({ newText: '\n  ' })]) as unknown,
  });
});
