import { readFileSync } from 'node:fs';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, test } from 'vitest';
import { parseManifest } from '../../server/document/parse.js';
import { foldingRanges } from '../../server/features/folding.js';
import { format } from '../../server/features/format.js';
import { documentSymbols } from '../../server/features/symbols.js';
import { reader } from './cursor-marker.js';

const official = readFileSync(new URL('../fixtures/manifests/docs-form.b24pay.json', import.meta.url), 'utf8');
const commented = '// why\n{\n  "NAME": "Shop", /* here\n  and */\n  "CURRENCY": [\n    "RUB",\n    "USD",\n  ],\n}\n';
const deep = '['.repeat(100_000);

/** Names of a tree of symbols with their details. */
function outline(symbols: ReturnType<typeof documentSymbols>): unknown[] {
  return symbols.map((symbol) => {
    const children = 'children' in symbol ? outline(symbol.children ?? []) : [];
    const name = 'detail' in symbol && symbol.detail ? `${symbol.name}: ${symbol.detail}` : symbol.name;
    return children.length > 0 ? [name, ...children] : name;
  });
}

const edited = (text: string, edits: TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
const options = { tabSize: 2, insertSpaces: true };

test('the outline shows settings and fields with their names', () => {
  const text = JSON.stringify({
    NAME: 'Shop',
    SETTINGS: {
      CODES: { SHOP_ID: { NAME: 'Shop number' }, KEY: {} },
      FORM_DATA: { FIELDS: { shop: { CODE: 'SHOP_ID' }, phone: { CODE: { NAME: 'Phone' } } } },
    },
  });
  expect(outline(documentSymbols(parseManifest(text), reader))).toEqual([
    'NAME: Shop',
    [
      'SETTINGS',
      ['CODES', ['SHOP_ID: Shop number', 'NAME: Shop number'], 'KEY: {}'],
      [
        'FORM_DATA',
        ['FIELDS', ['shop: Shop number', 'CODE: SHOP_ID'], ['phone: Phone', ['CODE: Phone', 'NAME: Phone']]],
      ],
    ],
  ]);
});

test('the outline calls the items of a list by their values', () => {
  expect(outline(documentSymbols(parseManifest('{ "SETTINGS": { "CURRENCY": ["RUB", ""] } }'), reader))).toEqual([
    ['SETTINGS', ['CURRENCY', 'RUB', '1']],
  ]);
});

test('editors without trees get a plain list', () => {
  const symbols = documentSymbols(parseManifest('{ "SETTINGS": { "CODES": {} } }'), {
    ...reader,
    nestedSymbols: false,
  });
  expect(symbols.map(({ name }) => name)).toEqual(['SETTINGS', 'CODES']);
  expect(symbols[0]).toHaveProperty('location.uri');
});

test('the outline of broken text has its readable parts', () => {
  expect(outline(documentSymbols(parseManifest('{ "NAME": "Shop", "SETTINGS": { "CODES": {'), reader))).toEqual([
    'NAME: Shop',
    ['SETTINGS', 'CODES: {}'],
  ]);
});

test('objects, lists and comments fold, in the number that the editor takes', () => {
  expect(foldingRanges(parseManifest(commented), reader)).toEqual([
    { startLine: 2, endLine: 3, kind: 'comment' },
    { startLine: 4, endLine: 6, kind: 'array' },
    { startLine: 1, endLine: 7, kind: 'object' },
  ]);
  expect(foldingRanges(parseManifest(official), { ...reader, foldingLimit: 3 })).toHaveLength(3);
});

test('formatting keeps comments and trailing commas, and does nothing twice', () => {
  const squeezed = '// why\n{"NAME":"Shop", /* here */ "CURRENCY":["RUB",],}';
  const once = edited(squeezed, format(parseManifest(squeezed), undefined, options));
  expect(once).toBe('// why\n{\n  "NAME": "Shop", /* here */\n  "CURRENCY": [\n    "RUB",\n  ],\n}');
  expect(format(parseManifest(once), undefined, options)).toEqual([]);
});

test.each([
  ['a string', '{\n  "NAME": "My shop,\n  "CODE": "x"\n}\n'],
  ['a comment', '{\n  "a": 1 /* open\n  "b": 2\n}\n'],
])('formatting leaves text with %s that nothing closes alone', (_what, text) => {
  expect(format(parseManifest(text), undefined, options)).toEqual([]);
});

test.each([1e9, -4, NaN])('formatting takes no indentation of %s blanks', (tabSize) => {
  const text = edited('{"A":1}', format(parseManifest('{"A":1}'), undefined, { tabSize, insertSpaces: true }));
  expect(text.length).toBeLessThan(40);
  expect(text).toMatch(/^\{\n +"A": 1\n\}$/);
});

test('formatting follows the options of the editor', () => {
  expect(edited('{"A":1}', format(parseManifest('{"A":1}'), undefined, { tabSize: 4, insertSpaces: true }))).toBe(
    '{\n    "A": 1\n}',
  );
  expect(
    edited(
      '{"A":1}',
      format(parseManifest('{"A":1}'), undefined, { tabSize: 4, insertSpaces: false, insertFinalNewline: true }),
    ),
  ).toBe('{\n\t"A": 1\n}\n');
  expect(edited('{\r\n"A":1}', format(parseManifest('{\r\n"A":1}'), undefined, options))).toBe('{\r\n  "A": 1\r\n}');
});

test('formatting keeps the last line break, unless the editor wants it gone', () => {
  const shaped = (wish: object) =>
    edited('{"A":1}\n', format(parseManifest('{"A":1}\n'), undefined, { ...options, ...wish }));
  expect(shaped({})).toBe('{\n  "A": 1\n}\n');
  expect(shaped({ insertFinalNewline: false })).toBe('{\n  "A": 1\n}');
});

test('a range is formatted alone', () => {
  const text = '{\n  "A":1,\n"B":2\n}';
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 8 } };
  expect(edited(text, format(parseManifest(text), range, options))).toBe('{\n  "A": 1,\n"B":2\n}');
});

test('broken text is formatted without loss', () => {
  const text = '{"NAME":"Shop" "CODE":';
  const result = edited(text, format(parseManifest(text), undefined, options));
  expect(result.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
});

test('nesting that no portal reads is left alone', () => {
  const document = parseManifest(deep);
  expect(documentSymbols(document, reader)).toEqual([]);
  expect(foldingRanges(document, reader)).toEqual([]);
  expect(format(document, undefined, options)).toEqual([]);
});
