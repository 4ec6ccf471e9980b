import { describe, expect, it } from 'vitest';
import { countsOf, expectFix, expectNone, expectProblems, fixesOf } from './marked.js';
import { inCheckout, inCode, inForm, inIframe } from './manifests.js';

const typed = (type: string, more = '') => inCode(`"INPUT": { "TYPE": ${type}${more} }`);

describe('unknown-input-type', () => {
  it.each([
    ['"STRNG"', 'STRING'],
    ['"string"', 'STRING'],
    ['"SELECT"', 'ENUM'],
    ['"TEXT"', 'STRING'],
    ['"CHECKBOX"', 'Y/N'],
    ['"Y\\\\N"', 'Y/N'],
    ['"yn"', 'Y/N'],
  ])('reports %s and offers %s', (type, right) => {
    expectProblems('unknown-input-type', typed(`⟦${type}⟧`), 'error', `Did you mean ${right}?`);
    expectFix('unknown-input-type', typed(type), `Change to ${right}`, typed(`"${right}"`));
  });

  it.each(['""', '"  "'])('says that %s is empty', (type) => {
    expectProblems('unknown-input-type', typed(`⟦${type}⟧`), 'warning', 'TYPE is empty');
    expectFix('unknown-input-type', typed(type), 'Change to STRING', typed('"STRING"'));
  });

  it('names the documented ones when nothing is near', () => {
    expectProblems('unknown-input-type', typed('⟦"COLOUR"⟧'), 'error', 'Use STRING, Y/N or ENUM.');
    expect(fixesOf('unknown-input-type', typed('"COLOUR"'))).toEqual([]);
  });

  it.each(['"STRING"', '"Y/N"', '"NUMBER"', '"CONCRETE_PRODUCT"', 'null', '5'])('is silent on %s', (type) => {
    expectNone('unknown-input-type', typed(type));
  });
});

describe('undocumented-input-type', () => {
  it.each(['NUMBER', 'FILE', 'DATE', 'LOCATION', 'ADDRESS', 'PRODUCT_CATEGORIES', 'CONCRETE_PRODUCT'])(
    'notes %s',
    (type) => {
      expectProblems('undocumented-input-type', typed(`⟦"${type}"⟧`), 'information', type);
    },
  );

  it.each(['STRING', 'Y/N', 'ENUM', 'COLOUR'])('is silent on %s', (type) => {
    expectNone('undocumented-input-type', typed(`"${type}"`));
  });
});

describe('enum-without-options', () => {
  it.each(['', ', "OPTIONS": {}', ', "OPTIONS": []', ', "OPTIONS": null'])('reports none: %s', (options) => {
    expectProblems('enum-without-options', typed('⟦"ENUM"⟧', options), 'warning', 'error instead of a choice');
    expectFix(
      'enum-without-options',
      typed('"ENUM"', options),
      'Add OPTIONS',
      typed('"ENUM"', ', "OPTIONS": { "TEST": "Test", "LIVE": "Live" }'),
    );
  });

  it('is silent with options, and on other types', () => {
    expectNone('enum-without-options', typed('"ENUM"', ', "OPTIONS": { "T": "Test" }'));
    expectNone('enum-without-options', typed('"ENUM"', ', "OPTIONS": ["a"]'));
    expectNone('enum-without-options', typed('"STRING"'));
  });

  it.each([
    ['"VALUES": { "TEST": "Test" }', '"OPTIONS": { "TEST": "Test" }'],
    ['"items": ["a", "b"]', '"OPTIONS": ["a", "b"]'],
    ['"CHOICES": { "T": "t" }', '"OPTIONS": { "T": "t" }'],
    ['"VARIANTS": {}', '"OPTIONS": {}'],
    ['"LIST": { "T": "t" }', '"OPTIONS": { "T": "t" }'],
    ['"options": { "T": "t" }', '"OPTIONS": { "T": "t" }'],
    ['"OPTION": { "T": "t" }', '"OPTIONS": { "T": "t" }'],
  ])('leaves %s to unknown-property, which renames it', (wrong, right) => {
    const before = typed('"ENUM"', `, ${wrong}`);
    expect(countsOf(before)).toEqual({ 'unknown-property': 1 });
    expectFix('unknown-property', before, 'Rename to OPTIONS', typed('"ENUM"', `, ${right}`));
  });

  it('takes choices for OPTIONS where a type may be missing, and nowhere else', () => {
    expectProblems('unknown-property', inCode('"INPUT": { ⟦"VALUES"⟧: { "T": "t" } }'), 'warning', 'OPTIONS?');
    expect(countsOf(typed('"STRING"', ', "VALUES": { "T": "t" }'))).toEqual({});
    expect(countsOf(typed('"ENUM"', ', "OPTIONS": { "T": "t" }, "VALUES": { "T": "t" }'))).toEqual({});
    expect(countsOf(typed('"ENUM"', ', "ITEMS": 5'))).toEqual({ 'enum-without-options': 1 });
    expectProblems('unknown-property', typed('"STRING"', ', ⟦"VALUES"⟧: "x"'), 'warning', 'Did you mean VALUE?');
  });

  it('says of the choices of a question only that it is not drawn', () => {
    const input = '"INPUT": { "TYPE": "ENUM", "VALUES": { "T": "t" } }';
    const text = inForm(`"FIELDS": { "a": { "CODE": { "NAME": "q", ${input} }, "VISIBLE": "Y" } }`);
    expect(countsOf(text)).toEqual({ 'field-not-drawn': 1 });
  });

  it('reports one of two other names', () => {
    expect(countsOf(typed('"ENUM"', ', "VALUES": { "T": "t" }, "ITEMS": { "T": "t" }'))).toEqual({
      'unknown-property': 1,
    });
  });

  it('puts tab stops on the labels', () => {
    const [fix] = fixesOf('enum-without-options', typed('"ENUM"'));
    expect(fix?.snippet?.[0]?.newText).toBe(', "OPTIONS": { "TEST": "${1:Test}", "LIVE": "${2:Live}" \\}');
  });
});

describe('misplaced-input-type', () => {
  it('reports TYPE in a code and in a question, and no unknown key beside it', () => {
    const code = inCode('⟦"TYPE"⟧: "STRING"');
    expectProblems('misplaced-input-type', code, 'warning', 'INPUT.TYPE');
    expect(countsOf(code.replace(/[⟦⟧]/g, ''))).toEqual({ 'misplaced-input-type': 1 });
    expectProblems(
      'misplaced-input-type',
      inForm('"FIELDS": { "a": { "CODE": { "NAME": "q", ⟦"TYPE"⟧: "STRING" }, "VISIBLE": "Y" } }'),
    );
    expectProblems(
      'misplaced-input-type',
      inCheckout('"FIELDS": { "a": { "CODE": { ⟦"TYPE"⟧: null }, "VISIBLE": "Y" } }'),
    );
  });

  it('is silent on INPUT.TYPE', () => {
    expectNone('misplaced-input-type', typed('"STRING"'));
  });

  it.each([
    [
      'moves it in place',
      inCode('"TYPE": "STRING", "SORT": 1'),
      'Move TYPE into INPUT',
      inCode('"INPUT": { "TYPE": "STRING" }, "SORT": 1'),
    ],
    [
      'into an INPUT without type',
      inCode('"TYPE": "Y/N", "INPUT": { "REQUIRED": "Y" }'),
      'Move TYPE into INPUT',
      inCode('"INPUT": { "REQUIRED": "Y", "TYPE": "Y/N" }'),
    ],
    [
      'into an empty one',
      inCode('"INPUT": [], "TYPE": "Y/N"'),
      'Move TYPE into INPUT',
      inCode('"INPUT": { "TYPE": "Y/N" }'),
    ],
    [
      'in the place of null',
      inCode('"INPUT": null, "TYPE": "Y/N"'),
      'Move TYPE into INPUT',
      inCode('"INPUT": { "TYPE": "Y/N" }'),
    ],
    ['with its right name', inCode('"TYPE": "text"'), 'Move TYPE into INPUT', inCode('"INPUT": { "TYPE": "STRING" }')],
    [
      'with the choices beside it',
      inCode('"TYPE": "SELECT", "SORT": 1, "OPTIONS": { "T": "Test" }'),
      'Move TYPE into INPUT',
      inCode('"INPUT": { "TYPE": "ENUM", "OPTIONS": { "T": "Test" } }, "SORT": 1'),
    ],
    [
      'with the choices right behind it',
      inCode('"TYPE": "ENUM", "OPTIONS": { "T": "Test" }, "SORT": 1'),
      'Move TYPE into INPUT',
      inCode('"INPUT": { "TYPE": "ENUM", "OPTIONS": { "T": "Test" } }, "SORT": 1'),
    ],
    [
      'leaves an INPUT with a type alone',
      inCode('"TYPE": "STRING", "INPUT": { "TYPE": "Y/N" }'),
      'Remove TYPE',
      inCode('"INPUT": { "TYPE": "Y/N" }'),
    ],
    ['removes a type that no portal has', inCode('"SORT": 1, "TYPE": "COLOUR"'), 'Remove TYPE', inCode('"SORT": 1')],
    ['removes what is no text', inCode('"TYPE": 5, "SORT": 1'), 'Remove TYPE', inCode('"SORT": 1')],
  ])('%s', (_what, before, title, after) => {
    expectFix('misplaced-input-type', before, title, after);
    expect(countsOf(after)['unknown-input-type']).toBeUndefined();
  });
});

describe('a TYPE that works as long as nothing reads it', () => {
  it.each([
    ['a choice without options', inCode('"TYPE": "ENUM"'), inCode('"INPUT": { "TYPE": "ENUM" }')],
    [
      'a question that would not be drawn',
      inCheckout('"FIELDS": { "a": { "CODE": { "NAME": "q", "TYPE": "DATE" }, "VISIBLE": "Y" } }'),
      inCheckout('"FIELDS": { "a": { "CODE": { "NAME": "q", "INPUT": { "TYPE": "DATE" } }, "VISIBLE": "Y" } }'),
    ],
    [
      'a code that a form would not draw',
      inForm('"FIELDS": { "a": { "CODE": "A" } }', '"A": { "NAME": "a", "TYPE": "DATE" }'),
      inForm('"FIELDS": { "a": { "CODE": "A" } }', '"A": { "NAME": "a", "INPUT": { "TYPE": "DATE" } }'),
    ],
  ])('is moved by hand only: %s', (_what, before, after) => {
    expectFix('misplaced-input-type', before, 'Move TYPE into INPUT', after, false);
  });
});

describe('list-like-options', () => {
  it.each(['{ "0": "a", "1": "b" }', '["a", "b"]'])('notes %s', (options) => {
    expectProblems('list-like-options', typed('"ENUM"', `, ⟦"OPTIONS"⟧: ${options}`), 'information', 'as a list');
  });

  it.each(['{ "0": "a", "2": "b" }', '{ "1": "a" }', '{ "A": "a" }', '{}', '[]'])('is silent on %s', (options) => {
    expectNone('list-like-options', typed('"ENUM"', `, "OPTIONS": ${options}`));
  });
});

describe('an input in IFrame mode', () => {
  it('is checked as everywhere', () => {
    expectProblems(
      'unknown-input-type',
      inIframe('"FIELDS": { "a": { "CODE": "A" } }', '"A": { "NAME": "a", "INPUT": { "TYPE": ⟦"X"⟧ } }'),
      'error',
    );
  });
});
