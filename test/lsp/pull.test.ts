import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { expect, test } from 'vitest';
import { bundledServer } from './bundle.js';
import { PULLS, startEditor } from './editor.js';

const server = bundledServer();
const uri = 'file:///shop.b24pay.json';
const sound = JSON.stringify(
  {
    NAME: 'Shop',
    CODE: 'shop',
    SETTINGS: {
      CODES: { PAYMENT_ID: { NAME: 'Number', DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'ID' } } },
      FORM_DATA: { ACTION_URI: 'https://pay.my-service.com/', FIELDS: { id: { CODE: 'PAYMENT_ID' } } },
    },
  },
  undefined,
  2,
);
const wrong = sound.replace('"CODE": "PAYMENT_ID"', '"CODE": "PAYMENT_IT"');

test('a sound manifest has no problems', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  editor.open(uri, sound);
  expect(await editor.codes(uri)).toEqual([]);
});

test('a diagnostic says where, what, how bad, whose and where to read on', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  editor.open(uri, wrong);
  const report = await editor.pull(uri);
  const lines = wrong.split('\n');
  const line = lines.findIndex((text) => text.includes('PAYMENT_IT'));
  const start = lines[line]?.indexOf('"PAYMENT_IT"') ?? -1;
  expect(report).toMatchObject({ kind: 'full', resultId: expect.any(String) as string });
  expect('items' in report && report.items.find(({ code }) => code === 'undefined-code')).toMatchObject({
    range: { start: { line, character: start }, end: { line, character: start + '"PAYMENT_IT"'.length } },
    severity: 1,
    source: 'b24pay',
    codeDescription: { href: expect.stringMatching(/\/docs\/rules\/undefined-code\.md$/) as string },
    message: expect.stringContaining('PAYMENT_IT') as string,
  });
  expect(editor.publishedOf(uri)).toEqual([]);
});

test('unused settings are faded', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  editor.open(uri, wrong);
  const report = await editor.pull(uri);
  expect('items' in report && report.items.find(({ code }) => code === 'unused-code')?.tags).toEqual([1]);
});

test('changes arrive in pieces', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  editor.open(uri, sound);
  const line = sound.split('\n').findIndex((text) => text.includes('"shop"'));
  const character = sound.split('\n')[line]?.indexOf('shop') ?? -1;
  editor.change(uri, 2, { range: { start: { line, character }, end: { line, character: character + 4 } }, text: ' ' });
  expect(await editor.codes(uri)).toEqual(['empty-code']);
  editor.change(uri, 3, { text: sound });
  expect(await editor.codes(uri)).toEqual([]);
});

test('an answer that would be the same is not sent again', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  editor.open(uri, wrong);
  const first = await editor.pull(uri);
  expect(await editor.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  editor.change(uri, 2, { text: sound });
  expect(await editor.pull(uri, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  editor.close(uri);
  editor.open(uri, wrong);
  expect(await editor.pull(uri, first.resultId)).toMatchObject({ kind: 'full' });
});

test('a question that the editor takes back is not answered', async () => {
  let answer: ((settings: unknown) => void) | undefined;
  const editor = await startEditor(server(), {
    capabilities: { ...PULLS, workspace: { configuration: true } },
    // The check waits for the settings, so the cancellation is there before them.
    settings: () => new Promise((resolve) => (answer = resolve)),
  });
  editor.open(uri, wrong);
  const source = new CancellationTokenSource();
  const asked = editor.request('textDocument/diagnostic', { textDocument: { uri } }, source.token);
  source.cancel();
  await editor.until(() => answer !== undefined);
  answer?.(null);
  await expect(asked).rejects.toMatchObject({ code: -32800 });
  expect(await editor.codes(uri)).toContain('undefined-code');
});

test('settings of each manifest change severities and switch rules off', async () => {
  let rules: Record<string, unknown> = { 'undefined-code': 'hint', 'unused-code': 'off', 'no-such-rule': 1 };
  const editor = await startEditor(server(), {
    capabilities: { ...PULLS, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
    settings: ({ scopeUri, section }) => (section === 'b24pay' && scopeUri === uri ? { rules } : null),
  });
  editor.open(uri, wrong);
  editor.open('file:///other.b24pay.json', wrong);
  const report = await editor.pull(uri);
  expect('items' in report && report.items.map(({ code, severity }) => [code, severity])).toEqual([
    ['undefined-code', 4],
  ]);
  expect(await editor.codes('file:///other.b24pay.json')).toContain('unused-code');

  rules = { 'undefined-code': 'off', 'unused-code': 'off' };
  editor.notify('workspace/didChangeConfiguration', { settings: null });
  await editor.until(() => editor.refreshes > 0);
  expect(await editor.codes(uri)).toEqual([]);
});

test('an editor that never answers for its settings gets the defaults, and the right ones once it does', async () => {
  let answer: ((settings: unknown) => void) | undefined;
  const editor = await startEditor(server(), {
    capabilities: { ...PULLS, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
    settings: () => new Promise((resolve) => (answer = resolve)),
  });
  editor.open(uri, wrong);
  expect(await editor.codes(uri)).toContain('undefined-code');
  answer?.({ rules: { 'undefined-code': 'off', 'unused-code': 'off' } });
  await editor.until(() => editor.refreshes > 0);
  expect(await editor.codes(uri)).toEqual([]);
});

test('settings that an editor sends along count', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  editor.open(uri, wrong);
  const settings = { b24pay: { rules: { 'undefined-code': 'off', 'unused-code': 'off' } } };
  editor.notify('workspace/didChangeConfiguration', { settings });
  expect(await editor.codes(uri)).toEqual([]);
});

test('past a thousand problems the rest is counted', async () => {
  const editor = await startEditor(server(), { capabilities: PULLS });
  const fields = Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`f${i}`, { CODE: `NONE_${i}` }]));
  editor.open(uri, sound.replace('"id": {', `${JSON.stringify(fields).slice(1, -1)}, "id": {`));
  const report = await editor.pull(uri);
  expect('items' in report && report.items).toHaveLength(1001);
  expect('items' in report && report.items[0]).toMatchObject({
    severity: 3,
    message: expect.stringMatching(/^200 more problems are not shown\./) as string,
  });
});
