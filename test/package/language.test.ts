// What is built speaks Russian to those who do: the bundles are found beside dist/.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { PULLS, startEditor } from '../lsp/editor.js';
import { b24pay } from './b24pay.js';

const MISTAKEN = 'docs/sample-workspace/with-mistakes.b24pay.json';

it('the command line, by the environment', async () => {
  const { code, stdout } = await b24pay(['check', MISTAKEN], { LC_ALL: 'ru_RU.UTF-8' });
  expect(code).toBe(1);
  expect(stdout).toMatch(/with-mistakes\.b24pay\.json:12:\d+ +ошибка .*[а-яё].*undefined-code/);
  expect(stdout.trimEnd()).toMatch(/2 ошибки, 2 предупреждения.* в 1 файле$/);
});

it('the language server, by the locale of the editor', async () => {
  const uri = 'file:///shop.b24pay.json';
  const text = readFileSync(path.join(root, MISTAKEN), 'utf8');
  const server = path.join(root, 'dist/server.js');
  const editor = await startEditor(server, { capabilities: PULLS, initialize: { locale: 'ru-RU' } });
  editor.open(uri, text);
  const report = await editor.pull(uri);
  if (report.kind !== 'full') throw new Error('Expected a full report');
  expect(report.items.length).toBeGreaterThan(0);
  expect(report.items.filter(({ message }) => typeof message !== 'string' || !/[а-яё]{3}/.test(message))).toEqual([]);
});
