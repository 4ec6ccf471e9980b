import { describe, expect, it } from 'vitest';
import { expectFix, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inCode } from './manifests.js';

const sort = (value: string): string => `{ "SORT": ${value}, "CODE": "c" }`;

describe('a number in the notation of another language', () => {
  it.each([
    ['leading zeros', '0100', '100', 'A number has no leading zeros in JSON.'],
    ['a leading zero below zero', '-01.50', '-1.50', 'A number has no leading zeros in JSON.'],
    ['only zeros', '000', '0', 'A number has no leading zeros in JSON.'],
    ['a plus sign', '+5', '5', 'A number has no plus sign in JSON.'],
    ['no digit before the point', '.5', '0.5', 'A number has digits on both sides of its point in JSON.'],
    ['underscores', '1_000', '1000', 'Nothing may stand between the digits of a number in JSON.'],
    ['spaces', '1 000 000', '1000000', 'Nothing may stand between the digits of a number in JSON.'],
    ['hexadecimal digits', '0x1F', '31', 'A number has only decimal digits in JSON.'],
    ['binary digits', '0b101', '5', 'A number has only decimal digits in JSON.'],
  ])('is one mistake with a fix: %s', (_what, written, number, message) => {
    expectProblems('json-syntax', sort(`⟦${written}⟧`), 'error', message);
    expectFix('json-syntax', sort(written), `Change to ${number}`, sort(number));
    expectFix(
      'json-syntax',
      `{\n  "SORT": ${written} // place\n}`,
      `Change to ${number}`,
      `{\n  "SORT": ${number} // place\n}`,
    );
  });

  it('has no fix while it is being typed', () => {
    expectProblems('json-syntax', sort('⟦5.⟧'), 'error', 'A number has digits on both sides of its point');
    expect(fixesOf('json-syntax', sort('5.'))).toEqual([]);
  });

  it('may be a text, where the schema says so', () => {
    const value = (written: string) => inCode(`"DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": ${written} }`);
    expectFix('json-syntax', value('0100'), 'Change to "0100"', value('"0100"'));
    expectFix('json-syntax', value('+79990001122'), 'Change to "+79990001122"', value('"+79990001122"'));
  });

  it('is not changed without a look where nothing tells what it is', () => {
    expectFix('json-syntax', '{ "A": 0100 }', 'Change to 100', '{ "A": 100 }', false);
    expectFix('json-syntax', '{ "A": [007, 1] }', 'Change to 7', '{ "A": [7, 1] }', false);
  });

  it('stands beside other mistakes', () => {
    expectProblems('json-syntax', '{ "SORT": ⟦0100⟧\n  ⟦"CODE"⟧: "c" }', 'error');
    expectFix('json-syntax', '{ "SORT": 0100\n  "CODE": "c" }', 'Change to 100', '{ "SORT": 100\n  "CODE": "c" }');
  });

  it('is none elsewhere', () => {
    for (const text of [
      '{ "A": 0x }',
      '{ "A": 0b12 }',
      '{ "A": 1__0 }',
      '{ "A": 0x1fffffffffffffff }',
      '{ "A": 1 "B": 2 }',
    ])
      for (const { message } of problemsOf(text, 'json-syntax')) expect(message, text).not.toMatch(/digits|zeros/);
  });
});
