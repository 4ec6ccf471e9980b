/** The sources have texts translated in ways that can be collected, and at a time when the language is known. */
import { expect, it } from 'vitest';
import { translationsIn } from '../../scripts/l10n/calls.js';
import { collectKeys } from '../../scripts/l10n/keys.js';

const keys = collectKeys();

it('every call has its text in it, or is one of the known ones', () => {
  expect(keys.unknown).toEqual([]);
  expect(keys.gone).toEqual([]);
});

it('nothing is translated while a module loads', () => {
  expect(keys.early).toEqual([]);
});

const textsOf = (source: string) => translationsIn('a.ts', source).map(({ text }) => text);

it.each([
  ["f(l10n.t('One'), vscode.l10n.t(`Two`), l10n.t('Three {0}', l10n.t('Four')));", ['One', 'Two', 'Three {0}', 'Four']],
  ["l10n.t('it\\'s \"quoted\"')", ['it\'s "quoted"']],
  ["// l10n.t('a comment')\n'l10n.t(\"a string\")'", []],
])('finds the texts in %s', (source, texts) => {
  expect(textsOf(source)).toEqual(texts);
});

it.each([
  'l10n.t(text)',
  "l10n.t(yes ? 'One' : 'Two')",
  "l10n.t('One' + two)",
  'l10n.t(`One ${two}`)',
  'l10n.t`One ${two}`',
  'translated(text)',
  'texts.map(translated)',
  'const t = l10n.t;',
  "import { t } from '@vscode/l10n';",
])('does not overlook %s', (source) => {
  expect(textsOf(source)).toContain(undefined);
});

it('takes the declaration and the import of a translator for no call', () => {
  expect(textsOf("import { translated } from './choice.js';")).toEqual([]);
  expect(textsOf("export const translated = (text: string) => l10n.t('One');")).toEqual(['One']);
});

it('tells what runs at once from what runs later', () => {
  const early = (source: string) => translationsIn('a.ts', source).map((call) => call.early);
  expect(early("const a = { b: l10n.t('One') };")).toEqual([true]);
  expect(early("const a = () => l10n.t('One'); function b() { return l10n.t('Two'); }")).toEqual([false, false]);
  expect(early("class A { b() { l10n.t('One'); } }")).toEqual([false]);
});
