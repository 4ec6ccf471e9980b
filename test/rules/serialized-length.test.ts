import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serializedLength } from '../../server/rules/serialized-length.js';

interface Vectors {
  readonly serialize_length: readonly { readonly in: unknown; readonly out: number }[];
}

const file = new URL('../fixtures/php-vectors.json', import.meta.url);
const { serialize_length: vectors } = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

describe('serializedLength', () => {
  it.each(vectors)('is what PHP says: $in → $out', ({ in: value, out }) => {
    expect(serializedLength(value)).toBe(out);
    expect(serializedLength(value, Infinity, JSON.stringify(value))).toBe(out);
  });

  it.each(['"a"', '"é"', '"\\u00e9"', '["\\ud83d\\ude00", "\\\\u"]'])(
    'is the same with the text at hand: %s',
    (json) => {
      const value: unknown = JSON.parse(json);
      expect(serializedLength(value, Infinity, json)).toBe(serializedLength(value));
    },
  );

  it.each([
    ['i:0;', 0],
    ['i:-15;', -15],
    ['d:0.1;', 0.1],
    ['d:1.5E+25;', 1.5e25],
    ['d:1.0E+25;', 1e25],
    ['d:1.0E-7;', 1e-7],
    ['b:1;', true],
    ['N;', null],
    ['s:4:"😀";', '😀'],
    ['a:1:{i:5;s:1:"x";}', { 5: 'x' }],
    ['a:1:{s:2:"05";s:1:"x";}', { '05': 'x' }],
    ['a:1:{s:0:"";a:0:{}}', { '': {} }],
  ])('measures %s', (written, value) => {
    expect(serializedLength(value)).toBe(Buffer.byteLength(written));
  });
});
