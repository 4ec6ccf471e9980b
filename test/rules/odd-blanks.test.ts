import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../server/document/parse.js';
import { applyEdits } from '../../server/rules/apply-edits.js';
import { repairOf } from '../../server/rules/repair.js';
import { countsOf, expectFix, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inForm, SOUND } from './manifests.js';

const SPACES = 'Replace with ordinary spaces';

/** The text indented with a character. */
const indentedWith = (character: string, text = SOUND): string =>
  text.replace(/^ +/gm, (indent) => character.repeat(indent.length));

describe('blanks that JSON does not know', () => {
  it.each([
    ['non-breaking', '\u00A0', 'Non-breaking spaces (U+00A0) stand between'],
    ['narrow non-breaking', '\u202F', 'Non-breaking spaces (U+202F)'],
    ['of a typesetter', '\u2003', 'Special spaces (U+2003)'],
    ['ideographic', '\u3000', 'Special spaces (U+3000)'],
    ['a line separator', '\u2028', 'Special spaces (U+2028)'],
  ])('are one mistake, and put right at once: %s', (_what, blank, message) => {
    const text = indentedWith(blank);
    expect(countsOf(text)).toEqual({ 'json-syntax': 1 });
    expectProblems('json-syntax', text.replace(blank + blank, `⟦${blank}${blank}⟧`), 'error', message);
    expectFix('json-syntax', text, SPACES, SOUND);
    expectFix('json-syntax', text.replace(/\n/g, '\r\n'), SPACES, SOUND.replace(/\n/g, '\r\n'));
  });

  it.each([
    ['of no width', '\u200B', '(U+200B)'],
    ['a byte order mark in the middle', '\uFEFF', '(U+FEFF)'],
    ['NUL', '\0', '(U+0000)'],
    ['a mark of direction', '\u200F', '(U+200F)'],
  ])('go when they are invisible: %s', (_what, character, number) => {
    const text = `{ "NAME":${character} "a", "SORT": 1${character} }`;
    const marked = `{ "NAME":⟦${character}⟧ "a", "SORT": 1${character} }`;
    expectProblems('json-syntax', marked, 'error', `Invisible characters ${number} stand between`);
    expectFix('json-syntax', text, 'Remove them all', '{ "NAME": "a", "SORT": 1 }');
    expectFix('json-syntax', `{ "NAME":${character} "a" }`, 'Remove it', '{ "NAME": "a" }');
  });

  it('stay in strings and comments, and behind a byte order mark at the start', () => {
    expectFix(
      'json-syntax',
      '\uFEFF{ "A": "b\u00A0c", // d\u00A0e\n /* f\u00A0g */\u00A0"H":\u200B 1 }',
      SPACES,
      '\uFEFF{ "A": "b\u00A0c", // d\u00A0e\n /* f\u00A0g */ "H": 1 }',
    );
    expect(problemsOf('\uFEFF{ "A": "b\u00A0\u200Bc" } // \u3000', 'json-syntax')).toEqual([]);
  });

  it('stand beside other mistakes', () => {
    expectProblems('json-syntax', '{⟦\u00A0⟧"A": 1\u00A0⟦"B"⟧: 2,\u00A0"C": 3\u00A0}', 'error');
    expectFix('json-syntax', '{\u00A0"A": 1\n"B": 2\u00A0}', SPACES, '{ "A": 1\n"B": 2 }');
    const javaScript = "{\u00A0NAME: 'a\u00A0b', CODE: 'c', SORT: 1\u00A0}";
    expectProblems('json-syntax', "{⟦\u00A0⟧⟦NAME⟧: 'a\u00A0b', CODE: 'c', SORT: 1\u00A0}", 'error');
    expectFix('json-syntax', javaScript, SPACES, "{ NAME: 'a\u00A0b', CODE: 'c', SORT: 1 }");
  });

  it('do not silence the rules, whose fixes fit', () => {
    const text = inForm('"FIELDS": { "a": { "CODE": "b" } }', '"B": { "NAME": "x" }').replace(/(?<=[,:{]) /g, '\u00A0');
    expectProblems('undefined-code', text.replace('"b"', '⟦"b"⟧'), 'error');
    expectFix('undefined-code', text, 'Change to B', text.replace('"b"', '"B"'));
  });

  it('are found in one pass through a long text', () => {
    const codes = Array.from({ length: 3000 }, (_, n) => `"CODE_${n}": { "NAME": "Name", "GROUP": "'" }`);
    const whole = `{ "NAME": "Shop", "CODE": "shop", "SETTINGS": { "CODES": { ${codes.join()} } } }`;
    const text = whole.replace(/ /g, '\u00A0');
    expect(repairOf(parseManifest(text))?.mistakes).toHaveLength(1);
    expect(applyEdits(text, fixesOf('json-syntax', text)[0]?.edits ?? [])).toBe(whole);
  });
});
