/** PHP's way of writing forms. Expected values come from PHP 8.2. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildQuery } from '../../../portal/local/php/build-query.js';
import { decodeJson } from '../../../portal/local/php/json-decode.js';
import { isArray } from '../../../portal/local/php/value.js';

const vectors = JSON.parse(readFileSync(new URL('../../fixtures/php-vectors.json', import.meta.url), 'utf8')) as {
  http_build_query: { in: unknown; out: string }[];
};

function built(json: string): string {
  const value = decodeJson(json);
  return isArray(value) ? buildQuery(value) : '';
}

describe('http_build_query', () => {
  it('has vectors', () => {
    expect(vectors.http_build_query.length).toBeGreaterThan(0);
  });

  it.each(vectors.http_build_query)('vector $out', ({ in: value, out }) => {
    expect(built(JSON.stringify(value))).toBe(out);
  });

  it.each([
    ['nothing', '{}', ''],
    ['only what is not sent', '{"a":null,"b":[],"c":{"d":null}}', ''],
    ['a list in a list', '{"a":[["x"]]}', 'a%5B0%5D%5B0%5D=x'],
    ['letters that are none', '{"a":"\\u00e9\\u00df"}', 'a=%C3%A9%C3%9F'],
  ])('%s', (_, json, expected) => {
    expect(built(json)).toBe(expected);
  });
});
