import { describe, expect, it } from 'vitest';
import { documentLinks } from '../../server/features/links.js';
import { manifest, withRanges } from './range-marks.js';

const targets = (text: string): (string | undefined)[] => documentLinks(manifest(text)).map(({ target }) => target);

describe('documentLinks', () => {
  it('finds addresses in every value, between the quotes', () => {
    const text = `{
  "$schema": "https://host.test/manifest.schema.json", // not "https://comment.test/"
  "NAME": "https://",
  "https://key.test/": 1,
  "SETTINGS": {
    "CODES": { "A": { "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "HTTP://Cdn.test:8080/a b?c=d#e" } } },
    "FORM_DATA": { "ACTION_URI": "https://pay.test/pay", "list": ["http://127.0.0.1/"] }
  }
}`;
    const document = manifest(text);
    const links = documentLinks(document);
    expect(
      withRanges(
        document,
        links.map(({ range }) => range),
      ),
    ).toBe(
      text.replaceAll(
        /(?<=")(https:\/\/host\.test\/manifest\.schema\.json|HTTP[^"]*|https:\/\/pay\.test\/pay|http:\/\/127\.0\.0\.1\/)/g,
        '«$1»',
      ),
    );
    expect(links.map(({ target }) => target)).toEqual([
      'https://host.test/manifest.schema.json',
      'http://cdn.test:8080/a%20b?c=d#e',
      'https://pay.test/pay',
      'http://127.0.0.1/',
    ]);
  });

  it('reads escapes', () => {
    expect(targets(String.raw`["https:\/\/pay.test\/\u0061"]`)).toEqual(['https://pay.test/a']);
  });

  it.each([
    'ftp://a.test',
    'javascript:alert(1)',
    '/pay',
    'pay.test',
    'see https://a.test',
    'https://${HOST}/pay',
    'https://{{host}}/',
  ])('passes over %s', (value) => {
    expect(targets(JSON.stringify([value, 'https:']))).toEqual([]);
  });

  it('works in half-typed text', () => {
    expect(targets('{ "SETTINGS": { "FORM_DATA": { "ACTION_URI": "https://pay.test/x')).toEqual(['https://pay.test/x']);
    expect(targets('{ "ACTION_URI": "https://pay.test/", ]] "b"')).toEqual(['https://pay.test/']);
    expect(targets('')).toEqual([]);
  });
});
