import { describe, expect, it } from 'vitest';
import { keysBetween } from '../../server/document/same-keys.js';

/** The keys of the line marked with ▸. */
const keys = (marked: string) => {
  const start = marked.indexOf('▸');
  const text = marked.replace('▸', '');
  const end = text.indexOf('\n', start);
  return keysBetween(text, start, end < 0 ? text.length : end + 1);
};

describe('keysBetween', () => {
  it.each([
    ['{\n▸  "a": "b",\n  "c": 1\n}', '"a":'],
    ['{\n▸  "a": "b",  "c" : 1, "d": ["x", {"y": "{"}]\n}', '"a":"c" :"d":[{"y":}]}'],
    ['{\n▸  "a\\"": "b\\\\", "c": 1\n}', '"a\\"":"c":}'],
    ['{ "a":\n▸  "b"\n, "c": 1 }', ''],
    ['{\n▸  "a"\n\n\n  : "b" }', '"a"\n\n\n  :'],
    ['▸{"a": "b"}', '{"a":}'],
  ])('of %s', (text, expected) => {
    expect(keys(text)).toBe(expected);
  });

  it('gives up on a long line', () => {
    expect(keys(`▸{"a": "${'b'.repeat(3000)}"}`)).toBeUndefined();
  });
});
