import { describe, expect, it } from 'vitest';
import { CURRENCIES, isCurrency, SUCCESSORS } from '../../schemas/currencies.js';
import {
  GROUPS,
  INPUT_ATTRIBUTES,
  INPUT_TYPES,
  MODE_NAMES,
  MODES,
  PROVIDERS,
  SYSTEM_FIELDS,
  type Term,
} from '../../schemas/providers.js';
import { isEmpty, member, valueAt } from '../../schemas/record.js';
import { TEMPLATE_URI } from '../../schemas/template-uri.js';
import snippets from '../../snippets/handler-manifest.json' with { type: 'json' };

const tables: Readonly<Record<string, Readonly<Record<string, Term>>>> = {
  GROUPS,
  INPUT_ATTRIBUTES,
  INPUT_TYPES,
  PROVIDERS,
  SYSTEM_FIELDS,
  ...Object.fromEntries(
    Object.entries(PROVIDERS).flatMap(([key, { values }]) => (values ? [[key, values] as const] : [])),
  ),
};

describe('the tables', () => {
  it.each(Object.entries(tables))('%s has a meaning for every name', (_name, terms) => {
    expect(Object.keys(terms).length).toBeGreaterThan(2);
    for (const [name, { meaning, sample }] of Object.entries(terms)) {
      expect(meaning, name).toMatch(/\.$/);
      if (sample !== undefined) expect(sample, name).not.toBe('');
    }
  });

  it('know the address of the templates', () => {
    for (const { body } of Object.values(snippets)) expect(body.join('\n')).toContain(`:${TEMPLATE_URI}}`);
  });

  it('have a sample for every value that a payment is made of', () => {
    for (const key of ['ORDER', 'PAYMENT', 'USER'])
      for (const [name, { sample }] of Object.entries(PROVIDERS[key]?.values ?? {}))
        expect(sample, `${key}.${name}`).toBeDefined();
  });

  it('hold the documented sources and what they give', () => {
    const of = (status: string) => Object.keys(PROVIDERS).filter((key) => PROVIDERS[key]?.status === status);
    expect(of('documented')).toEqual(['VALUE', 'ORDER', 'PAYMENT', 'USER', 'PROPERTY']);
    expect(of('not-implemented')).toEqual(['Y\\N']);
    expect(Object.keys(PROVIDERS).filter((key) => PROVIDERS[key]?.closed)).toEqual(['ORDER', 'PAYMENT', 'USER']);
    expect(Object.keys(PROVIDERS.ORDER?.values ?? {})).toHaveLength(24);
    expect(Object.keys(PROVIDERS.PAYMENT?.values ?? {})).toHaveLength(18);
    expect(Object.keys(PROVIDERS.USER?.values ?? {})).toHaveLength(39);
  });

  it('draw nothing but STRING and Y/N', () => {
    expect(Object.keys(INPUT_TYPES).filter((type) => INPUT_TYPES[type]?.drawn)).toEqual(['STRING', 'Y/N']);
    expect(Object.keys(INPUT_TYPES).filter((type) => INPUT_TYPES[type]?.documented)).toEqual(['STRING', 'Y/N', 'ENUM']);
  });

  it('look for modes in the order of a portal', () => {
    expect(MODES).toEqual(['IFRAME_DATA', 'CHECKOUT_DATA', 'FORM_DATA']);
    expect(MODES.map((mode) => MODE_NAMES[mode])).toEqual(['IFrame', 'Checkout', 'Form']);
  });
});

describe('currencies', () => {
  it('are codes of three capitals, each once', () => {
    expect([...SUCCESSORS].filter(([old, now]) => isCurrency(old) || !CURRENCIES.includes(now))).toEqual([]);
    expect(CURRENCIES.every((code) => /^[A-Z]{3}$/.test(code) && isCurrency(code))).toBe(true);
    expect(new Set(CURRENCIES).size).toBe(CURRENCIES.length);
    expect(CURRENCIES.length).toBeGreaterThan(145);
  });

  it.each(['RUR', 'BYR', 'HRK', 'usd', '', 'constructor'])('are not %s', (code) => {
    expect(isCurrency(code)).toBe(false);
  });
});

describe('record', () => {
  it.each([
    [true, undefined],
    [true, null],
    [true, false],
    [true, 0],
    [true, ''],
    [true, '0'],
    [true, []],
    [true, {}],
    [false, 'a'],
    [false, ' '],
    [false, 1],
    [false, [0]],
    [false, { a: 1 }],
    [false, true],
    [false, '00'],
  ])('isEmpty is %s for %j, as in PHP', (empty, value) => {
    // prettier-ignore
    expect(isEmpty(value)).toBe(empty);
  });

  it('reads members of its own only', () => {
    expect(member({ a: 1 }, 'a')).toBe(1);
    expect(member({ a: 1 }, 'toString')).toBeUndefined();
    expect(member([1], '0')).toBeUndefined();
    expect(valueAt({ a: [{ b: 5 }] }, ['a', 0, 'b'])).toBe(5);
    expect(valueAt({ a: 1 }, ['a', 'b'])).toBeUndefined();
  });
});
