import { describe, expect, it } from 'vitest';
import { checkManifest, type CheckOptions } from '../../server/check.js';
import { parseManifest } from '../../server/document/parse.js';
import { expectNone, expectProblems, problemsOf } from './marked.js';

const REST = '"SETTINGS": { "CODES": {}, "FORM_DATA": { "ACTION_URI": "https://pay.shop.test/", "METHOD": "POST" } }';

describe('empty-name, empty-code', () => {
  it.each(['⟦""⟧', '⟦"  "⟧', '⟦"\\t"⟧'])('reports %s', (empty) => {
    expectProblems('empty-name', `{ "NAME": ${empty}, "CODE": "c", ${REST} }`, 'error', 'NAME is empty');
    expectProblems('empty-code', `{ "NAME": "n", "code": ${empty}, ${REST} }`, 'error', 'CODE is empty');
  });

  it('are silent on other values, which are other mistakes', () => {
    expectNone('empty-name', `{ "NAME": null, "CODE": "c", ${REST} }`);
    expectNone('empty-code', `{ "NAME": "n", "CODE": "0", ${REST} }`);
  });
});

describe('name-too-long, code-too-long', () => {
  it('count characters, not UTF-16 units', () => {
    const name = (length: number) => `{ "NAME": "${'😀'.repeat(length)}", "CODE": "${'ы'.repeat(50)}", ${REST} }`;
    expectNone('name-too-long', name(255));
    expectNone('code-too-long', name(255));
    expectProblems('name-too-long', name(256).replace(/("😀+")/u, '⟦$1⟧'), 'error', '256 characters', 'at most 255');
    expectProblems('code-too-long', `{ "NAME": "n", "CODE": ⟦"${'c'.repeat(51)}"⟧, ${REST} }`, 'error', '51', '50');
  });
});

describe('duplicate-handler-code', () => {
  const other = (code: string, uri = 'file:///b.b24pay.json') => ({
    uri,
    code,
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 8 } },
  });
  const check = (code: string, options: CheckOptions, uri?: string) =>
    checkManifest(parseManifest(`{ "NAME": "n", "CODE": "${code}", ${REST} }`, uri), options);

  it('reports the same code in another manifest, without case and trailing blanks, and links there', () => {
    const problems = check('Shop ', { others: [other('x'), other('shop'), other('SHOP', 'file:///c.b24pay.json')] });
    expect(problems).toMatchObject([
      { code: 'duplicate-handler-code', severity: 'error', span: { start: 23, end: 30 }, path: ['CODE'] },
    ]);
    expect(problems[0]?.related).toMatchObject([
      { uri: 'file:///b.b24pay.json', message: expect.stringContaining('letter case') as string },
      { uri: 'file:///c.b24pay.json' },
    ]);
  });

  it.each([
    ['file:///ws/a/one.json', ['file:///ws/a/tw%C3%B6.json'], /^twö\.json has the same CODE/],
    ['file:///ws/a/one.json', ['file:///ws/b/two.json'], /^b\/two\.json has/],
    ['file:///ws/a/b/one.json', ['file:///ws/two.json'], /^two\.json has/],
    ['one.json', ['b/50%25.json'], /^b\/50%25\.json has/],
    ['file:///one.json', ['file:///%.json'], /^%\.json has/],
    ['file:///1.json', ['file:///2.json', 'file:///3.json'], /^2\.json, 3\.json have/],
    ['file:///1.json', [2, 3, 4, 5].map((n) => `file:///${n}.json`), /^2\.json, 3\.json, 4\.json, … have/],
  ])('in %s begins with the name of %s', (own, uris, words) => {
    const [problem] = check('shop', { others: uris.map((uri) => other('shop', uri)) }, own);
    expect(problem?.message).toMatch(words);
    expect(problem?.related?.[0]?.message).toBe('The same CODE');
  });

  it('is silent on other codes and on empty ones', () => {
    expect(check('shop', { others: [other('shop2')] })).toEqual([]);
    expect(check(' ', { others: [other('')] }).map(({ code }) => code)).toEqual(['empty-code']);
    expect(check('shop', {})).toEqual([]);
  });
});

describe('settings-too-large', () => {
  const manifest = (bytes: number) => {
    // CODES, one code, its DESCRIPTION and an empty form's address take the rest.
    const rest = '"FORM_DATA": { "ACTION_URI": "https://pay.shop.test/", "METHOD": "POST", "PARAMS": { "a": "A" } }';
    return `{ "NAME": "n", "CODE": "c", "SETTINGS": { "CODES": { "A": { "NAME": "a", "DESCRIPTION": "${'x'.repeat(bytes)}" } }, ${rest} } }`;
  };
  // a:2:{s:5:"CODES";a:1:{s:1:"A";a:2:{s:4:"NAME";s:1:"a";s:11:"DESCRIPTION";s:N:"…";}}s:9:"FORM_DATA";a:3:{…}}
  const overhead =
    'a:2:{s:5:"CODES";a:1:{s:1:"A";a:2:{s:4:"NAME";s:1:"a";s:11:"DESCRIPTION";s:65000:"";}}s:9:"FORM_DATA";a:3:{s:10:"ACTION_URI";s:22:"https://pay.shop.test/";s:6:"METHOD";s:4:"POST";s:6:"PARAMS";a:1:{s:1:"a";s:1:"A";}}}'
      .length;

  it('lets the last byte pass and no more', () => {
    expectNone('settings-too-large', manifest(65_535 - overhead));
    expectProblems(
      'settings-too-large',
      manifest(65_536 - overhead).replace('"SETTINGS"', '⟦"SETTINGS"⟧'),
      'error',
      '65536 bytes',
    );
  });

  it('counts bytes of UTF-8', () => {
    const text = manifest(0).replace('"DESCRIPTION": ""', `"DESCRIPTION": "${'я'.repeat(33_000)}"`);
    expect(problemsOf(text, 'settings-too-large')).toHaveLength(1);
  });

  it('finds what grows most: long lists of small numbers', () => {
    const list = Array.from({ length: 6100 }, () => 1).join(',');
    const text = manifest(0).replace('"CODES"', `"X": [${list}], "CODES"`);
    expect(text.length).toBeLessThan(13_000);
    expect(problemsOf(text, 'settings-too-large')).toHaveLength(1);
  });
});
