import { expect, test } from 'vitest';
import { bundledServer } from './bundle.js';
import { startEditor } from './editor.js';

const server = bundledServer();
const uri = 'file:///shop.b24pay.json';
const wrong = '{ "NAME": "Shop", "CODE": "shop" }';

test('diagnostics are sent on opening and taken back on closing', async () => {
  const editor = await startEditor(server());
  editor.open(uri, wrong, undefined, 7);
  await editor.until(() => editor.publishedOf(uri).length > 0);
  expect(editor.publishedOf(uri)).toMatchObject([{ version: 7, diagnostics: [{ code: 'missing-property' }] }]);
  editor.close(uri);
  await editor.until(() => editor.publishedOf(uri).length > 1);
  expect(editor.publishedOf(uri).at(-1)).toEqual({ uri, diagnostics: [] });
});

test('a manifest closed before its check is not heard of again', async () => {
  const editor = await startEditor(server());
  editor.open(uri, wrong);
  await editor.until(() => editor.publishedOf(uri).length > 0);
  editor.change(uri, 2, { text: '{' });
  editor.close(uri);
  editor.open('file:///other.b24pay.json', wrong);
  await editor.until(() => editor.publishedOf('file:///other.b24pay.json').length > 0);
  expect(editor.publishedOf(uri).at(-1)).toEqual({ uri, diagnostics: [] });
  expect(editor.publishedOf(uri)).toHaveLength(2);
});

test('a change of settings is applied to what is open', async () => {
  const editor = await startEditor(server());
  editor.open(uri, wrong);
  await editor.until(() => editor.publishedOf(uri).length > 0);
  editor.notify('workspace/didChangeConfiguration', {
    settings: { b24pay: { rules: { 'missing-property': 'warning' } } },
  });
  await editor.until(() => editor.publishedOf(uri).length > 1);
  expect(editor.publishedOf(uri).at(-1)).toMatchObject({ diagnostics: [{ severity: 2 }] });
  // The user takes the setting back: what is sent no longer has anything of this server.
  editor.notify('workspace/didChangeConfiguration', { settings: {} });
  await editor.until(() => editor.publishedOf(uri).length > 2);
  expect(editor.publishedOf(uri).at(-1)).toMatchObject({ diagnostics: [{ severity: 1 }] });
});
