import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../server/document/parse.js';
import { repairOf } from '../../server/rules/repair.js';
import { expectFix, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inForm } from './manifests.js';

const QUOTES = 'Put it in double quotes';
const BARE = 'A text needs double quotes in JSON.';

describe('a text without quotes', () => {
  it.each([
    ['a word', '{ "METHOD": ⟦POST⟧ }', '{ "METHOD": "POST" }'],
    ['words', '{ "NAME": ⟦Мой магазин⟧,\n  "SORT": 1 }', '{ "NAME": "Мой магазин",\n  "SORT": 1 }'],
    ['a word before a comment', '{\n  "CODE": ⟦shop-1⟧ // mine\n}', '{\n  "CODE": "shop-1" // mine\n}'],
    ['an item', '{ "CURRENCY": [⟦RUB⟧, "USD"] }', '{ "CURRENCY": ["RUB", "USD"] }'],
    [
      'an address',
      '{ "ACTION_URI": ⟦https://a.test/x?b=c#d⟧,\n "SORT": 1 }',
      '{ "ACTION_URI": "https://a.test/x?b=c#d",\n "SORT": 1 }',
    ],
    [
      'an address at the end',
      '{ "ACTION_URI": ⟦http://localhost:3000/x⟧}',
      '{ "ACTION_URI": "http://localhost:3000/x"}',
    ],
    ['a word before a lost comma', '{ "METHOD": ⟦POST⟧\n  "SORT": 1 }', '{ "METHOD": "POST",\n  "SORT": 1 }'],
  ])('gets them: %s', (_what, marked, after) => {
    expectProblems('json-syntax', marked, 'error', BARE);
    expectFix('json-syntax', marked.replace(/[⟦⟧]/g, ''), QUOTES, after);
  });

  it('is checked as one', () => {
    const text = inForm('"FIELDS": { "a": { "CODE": A, "VISIBLE": "y" } }', '"A": { "NAME": "x" }');
    expectFix('invalid-value', text, 'Change to "Y"', text.replace('"y"', '"Y"'));
  });

  it.each(['{ "A": config.code }', '{ "A": name() }', '{ "A": $name }', 'POST', '{ "A": B: 1 }'])(
    'is not meant by %s',
    (text) => {
      for (const { message } of problemsOf(text, 'json-syntax')) expect(message).not.toContain(BARE);
    },
  );
});

describe('a word of another language', () => {
  it.each([
    ['True', 'true'],
    ['FALSE', 'false'],
    ['None', 'null'],
    ['NULL', 'null'],
    ['nil', 'null'],
  ])('%s is written %s', (written, right) => {
    expectProblems('json-syntax', `{ "A": ⟦${written}⟧, "B": 1 }`, 'error', `In JSON this is written ${right}.`);
    expectFix('json-syntax', `{ "A": [1, ${written}] }`, `Change to ${right}`, `{ "A": [1, ${right}] }`);
  });

  it.each(['undefined', 'NaN', '-Infinity'])('%s is nothing that JSON has', (written) => {
    expectProblems('json-syntax', `{ "A": ⟦${written}⟧, "B": 1 }`, 'error', `JSON has no value ${written}.`);
    expect(fixesOf('json-syntax', `{ "A": ${written} }`)).toEqual([]);
  });
});

describe('a mark of another language', () => {
  it.each([
    ['one semicolon', '{ "A": "b"⟦;⟧\n  "C": 1 }', 'This ; should be ,.', 'Change to ,', '{ "A": "b",\n  "C": 1 }'],
    [
      'semicolons',
      '{ "A": true⟦;⟧ "B": "c;"; "D": [1; 2] }',
      'This ; should be ,.',
      'Change all to ,',
      '{ "A": true, "B": "c;", "D": [1, 2] }',
    ],
    ['an equals sign', '{ "A" ⟦=⟧ "b=c" }', 'This = should be :.', 'Change to :', '{ "A": "b=c" }'],
    ['arrows', '{ "A" ⟦=>⟧ 1, "B"=> 2 }', 'This => should be :.', 'Change all to :', '{ "A": 1, "B": 2 }'],
    [
      'a comment of a shell',
      '⟦#⟧ the "shop", it\'s = mine;\n{ "A": "#1" }',
      'A comment begins with // here',
      'Change to //',
      '// the "shop", it\'s = mine;\n{ "A": "#1" }',
    ],
    [
      'comments of a shell',
      '{ "A": 1, ⟦##⟧ one\n  "B": 2 # two\n}',
      'A comment begins with // here',
      'Change all to //',
      '{ "A": 1, // one\n  "B": 2 // two\n}',
    ],
  ])('is one mistake, wherever it stands: %s', (_what, marked, message, title, after) => {
    expectProblems('json-syntax', marked, 'error', message);
    expectFix('json-syntax', marked.replace(/[⟦⟧]/g, ''), title, after);
  });

  it('is found in one pass through a long text', () => {
    const codes = Array.from({ length: 4000 }, (_, n) => `"CODE_${n}" = { "NAME" = "Name" }`);
    const text = `{ "SETTINGS" = { "CODES" = { ${codes.join()} } } }`;
    const repair = repairOf(parseManifest(text));
    expect(repair?.mistakes).toHaveLength(1);
    expect(repair?.document).toBeDefined();
  });
});

describe('quotes inside a text', () => {
  const TITLE = 'Put backslashes before the quotes inside';

  it.each([
    ['at its end', '{ "A": "ООО ⟦"Ромашка"⟧", "B": 1 }', '{ "A": "ООО \\"Ромашка\\"", "B": 1 }'],
    ['at its start', '{ "A": "⟦"Sun"⟧ shop", "B": 1 }', '{ "A": "\\"Sun\\" shop", "B": 1 }'],
    ['in the middle', '{\n  "A": "Pay ⟦"12"⟧ days"\n}', '{\n  "A": "Pay \\"12\\" days"\n}'],
    [
      'twice',
      '{\n  "A": "ООО ⟦"Ромашка" и "Ко"⟧",\n  "B": 1 }',
      '{\n  "A": "ООО \\"Ромашка\\" и \\"Ко\\"",\n  "B": 1 }',
    ],
  ])('get a backslash: %s', (_what, marked, after) => {
    expectProblems('json-syntax', marked, 'error', 'Quotes inside a text need a backslash before them.');
    expectFix('json-syntax', marked.replace(/[⟦⟧]/g, ''), TITLE, after);
  });

  it.each([
    '{ "A": "b" "C": 1 }',
    '{ "A": ["b" "c"] }',
    '{"A":"x,"B":"y"}',
    '{ "A": "b"c", "D": 1 }',
    '{ "A": ""b", "C": 1 }',
  ])('are not seen in %s', (text) => {
    for (const { message } of problemsOf(text, 'json-syntax')) expect(message).not.toContain('backslash');
  });
});
