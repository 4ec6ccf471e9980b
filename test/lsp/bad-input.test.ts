/** Whatever is opened as a manifest, every verb answers, and goes on answering. */
import type { CompletionList, Diagnostic } from 'vscode-languageserver';
import { beforeAll, expect, test } from 'vitest';
import { parseManifest } from '../../server/document/parse.js';
import { bundledServer } from './bundle.js';
import { PULLS, startEditor, type Editor } from './editor.js';

const server = bundledServer();
const uri = 'file:///shop.b24pay.json';

/** Bytes that look random and are the same each time. */
function bytes(length: number): string {
  let state = 42;
  const codes = Array.from({ length }, () => (state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff) & 0xff);
  return Buffer.from(codes).toString('latin1');
}

/** A manifest of about that many characters. */
function large(length: number): string {
  const entries = Array.from(
    { length: Math.floor(length / 80) },
    (_, i) => `"CODE_${String(i).padStart(6, '0')}": { "NAME": "A setting with quite a long name", "SORT": 100 }`,
  );
  return `{ "NAME": "Shop", "CODE": "shop", "SETTINGS": { "CODES": {\n${entries.join(',\n')} } } }`;
}

let binary = '';
let fiveMegabytes = '';
beforeAll(() => {
  binary = bytes(200_000);
  fiveMegabytes = large(5_000_000);
});

/** Opens a text, asks every verb, and gives the diagnostics. */
async function askAll(editor: Editor, text: string): Promise<Diagnostic[]> {
  editor.open(uri, text);
  const textDocument = { uri };
  const report = await editor.pull(uri);
  const options = { tabSize: 2, insertSpaces: true };
  const end = parseManifest(text.slice(-1000)).positionAt(1000);
  for (const position of [
    { line: 0, character: 0 },
    { line: 0, character: 1 },
    { line: 0, character: 9 },
    { line: 1e6, character: 1e6 },
    end,
  ]) {
    const offered = await editor.request<unknown[] | CompletionList>('textDocument/completion', {
      textDocument,
      position,
    });
    expect(Array.isArray(offered) ? offered : offered.items).toBeInstanceOf(Array);
    await editor.request('textDocument/hover', { textDocument, position });
  }
  expect(await editor.request('textDocument/documentSymbol', { textDocument })).toBeInstanceOf(Array);
  expect(await editor.request('textDocument/foldingRange', { textDocument })).toBeInstanceOf(Array);
  expect(await editor.request('textDocument/formatting', { textDocument, options })).toBeInstanceOf(Array);
  editor.close(uri);
  if (report.kind !== 'full') throw new Error('Expected a full report');
  return report.items;
}

test.each([
  ['nothing', ''],
  ['blanks', ' \r\n\t'],
  ['half a surrogate', '{ "NAME": "\uD800" '],
  ['a half-typed file', '{ "NAME": "Shop", "SETTINGS": { "CODES": { "A'],
  ['deep lists', '['.repeat(100_000)],
  ['deep objects', '{"a":'.repeat(100_000)],
  ['deep and closed', `${'[1,'.repeat(50_000)}0${']'.repeat(50_000)}`],
  ['an open comment', `/*${'{'.repeat(10_000)}`],
  ['odd keys', '{ "__proto__": { "SETTINGS": 1 }, "constructor": 2, "toString": [] }'],
  ['another type', '[[[]]]'],
])('%s', async (_name, text) => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  expect((await askAll(editor, text)).length).toBeGreaterThan(0);
});

test('binary', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  expect((await askAll(editor, binary)).length).toBeGreaterThan(0);
});

test('five megabytes: says that it is too large', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  expect(await askAll(editor, fiveMegabytes)).toEqual([
    {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      severity: 3,
      source: 'b24pay',
      message: expect.stringMatching(/^This file is larger than 4 MB, so it is not checked\./) as string,
    },
  ]);
});

test('just under the limit: is checked', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  expect((await askAll(editor, large(3_900_000))).map(({ code }) => code)).toContain('missing-mode');
});

test('parameters that are no parameters are answered with nothing', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  expect(await editor.request('textDocument/hover', {})).toBeNull();
  expect(await editor.request('textDocument/completion', [1, 2])).toEqual([]);
  editor.notify('textDocument/didOpen', {});
  editor.notify('textDocument/didChange', { textDocument: null });
  editor.open(uri, '{}');
  expect(await editor.codes(uri)).toContain('missing-property');
  // Each was logged, by its name and place only.
  expect(editor.complaints.length).toBe(4);
  expect(editor.complaints.every((text) => /^\S+ failed: TypeError\n\s+at /.test(text))).toBe(true);
  editor.complaints.length = 0;
});
