import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../schemas/record.js';
import { checkManifest } from '../../server/check.js';
import { parseManifest } from '../../server/document/parse.js';
import { applyEdits } from '../../server/rules/apply-edits.js';
import { ruleOf } from '../../server/rules/registry.js';
import { repairOf } from '../../server/rules/repair.js';
import { randomFrom, type Random } from '../document/random.js';
import { countsOf, expectFix, expectProblems, fixesOf, problemsOf, unmarked } from './marked.js';
import { SOUND } from './manifests.js';
import { brokenManifest } from './mutate.js';

const folder = new URL('../fixtures/manifests/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.b24pay.json'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
const values: [unknown, ...unknown[]] = [JSON.parse(SOUND), ...fixtures.map((text): unknown => JSON.parse(text))];

const EVERYWHERE = 'Put straight double quotes everywhere';
const WHOLE = 'Turn into JSON';
const DOUBLE = 'Keys and texts need double quotes in JSON.';
const STRAIGHT = 'Keys and texts need straight double quotes in JSON.';
const PHP = 'This is a PHP array; JSON has braces, colons and double quotes.';
const BEFORE = 'Nothing may stand before the manifest’s opening brace.';

const REST = '"SETTINGS": { "CODES": {} }';

describe('a text in another notation is one mistake', () => {
  it.each([
    ['keys without quotes', `{ ⟦NAME⟧: "a", CODE: "b", ${REST} }`, DOUBLE],
    ['one key without quotes', `{ "NAME": "a", ⟦CODE⟧: "b", ${REST} }`, DOUBLE],
    ['single quotes', `{ "NAME": ⟦'a'⟧, "CODE": 'b', ${REST} }`, DOUBLE],
    ['backticks', `{ "NAME": ⟦\`a\`⟧, "CODE": \`b\`, ${REST} }`, DOUBLE],
    ['all of that', `{ ⟦NAME⟧: 'a', 'CODE': "b", ${REST} }`, DOUBLE],
    ['an address in single quotes', `{ "NAME": ⟦'https://a.test'⟧, "CODE": 'b', ${REST} }`, DOUBLE],
    ['an object with a name', `const m = { ⟦NAME⟧: 'a', CODE: 'b', ${REST} };`, DOUBLE],
    ['a call', `BX24.callMethod('sale.paysystem.handler.add', { ⟦NAME⟧: 'a', CODE: 'b', ${REST} });`, DOUBLE],
    ['typographic quotes', `{ ⟦“NAME”⟧: “a”, «CODE»: „b“, ${REST} }`, STRAIGHT],
    ['single typographic quotes', `{ "NAME": ⟦‘a’⟧, "CODE": ’b’, ${REST} }`, STRAIGHT],
    ['a PHP array', `⟦[⟧'NAME' => 'a', 'CODE' => 'b', 'SETTINGS' => ['CODES' => ['A' => ['NAME' => 'x']]]]`, PHP],
    ['an old PHP array', `⟦array⟧('NAME' => 'a', 'CODE' => 'b', 'SETTINGS' => array('CODES' => array()));`, PHP],
    ['code before JSON', `⟦export default⟧ { "NAME": "a", "CODE": "b", ${REST} }`, BEFORE],
  ])('%s', (_what, marked, message) => {
    const [problem] = expectProblems('json-syntax', marked, 'error', message);
    expect(problem?.message).toContain('Parameter NAME is not defined');
  });

  it('beside others', () => {
    const text = "{\n  NAME: 'a'\n  CODE: 'b',\n  SETTINGS: { CODES: {} }\n";
    expect(problemsOf(text, 'json-syntax').map(({ message }) => message.split('.')[0])).toEqual([
      'Keys and texts need double quotes in JSON',
      'A comma is missing before this',
      'A closing brace } is missing',
    ]);
    expectFix('json-syntax', text, EVERYWHERE, '{\n  "NAME": "a"\n  "CODE": "b",\n  "SETTINGS": { "CODES": {} }\n');
    expectProblems('json-syntax', '{ ⟦NAME⟧: \'a\' ⟦"CODE"⟧: "b" }', 'error');
    expectProblems('json-syntax', "{ ⟦NAME⟧: 'n', CODE: ⟦config.code⟧, SETTINGS: { CODES: {} } }", 'error');
  });

  it.each([
    [
      'an expression',
      "{ ⟦NAME⟧: 'a' ⟦+⟧ 'b', CODE: 'c', SETTINGS: {} }",
      '{ "NAME": "a" + \'b\', "CODE": "c", "SETTINGS": {} }',
    ],
    ['an open text', "{ ⟦NAME⟧: 'a', CODE: ⟦\"b,⟧\n SETTINGS: {} }", '{ "NAME": "a", "CODE": "b,\n "SETTINGS": {} }'],
  ])('is told once, and fixed at once, around %s', (_what, marked, after) => {
    expectProblems('json-syntax', marked, 'error');
    expectFix('json-syntax', unmarked(marked).text, EVERYWHERE, after);
  });

  it.each([
    ['a call inside', "{ NAME: name(), CODE: 'c' }"],
    ['a template', "{ NAME: `${name}`, CODE: 'c' }"],
    ['a typographic text without end', '{ "NAME": “a, "CODE": "c" }'],
    ['braces in PHP', "['NAME' => {}, 'CODE' => 'c']"],
    ['colons in PHP', "['NAME': 'a', 'CODE' => 'c']"],
    ['an arrow in JavaScript', "{ 'NAME' => 'a' }"],
    ['a key with a lost quote', '{ NAME": "a" }'],
  ])('but not with %s', (_what, text) => {
    const messages = problemsOf(text, 'json-syntax').map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(0);
    for (const wrong of [DOUBLE, STRAIGHT, PHP, BEFORE]) expect(messages[0]).not.toContain(wrong);
  });

  it('leaves the other quotes of texts and comments alone', () => {
    expect(countsOf(SOUND.replace('"Shop"', '"“Shop” «x» \'y\' `z` a: b"'))).toEqual({});
    expect(problemsOf(`{ "NAME": "a", /* 'b': “c” */ "CODE": "c" } // d: 'e'`, 'json-syntax')).toEqual([]);
  });
});

describe('the fix of a text in another notation', () => {
  it.each([
    ['keys', '{ NAME: "a", $b_1: 1, 2: 3 }', EVERYWHERE, '{ "NAME": "a", "$b_1": 1, "2": 3 }'],
    ['one text', '{ "A": \'x "y"\' }', 'Change to "x \\"y\\""', '{ "A": "x \\"y\\"" }'],
    [
      'values of other types',
      "{ A: true, B: null, C: -1.5e3, D: ['x', false] }",
      EVERYWHERE,
      '{ "A": true, "B": null, "C": -1.5e3, "D": ["x", false] }',
    ],
    [
      'escapes',
      String.raw`{ A: 'it\'s', B: 'a\"\\\/\n\u0041\x41\u{1F600}\v\0\q' }`,
      EVERYWHERE,
      String.raw`{ "A": "it's", "B": "a\"\\\/\n\u0041A😀\u000b\u0000q" }`,
    ],
    [
      'tabs and lines',
      "{ A: 'a\tb', B: `c\r\nd\ne`, C: 'f\\\ng' }",
      EVERYWHERE,
      '{ "A": "a\\tb", "B": "c\\nd\\ne", "C": "fg" }',
    ],
    [
      'double quotes that stay',
      `{ A: "it's \\n 'x' “y”", B: 'z' }`,
      EVERYWHERE,
      `{ "A": "it's \\n 'x' “y”", "B": "z" }`,
    ],
    [
      'comments that stay',
      "{ // it's 'x'\n A: 'b', /* c: 'd' */ E: 'f', }",
      EVERYWHERE,
      `{ // it's 'x'\n "A": "b", /* c: 'd' */ "E": "f", }`,
    ],
    ['a byte order mark', "\uFEFF{ A: 'b', C: 1 }", EVERYWHERE, '\uFEFF{ "A": "b", "C": 1 }'],
    ['a statement', "// my shop\nconst m: Manifest = { A: 'b' }; // end\n", WHOLE, '// my shop\n{ "A": "b" } // end\n'],
    ['brackets of a call', "({ A: 'b' })", WHOLE, '{ "A": "b" }'],
    [
      'a call with an answer',
      "BX24.callMethod(\n  'sale.paysystem.handler.add',\n  { A: 'b' },\n  function (result) { if (result.error()) alert({ a: 'b' }); }\n);\n",
      WHOLE,
      '{ "A": "b" }\n',
    ],
    ['code before JSON', 'return {"A": 1}', 'Remove it', '{"A": 1}'],
    ['code around JSON', 'module.exports = {"A": 1};', WHOLE, '{"A": 1}'],
    [
      'typographic quotes',
      '{ “A”: “b "c" ”, «D»: „e “f” g“, ‘H’: 1 } // “i”',
      EVERYWHERE,
      '{ "A": "b \\"c\\" ", "D": "e “f” g", "H": 1 } // “i”',
    ],
    ['both kinds', "{ “A”: 'b', c: ‘d’ }", EVERYWHERE, '{ "A": "b", "c": "d" }'],
    [
      'PHP',
      String.raw`['A' => 'it\'s \n', "B" => TRUE, 'C' => ['x', 'y'], 'D' => ['E' => [], 'F'   => array('G' => array(1))]]`,
      WHOLE,
      String.raw`{"A": "it's \\n", "B": true, "C": ["x", "y"], "D": {"E": [], "F": {"G": [1]}}}`,
    ],
    [
      'a PHP statement',
      "<?php\n$result = CRest::call('sale.paysystem.handler.add', [\n  'A' => 'b', // c\n]);\n",
      WHOLE,
      '{\n  "A": "b", // c\n}\n',
    ],
  ])('puts right %s', (_what, before, title, after) => {
    expectFix('json-syntax', before, title, after);
  });
});

describe('the rules read it as it is meant', () => {
  it('and their fixes fit into JavaScript', () => {
    const text =
      "{ NAME: 'n', CODE: 'c', SETTINGS: { CODES: { A: { NAME: 'a' } }, FORM_DATA: { ACTION_URI: 'https://a.test', METHOD: 'post', FIELDS: { a: { CODE: 'B' } } } } }";
    expectProblems('undefined-code', text.replace("'B'", "⟦'B'⟧"), 'error');
    expectFix('invalid-value', text, 'Change to "POST"', text.replace("'post'", '"POST"'));
  });

  it('and change nothing in PHP', () => {
    const text =
      "['NAME' => 'n', 'CODE' => 'c', 'SETTINGS' => ['CODES' => [], 'FORM_DATA' => ['ACTION_URI' => 'https://a.test', 'METHOD' => 'post']]]";
    expectProblems('invalid-value', text.replace("'post'", "⟦'post'⟧"));
    expect(fixesOf('invalid-value', text)).toEqual([]);
  });
});

/** A value written as a developer might in JavaScript, or with quotes of a word processor. */
class Writer {
  constructor(
    private readonly random: Random,
    private readonly isTypographic: boolean,
  ) {}

  write(value: unknown, indent = ''): string {
    const inner = `${indent}  `;
    if (Array.isArray(value)) return `[${value.map((item) => this.write(item, inner)).join(', ')}]`;
    if (!isObject(value)) return typeof value === 'string' ? this.#text(value) : JSON.stringify(value);
    const members = Object.entries(value).map(([key, item]) => `${inner}${this.#key(key)}: ${this.write(item, inner)}`);
    if (members.length === 0) return '{}';
    return `{\n${members.join(`,${this.random.chance(0.1) ? " // it's “a”: comment" : ''}\n`)}${this.random.pick([',', ''])}\n${indent}}`;
  }

  #key(key: string): string {
    return !this.isTypographic && /^[A-Za-z_$][\w$]*$/.test(key) && this.random.chance(0.8) ? key : this.#text(key);
  }

  #text(text: string): string {
    const json = JSON.stringify(text);
    if (this.random.chance(0.2)) return json;
    if (this.isTypographic) {
      const [open, close] = this.random.pick([
        ['“', '”'],
        ['«', '»'],
        ['„', '“'],
      ]);
      // A backslash is JSON's there too; straight quotes may stand unescaped.
      return open + json.slice(1, -1).replace(/\\"/g, () => this.random.pick(['"', '\\"'])) + close;
    }
    const quote = text.includes('${') ? "'" : this.random.pick(["'", '`']);
    return quote + json.slice(1, -1).replace(/\\"/g, '"').replace(/['`]/g, '\\$&') + quote;
  }
}

const AROUND: readonly [[string, string], ...[string, string][]] = [
  ['', ''],
  ['const m = ', ';'],
  ['export default ', ';\n'],
  ['(', ')'],
  ["BX24.callMethod('sale.paysystem.handler.add', ", ');'],
  ['$b24.callMethod(\n"sale.paysystem.handler.add",\n', ',\n(result) => { console.log({ a: `b` }); })\n'],
];

it('turns every manifest into JavaScript and back', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    // Some texts hold what quotes are made of.
    const plain = random.pick(values);
    const value: unknown = random.chance(0.5)
      ? plain
      : {
          ...(isObject(plain) ? plain : {}),
          NAME: random.pick(["it's", 'a "b"', 'c\\d', 'e\nf\t', '“g”', '`h`', 'i // j', '{ k: [']),
        };
    const isTypographic = random.chance(0.3) && JSON.stringify(value).search(/[“”«»]/) === -1;
    const [before, after] = random.pick(AROUND);
    const text = before + new Writer(random, isTypographic).write(value) + after;
    if (parseManifest(text).syntaxProblems.length === 0) continue;
    const problems = problemsOf(text, 'json-syntax');
    expect(problems, text).toHaveLength(1);
    const preferred = fixesOf('json-syntax', text).find((fix) => fix.preferred);
    const healed = parseManifest(applyEdits(text, preferred?.edits ?? []));
    expect(healed.syntaxProblems, healed.text).toEqual([]);
    expect(healed.value, text).toEqual(value);
    expect(repairOf(parseManifest(text))?.document?.value, text).toEqual(value);
  }
});

it('fixes other problems of manifests in JavaScript', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = randomFrom(seed);
    const { value } = parseManifest(brokenManifest(values, random));
    if (!isObject(value)) continue;
    const document = parseManifest(new Writer(random, false).write(value));
    if (document.syntaxProblems.length === 0) continue;
    const problems = checkManifest(document);
    const json = checkManifest(parseManifest(JSON.stringify(value)));
    const codesOf = (found: typeof problems) =>
      found
        .map(({ code }) => code)
        .filter((code) => code !== 'json-syntax')
        .sort();
    expect(codesOf(problems), document.text).toEqual(codesOf(json));
    for (const problem of problems) {
      if (problem.code === 'json-syntax') continue;
      for (const fix of ruleOf(problem.code)?.fixes?.(problem, document) ?? []) {
        const after = problemsOf(applyEdits(document.text, fix.edits));
        const isSame = ({ code, message, path }: typeof problem): boolean =>
          code === problem.code && message === problem.message && String(path) === String(problem.path);
        const what = `${problem.message}: ${fix.title}\n${document.text}`;
        expect(after.filter(({ code }) => code === 'json-syntax').length, what).toBeLessThanOrEqual(1);
        expect(after.filter(isSame).length, what).toBeLessThan(problems.filter(isSame).length);
      }
    }
  }
}, 60_000);

it('reads long texts in one pass, and none that is too long', () => {
  const code = (n: number) => `CODE_${n}: { NAME: 'Name', GROUP: 'It\\'s' }`;
  const text = (size: number) =>
    `{ NAME: 'Shop', CODE: 'shop', SETTINGS: { CODES: { ${Array.from({ length: size }, (_, n) => code(n)).join()} } } }`;
  const repaired = repairOf(parseManifest(text(3000)));
  expect(repaired?.mistakes).toHaveLength(1);
  expect(repaired?.document).toBeDefined();
  expect(repairOf(parseManifest(text(6000)))?.document).toBeUndefined();
});
