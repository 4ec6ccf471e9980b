import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkManifest } from '../../server/check.js';
import { parseManifest } from '../../server/document/parse.js';
import type { Problem } from '../../server/rules/problem.js';
import { ruleOf } from '../../server/rules/registry.js';
import { repairOf } from '../../server/rules/repair.js';
import { randomFrom } from '../document/random.js';
import { countsOf, expectFix, expectProblems, problemsOf } from './marked.js';
import { SOUND } from './manifests.js';

const read = (name: string): string =>
  readFileSync(new URL(`../fixtures/manifests/${name}.b24pay.json`, import.meta.url), 'utf8');
const manifests = [SOUND, ...['docs-form', 'wild-checkout-secret', 'wild-form-params'].map(read)];

const nameOf = ({ code, message }: Problem): string => `${code} ${message}`;

/** Expects one syntax error, and no other problem than the whole text has. */
function expectOneMistake(broken: string, whole: string): void {
  const known = new Set(problemsOf(whole).map(nameOf));
  const problems = problemsOf(broken);
  expect(
    problems.filter(({ code }) => code === 'json-syntax'),
    broken,
  ).toHaveLength(1);
  const new_ = problems.filter((problem) => problem.code !== 'json-syntax' && !known.has(nameOf(problem)));
  expect(new_.map(nameOf), broken).toEqual([]);
}

/** The text with each match in turn changed, as far as that breaks it. */
const withEach = (text: string, pattern: RegExp, by: (match: string) => string): string[] =>
  [...text.matchAll(pattern)]
    .map(({ index, 0: match }) => text.slice(0, index) + by(match) + text.slice(index + match.length))
    .filter((broken) => parseManifest(broken).syntaxProblems.length > 0);

/** The text without each match in turn. */
const without = (text: string, pattern: RegExp): string[] => withEach(text, pattern, () => '');

describe('one mistake in the text is one report', () => {
  it('wherever the text stops', () => {
    for (const text of manifests) {
      for (let end = 1; end < text.trimEnd().length; end += 3) expectOneMistake(text.slice(0, end), text);
    }
  }, 120_000);

  it.each([
    ['brace', /[{}]/g],
    ['bracket', /[[\]]/g],
    ['quote', /"/g],
    ['comma', /,/g],
    ['colon', /:/g],
  ])(
    'whichever %s is lost',
    (_what, pattern) => {
      for (const text of manifests) for (const broken of without(text, pattern)) expectOneMistake(broken, text);
    },
    120_000,
  );

  it.each([
    ['quote', '"'],
    ['comma', ','],
    ['colon', ':'],
    ['opening brace', '{'],
    ['closing brace', '}'],
    ['opening bracket', '['],
    ['closing bracket', ']'],
  ])(
    'whichever %s is doubled',
    (_what, character) => {
      const pattern = new RegExp(`\\${character}`, 'g');
      for (const text of manifests)
        for (const broken of withEach(text, pattern, (match) => match + match)) expectOneMistake(broken, text);
    },
    120_000,
  );

  it.each([
    ['}', ']'],
    [']', '}'],
    ['{', '['],
    ['[', '{'],
    ['}', ')'],
    [':', ','],
    [',', ':'],
    [',', ';'],
  ])(
    'whichever %s is written as %s',
    (right, wrong) => {
      const pattern = new RegExp(`\\${right}`, 'g');
      for (const text of manifests)
        for (const broken of withEach(text, pattern, () => wrong)) expectOneMistake(broken, text);
    },
    120_000,
  );

  it('on one line too', () => {
    for (const text of manifests) {
      const line = JSON.stringify(JSON.parse(text));
      for (const broken of without(line, /[,:"]/g)) expectOneMistake(broken, line);
      for (const broken of withEach(line, /[":{}]/g, (match) => match + match)) expectOneMistake(broken, line);
    }
  }, 120_000);

  it('and asks for no comma where a brace is lost', () => {
    for (const text of manifests) {
      for (const broken of without(text, /(?<=": )\{(?=\s*")/g)) {
        const [problem] = problemsOf(broken, 'json-syntax');
        expect(problem?.message, broken).toContain('An opening { is missing before this.');
      }
    }
  });

  it('whatever is half-typed on a line of its own', () => {
    const lines = SOUND.split('\n');
    for (const typed of [
      '"',
      '"PROV',
      '"NAME"',
      '"NAME":',
      '"NAME": "',
      '"NAME": "x',
      '"NAME": {',
      '"NAME": [',
      '"NAME": tr',
      'NA',
    ]) {
      for (let at = 1; at < lines.length - 2; at++) {
        const broken = [...lines.slice(0, at), `    ${typed}`, ...lines.slice(at)].join('\n');
        const problems = problemsOf(broken);
        const others = problems.filter(({ severity, code }) => severity === 'error' && code !== 'json-syntax');
        // An object that has just been opened is a real one, and empty.
        if (!/[{[]$/.test(typed)) expect(others.map(nameOf), broken).toEqual([]);
        expect(problems.filter(({ code }) => code === 'json-syntax').length, broken).toBeLessThanOrEqual(2);
      }
    }
  }, 120_000);
});

describe('the rules go on working', () => {
  const form = (fields: string, rest: string) =>
    `{ "NAME": "n", "CODE": "c", "SETTINGS": { "CODES": { "A": { "NAME": "a" } }, "FORM_DATA": { "ACTION_URI": "https://a.test", "METHOD": "POST", "FIELDS": { ${fields} } }${rest}`;

  it('with the last braces missing', () => {
    const marked = form('"a": { "CODE": ⟦"B"⟧ }', ', "CURRENCY": ["RUB"]');
    expectProblems('undefined-code', marked, 'error');
    expectProblems('unused-code', form('"a": { "CODE": "B" }', '').replace('"A"', '⟦"A"⟧'), 'hint');
  });

  it('beside a half-typed property', () => {
    expectProblems('undefined-code', form('"x": { "CO }, "a": { "CODE": ⟦"B"⟧ }', ' } }'), 'error');
    expectProblems('undefined-code', form('"a": { "CODE": ⟦"B"⟧ },\n "b": { "CODE":\n }', ' } }'), 'error');
    expectProblems('unknown-currency', form('', ', "CURRENCY": [⟦"RUR"⟧], "CLIENT_TYPE": } }'), 'warning');
  });

  it('where only a comma or a colon is missing, or one too many', () => {
    const text = form('"a": { "CODE": ⟦"B"⟧ }', ' } }').replace(
      '{ "NAME": "a" }',
      '{ "NAME": "a" }, "A2": { "NAME": "b" }',
    );
    const above = text.replace(/, "FORM_DATA.*/, '');
    for (const broken of [
      above.replace('"a" },', '"a" }'),
      above.replace('"NAME": "b"', '"NAME" "b"'),
      above.replace('"a" },', '"a" },,'),
    ])
      expectProblems('undefined-code', text.replace(above, broken), 'error');
    // A quote or brace may stand elsewhere than where it was meant to: then it is not sure which codes there are.
    expect(countsOf(text.replace('"NAME": "b"', '"NAME": "b'))['undefined-code']).toBeUndefined();
  });

  it('in a manifest with another one behind it', () => {
    const marked = form('"a": { "CODE": ⟦"B"⟧ }', ' } }');
    expectProblems('undefined-code', `${marked} {}`, 'error');
  });

  it('but keep quiet of what is being typed', () => {
    expect(countsOf(form('"a": { "CODE": "A" }', ', "CURRENCY": ["R'))).toEqual({ 'json-syntax': 1 });
    expect(countsOf(form('"a": { "CODE": "A" }, "b": { "CODE": "', ''))).toEqual({ 'json-syntax': 1 });
    expect(countsOf('{ "NAME": "n", ')).toEqual({ 'json-syntax': 1 });
    expect(countsOf('{ "NAME": "n", "CODE": "c", "SETTINGS": { "CODES": {} } ')['missing-mode']).toBe(1);
  });

  it('and their fixes fit the broken text', () => {
    const before = form('"a": { "CODE": "a" }', '\n');
    expectFix('undefined-code', before, 'Change to A', before.replace('"CODE": "a"', '"CODE": "A"'));
    const lost = form('"x": { "CO\n }, "a": { "CODE": "A", "VISIBLE": "y" }', ' } }');
    expectFix('invalid-value', lost, 'Change to "Y"', lost.replace('"y"', '"Y"'));
  });
});

describe('fixes of the text', () => {
  it.each([
    ['comma', '{ "A": 1\n  "B": 2 }', 'Add the missing comma', '{ "A": 1,\n  "B": 2 }'],
    ['colon', '{ "A" 1 }', 'Add the missing colon', '{ "A": 1 }'],
    ['closing quote', '{ "A": "x,\n  "B": 2 }', 'Add the missing quote', '{ "A": "x",\n  "B": 2 }'],
    ['closing quote on one line', '{"A":"x,"B":"y"}', 'Add the missing quote', '{"A":"x","B":"y"}'],
    ['closing quote of a key', '{"A: "x","B":"y"}', 'Add the missing quote', '{"A": "x","B":"y"}'],
    ['quote and colon', '{ "A "x", "B": 1 }', 'Add the missing quote and colon', '{ "A": "x", "B": 1 }'],
    [
      'closing quote of a key before a brace',
      '{ "A: {\n  "B": 2 } }',
      'Add the missing quote',
      '{ "A": {\n  "B": 2 } }',
    ],
    ['opening quote', '{ A": 1 }', 'Add the missing quote', '{ "A": 1 }'],
    ['opening bracket', '{ "A": "x", "y"] }', 'Add the missing bracket [', '{ "A": ["x", "y"] }'],
    ['closing bracket', '{ "A": ["x", "B": 1 }', 'Add the missing bracket ]', '{ "A": ["x"], "B": 1 }'],
    ['opening brace', '{ "A": "B": 1 } }', 'Add the missing brace {', '{ "A": {"B": 1 } }'],
    ['quotes', "{ 'A': 1 }", 'Change to "A"', '{ "A": 1 }'],
    ['key without quotes', '{ A: 1 }', 'Change to "A"', '{ "A": 1 }'],
    ['escape', '{ "A": "C:\\x" }', 'Change to "C:\\\\x"', '{ "A": "C:\\\\x" }'],
    ['second comma', '{ "A": 1,, "B": 2 }', 'Remove it', '{ "A": 1, "B": 2 }'],
    ['list closed like an object', '{ "A": ["x"} }', 'Change to ]', '{ "A": ["x"] }'],
    ['object closed like a list', '{ "A": { "B": 1 ], "C": 2 }', 'Change to }', '{ "A": { "B": 1 }, "C": 2 }'],
    ['object opened like a list', '{ "A": [ "B": 1 } }', 'Change to {', '{ "A": { "B": 1 } }'],
    ['quote before a string', '{ "A": ""x", "B": 1 }', 'Remove it', '{ "A": "x", "B": 1 }'],
    ['quote before a number in a string', '{ "A": ""12", "B": 1 }', 'Remove it', '{ "A": "12", "B": 1 }'],
    ['quote before an address', '{ "A": ""http://x.test/"\n }', 'Remove it', '{ "A": "http://x.test/"\n }'],
    ['quote after a string', '{ "A": "x"",\n"B": 1 }', 'Remove it', '{ "A": "x",\n"B": 1 }'],
    ['quote before a key', '{ ""A": 1 }', 'Remove it', '{ "A": 1 }'],
    ['quote after a key', '{ "A"": 1 }', 'Remove it', '{ "A": 1 }'],
    ['second colon', '{ "A":: 1 }', 'Remove it', '{ "A": 1 }'],
    ['first brace', '\uFEFF"A": 1 }', 'Add the missing brace {', '\uFEFF{"A": 1 }'],
    ['brace too many', '{ "A": { "B": 1 }}, "C": 2 }', 'Remove it', '{ "A": { "B": 1 }, "C": 2 }'],
    ['text behind the end', '{ "A": 1 } x', 'Remove it', '{ "A": 1 } '],
  ])('put right a %s', (_what, before, title, after) => {
    expectFix('json-syntax', before, title, after);
  });

  it('offer nothing made up', () => {
    for (const text of ['{ "A": undefined }', '{ "A": }', '{ "A" }', '{ "A', '{ "A": 1. }', '', 'x']) {
      const document = parseManifest(text);
      const [problem] = checkManifest(document);
      expect(problem && ruleOf('json-syntax')?.fixes?.(problem, document), text).toEqual([]);
    }
  });

  it('say which of several mistakes they heal', () => {
    const text = '{\n  "A": 1\n  "B": 2,\n  "C" 3\n}';
    const document = parseManifest(text);
    const fixes = checkManifest(document)
      .filter(({ code }) => code === 'json-syntax')
      .flatMap((problem) => ruleOf(problem.code)?.fixes?.(problem, document) ?? []);
    expect(fixes.map(({ title, edits }) => [title, edits[0]?.span.start])).toEqual([
      ['Add the missing comma', 10],
      ['Add the missing colon', 26],
    ]);
  });
});

describe('text that is beyond repair', () => {
  it('gets one report, whatever it is', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = randomFrom(seed);
      const parts = [
        '{',
        '}',
        '[',
        ']',
        '"',
        ':',
        ',',
        '\\',
        '\0',
        '/',
        '*',
        '\n',
        'NAME',
        '1',
        '😀',
        '\ud800',
        '"CODES": {',
      ] as const;
      const text = Array.from({ length: 1 + random.below(80) }, () => random.pick(parts)).join('');
      const document = parseManifest(text);
      if (document.syntaxProblems.length === 0) continue;
      const problems = checkManifest(document);
      const syntax = problems.filter(({ code }) => code === 'json-syntax').length;
      expect(syntax, text).toBeGreaterThan(0);
      expect(syntax, text).toBeLessThanOrEqual(8);
      expect(
        problems.every(({ span }) => span.start >= 0 && span.start <= span.end && span.end <= text.length),
        text,
      ).toBe(true);
      for (const problem of problems) ruleOf(problem.code)?.fixes?.(problem, document);
    }
  });

  it('is not repaired when it is long, and still read', () => {
    const long = `${SOUND.trimEnd().slice(0, -1)}${' '.repeat(300_000)}`;
    const document = parseManifest(long);
    expect(repairOf(document)?.document).toBeUndefined();
    expect(checkManifest(document).map(({ code }) => code)).toEqual(['json-syntax']);
  });

  it('is worked out once', () => {
    const document = parseManifest(SOUND.slice(0, 200));
    expect(repairOf(document)).toBe(repairOf(document));
    expect(repairOf(parseManifest(SOUND))).toBeUndefined();
  });
});
