// What is built speaks Russian to those who do: the bundles are found beside dist/.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { expect, it, onTestFinished } from 'vitest';
import type * as LoadedPortal from '../../client/local-portal/loaded-portal.js';
import { bundleOf } from '../../scripts/l10n/bundles.js';
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

it('the local portal, by the texts that the extension gives it', async () => {
  const { startLocalPortal, useTexts } = createRequire(import.meta.url)(
    path.join(root, 'dist/local-portal.js'),
  ) as typeof LoadedPortal;
  useTexts({ contents: bundleOf('ru') });
  const portal = await startLocalPortal({});
  onTestFinished(() => portal.close());
  expect(await (await fetch(`${portal.url}/log`)).text()).toMatch(/<html lang="ru">[^]*[а-яё]{3}/);
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
