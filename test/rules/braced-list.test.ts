import { describe, expect, it } from 'vitest';
import { countsOf, expectFix, expectProblems, problemsOf } from './marked.js';
import { SOUND } from './manifests.js';

const withCurrency = (value: string): string => SOUND.replace('["RUB"]', value);

describe('a list between braces or parentheses', () => {
  it.each([
    ["{'RUB'}", '["RUB"]'],
    ['{"RUB"}', '["RUB"]'],
    ['{ "RUB", "USD" }', '[ "RUB", "USD" ]'],
    ['("RUB")', '["RUB"]'],
    ["('RUB', 'USD')", '["RUB", "USD"]'],
    ['{RUB}', '["RUB"]'],
    ['(RUB, "USD",)', '["RUB", "USD",]'],
  ])('is one mistake with a fix: %s', (written, right) => {
    expect(countsOf(withCurrency(written))).toEqual({ 'json-syntax': 1 });
    expectProblems('json-syntax', withCurrency(`⟦${written}⟧`), 'error', 'A list stands in brackets [ ] in JSON.');
    expectFix('json-syntax', withCurrency(written), `Change to ${right}`, withCurrency(right));
  });

  it('may go over several lines', () => {
    expectFix(
      'json-syntax',
      withCurrency('{\n      "RUB"\n    }'),
      'Change to [ "RUB" ]',
      withCurrency('[\n      "RUB"\n    ]'),
    );
  });

  it('is checked like one', () => {
    expectProblems('unknown-currency', withCurrency("{⟦'RUR'⟧}"), 'warning');
  });

  it.each(['{ "FIELDS": { "a" } }', '{ "A": { "RUB" } }', '{ "CURRENCY": { "RUB": } }'])(
    'is not seen in %s',
    (text) => {
      for (const { message } of problemsOf(text, 'json-syntax')) expect(message).not.toContain('brackets [ ]');
    },
  );
});
