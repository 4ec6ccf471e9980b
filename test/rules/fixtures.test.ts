import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../schemas/record.js';
import { countsOf, problemsOf } from './marked.js';

const folder = new URL('../fixtures/manifests/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

const parsed: unknown = JSON.parse(read('expected.json'));
const expected = isObject(parsed) ? parsed : {};

describe('the real manifests', () => {
  it('have an expectation each', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.b24pay.json'));
    expect(files.map((name) => name.replace('.b24pay.json', '')).sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(Object.keys(expected))('%s has the problems that it is known for', (name) => {
    const counts = countsOf(read(`${name}.b24pay.json`));
    const known = isObject(expected[name]) ? expected[name] : {};
    expect(Object.keys(known).length).toBeGreaterThan(0);
    for (const [code, count] of Object.entries(known)) expect(counts[code] ?? 0, code).toBe(count);
  });

  it.each([
    ['docs-form', { 'insecure-action-uri': 1 }],
    ['docs-checkout', { 'insecure-action-uri': 1 }],
    ['docs-iframe', {}],
    ['docs-update-fields', { 'insecure-action-uri': 1 }],
    ['docs-list-row', { 'insecure-action-uri': 1 }],
    ['wild-checkout-no-fields', {}],
    ['wild-checkout-secret', {}],
    ['wild-form-params', {}],
    ['wild-form-currency-object', {}],
    ['wild-checkout-broken-defaults', {}],
    ['sdk-form', {}],
    ['sdk-form-undefined-code', {}],
  ])('%s has no others', (name, others) => {
    const known = isObject(expected[name]) ? Object.entries(expected[name]).filter(([, count]) => count !== 0) : [];
    expect(countsOf(read(`${name}.b24pay.json`))).toEqual({ ...Object.fromEntries(known), ...others });
  });

  it('only a frame that an https page does not show, an unknown source and an undefined code are errors', () => {
    const errors = Object.keys(expected).flatMap((name) =>
      problemsOf(read(`${name}.b24pay.json`))
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => `${name} ${code}`),
    );
    expect(errors).toEqual([
      'docs-iframe insecure-action-uri',
      'wild-checkout-broken-defaults unknown-provider',
      'sdk-form-undefined-code undefined-code',
    ]);
  });
});
