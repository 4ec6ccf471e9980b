import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/rules/registry.js';
import { countsOf, problemsOf } from './marked.js';
import { inCheckout, inForm, inIframe, inSettings, withUri } from './manifests.js';

const FORM = '"FORM_DATA": { "ACTION_URI": "https://a.test", "METHOD": "POST" }';
const A = '"A": { "NAME": "a" }';

describe('one mistake, one report', () => {
  it.each([
    [
      'CURRENCY as a string is no wrong type',
      inSettings(`"CODES": {}, ${FORM}, "CURRENCY": "RUB"`),
      ['currency-not-a-list'],
    ],
    [
      'CURRENCY as an object neither',
      inSettings(`"CODES": {}, ${FORM}, "CURRENCY": { "a": 1 }`),
      ['currency-not-a-list'],
    ],
    [
      'CODES in a mode are neither unknown there nor missing above',
      inSettings(FORM.replace(' }', ', "CODES": { "A": {} } }')),
      ['misplaced-codes'],
    ],
    ...['[{ "CODE": "A", "VISIBLE": "Y" }]', '"x"', '5'].flatMap((fields): [string, string, string[]][] => [
      [`FIELDS ${fields} of a checkout`, inCheckout(`"FIELDS": ${fields}`, A), ['wrong-type']],
      [`FIELDS ${fields} of a frame`, inIframe(`"FIELDS": ${fields}`, A), ['wrong-type']],
      [
        `FIELDS ${fields} of a direct link`,
        inForm(`"FIELDS": ${fields}`, A).replace('"POST"', '"GET"'),
        ['wrong-type'],
      ],
    ]),
    [
      'without a mode nothing is said of modes',
      inSettings('"CODES": {}, "FORM_DATA": {}, "CHECKOUT_DATA": []'),
      ['missing-mode'],
    ],
    [
      'an address that is none is neither insecure nor a placeholder',
      withUri('"example.com/pay"'),
      ['invalid-action-uri'],
    ],
    ['nor local', withUri('"http://user:x@localhost"'), ['invalid-action-uri']],
    [
      'without CODES no field is undefined',
      inSettings(FORM.replace(' }', ', "FIELDS": { "a": { "CODE": "A" } } }')),
      ['missing-property'],
    ],
    [
      'without FIELDS in Checkout no code is unused',
      inCheckout('"FIELDS": {}', `${A}, "B": { "NAME": "b" }`),
      ['checkout-without-fields'],
    ],
    [
      'an address may be both insecure and a placeholder',
      withUri('"http://example.com"'),
      ['insecure-action-uri', 'placeholder-action-uri'],
    ],
    ['METHOD of Checkout is ignored, not unknown', inCheckout('"METHOD": "POST", "FIELDS": {}'), ['ignored-property']],
    ['and its value does not count', inCheckout('"METHOD": "PUT", "FIELDS": {}'), ['ignored-property']],
    ['nor its type', inCheckout('"METHOD": 5, "FIELDS": {}'), ['ignored-property']],
    [
      'TYPE in a code is misplaced, not unknown',
      inCheckout('"FIELDS": { "a": { "CODE": "A" } }', '"A": { "NAME": "a", "TYPE": "STRING" }'),
      ['misplaced-input-type'],
    ],
    [
      'a VISIBLE of another type is no invalid value',
      inForm('"FIELDS": { "a": { "CODE": { "NAME": "q" }, "VISIBLE": true } }'),
      ['wrong-type'],
    ],
    [
      'an invalid VISIBLE hides a question only as a consequence',
      inForm('"FIELDS": { "a": { "CODE": { "NAME": "q" }, "VISIBLE": "yes" } }'),
      ['invalid-value'],
    ],
    [
      'VISIBLE in IFrame mode has no effect, whatever it is',
      inIframe('"FIELDS": { "a": { "CODE": "A", "VISIBLE": 5 } }', A),
      ['visible-without-effect'],
    ],
    [
      'a question that is not drawn is not hidden',
      inForm('"FIELDS": { "a": { "CODE": { "NAME": "q", "INPUT": { "TYPE": "DATE" } } } }'),
      ['field-not-drawn'],
    ],
    [
      'a code that collides needs no other style',
      inForm('"FIELDS": {}', '"A": {}, "a": {}')
        .replaceAll('{}', '{ "NAME": "x" }')
        .replace('"FIELDS": { "NAME": "x" }', '"FIELDS": { "x": { "CODE": "A" }, "y": { "CODE": "a" } }'),
      ['code-name-collision'],
    ],
    [
      'a link by GET is told once, in any letter case',
      inForm('"FIELDS": { "a": { "CODE": "A" } }', A, 'get'),
      ['direct-link-without-return'],
    ],
    ['an empty mode lacks no address', inSettings(`"CODES": {}, ${FORM}, "IFRAME_DATA": {}`), []],
    ['a mode of the wrong type is there', inSettings('"CODES": {}, "FORM_DATA": [1]'), ['wrong-type']],
    ['SETTINGS of the wrong type lacks nothing', '{ "NAME": "n", "CODE": "c", "SETTINGS": "x" }', ['wrong-type']],
    [
      'an undefined code is undefined only once',
      inForm('"FIELDS": { "a": { "CODE": "B", "VISIBLE": "Y" } }'),
      ['undefined-code'],
    ],
    [
      'an unknown source has no unknown value',
      inCheckout(
        '"FIELDS": { "a": { "CODE": "A" } }',
        '"A": { "NAME": "a", "DEFAULT": { "PROVIDER_KEY": "USR", "PROVIDER_VALUE": "X" } }',
      ),
      ['unknown-provider'],
    ],
  ])('%s', (_what, text, codes) => {
    expect(Object.keys(countsOf(text)).sort()).toEqual(codes);
  });

  it('holds when the more telling rule is off', () => {
    const off = (code: string, text: string) => problemsOf(text, undefined, { severities: { [code]: 'off' } });
    expect(off('currency-not-a-list', inSettings(`"CODES": {}, ${FORM}, "CURRENCY": "RUB"`))).toEqual([]);
    expect(off('misplaced-codes', inSettings(FORM.replace(' }', ', "CODES": {} }')))).toEqual([]);
    expect(off('ignored-property', inCheckout('"METHOD": "POST", "FIELDS": {}'))).toEqual([]);
  });

  it('keeps the severity that a user has set', () => {
    const text = withUri('"http://pay.shop.ru"');
    expect(problemsOf(text, undefined, { severities: { 'insecure-action-uri': 'hint' } })).toMatchObject([
      { severity: 'hint' },
    ]);
    expect(problemsOf('{', undefined, { severities: { 'json-syntax': 'off' } })).toEqual([]);
  });

  it('keeps the exceptions of the catalogue when an editor sends the defaults', () => {
    const defaults = Object.fromEntries(RULES.map(({ code, severity }) => [code, severity]));
    const severities = (text: string) =>
      problemsOf(text, undefined, { severities: defaults }).map(({ severity }) => severity);
    expect(severities(withUri('"http://pay.shop.ru"', 'IFRAME_DATA'))).toEqual(['error']);
    expect(severities(withUri('"http://pay.shop.ru"'))).toEqual(['warning']);
  });

  it('reports in the order of the text', () => {
    const spans = problemsOf(
      '{ "CODE": 5, "x": 1, "SETTINGS": { "codes": {}, "FORM_DATA": { "METHOD": "PUT" } } }',
    ).map(({ span }) => span.start);
    expect(spans).toEqual([...spans].sort((a, b) => a - b));
  });
});
