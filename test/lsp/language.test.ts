/** The server speaks the language of its editor: in diagnostics, and in the features, which have their own copy of the texts. */
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import type { Hover, InitializeParams } from 'vscode-languageserver';
import { afterEach, describe, expect, test } from 'vitest';
import { chooseLanguage, textsInUse } from '../../server/lsp/language.js';
import { bundleOf } from '../../scripts/l10n/bundles.js';
import { root } from '../../scripts/project.mjs';
import { bundledServer } from './bundle.js';
import { PULLS, startEditor } from './editor.js';
import { inProcessServer } from './in-process.js';

const bundle = path.join(root, 'l10n/bundle.l10n.ru.json');
const uri = 'file:///shop.b24pay.json';
const text = '{ "NAME": "", "CODE": "shop" }';

afterEach(() => {
  l10n.config({ contents: {} });
});

describe('the bundle', () => {
  test('is the one that the editor names', () => {
    chooseLanguage('ru', { l10n: bundle });
    expect(textsInUse()).toEqual(bundleOf('ru'));
    expect(l10n.t('The file is empty.')).toBe('Файл пустой.');
  });

  test.each([
    ['in English', 'en', {}],
    ['in a language without one', 'xx', {}],
    ['with a path to nothing', 'en', { l10n: path.join(root, 'no-such-file.json') }],
    ['with a file that is no bundle', 'en', { l10n: path.join(root, 'package.json') }],
    ['with odd options', 'en', ['l10n']],
    ['with a locale that leads elsewhere', '../../ru', { l10n: 7 }],
  ])('is none %s', (_when, locale, options) => {
    chooseLanguage('ru', { l10n: bundle });
    chooseLanguage(locale, options);
    expect(textsInUse()).toEqual({});
    expect(l10n.t('The file is empty.')).toBe('The file is empty.');
  });
});

describe('a Russian editor', () => {
  const initialize: Partial<InitializeParams> = { locale: 'ru', initializationOptions: { l10n: bundle } };

  test('gets Russian diagnostics', async () => {
    const { deliver, answerTo } = await inProcessServer({ textDocument: { diagnostic: {} } }, initialize);
    const textDocument = { uri, languageId: 'bitrix24-payment-handler', version: 1, text };
    deliver({ method: 'textDocument/didOpen', params: { textDocument } });
    deliver({ id: 1, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    const message = expect.stringMatching(/^NAME пустой: .*[а-яё]/) as unknown;
    expect(await answerTo(1)).toMatchObject({
      result: { items: expect.arrayContaining([expect.objectContaining({ code: 'empty-name', message })]) as unknown },
    });
  });

  const server = bundledServer();

  test('gets Russian hovers with links to the Russian documentation', async () => {
    const editor = await startEditor(server(), { capabilities: PULLS, initialize });
    editor.open(uri, text);
    const hover = await editor.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 4 },
    });
    const shown = JSON.stringify(hover.contents);
    expect(shown).toContain(
      bundleOf('ru')['Name of the handler, as an administrator sees it in the list of payment methods.'],
    );
    expect(shown).toContain('https://apidocs.bitrix24.ru/');
  });
});
