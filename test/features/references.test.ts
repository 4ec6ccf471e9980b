import { describe, expect, it } from 'vitest';
import { highlights } from '../../server/features/highlight.js';
import { references } from '../../server/features/references.js';
import { marked } from './cursor-marker.js';
import { withRanges } from './range-marks.js';

const found = (source: string, includeDeclaration: boolean): string => {
  const { document, position } = marked(source);
  const places = references(document, position, includeDeclaration);
  return withRanges(
    document,
    places.map(({ range }) => range),
  );
};

/** A manifest that names SUM in all modes; marks as given stand in it. */
const shop = (key: string, field: string): string => `{
  "SETTINGS": {
    "CODES": { ${key}: { "NAME": "SUM", "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "SUM" } }, "sum": {} },
    "IFRAME_DATA": { "FIELDS": { "SUM": { "CODE": ${field} }, "other": { "CODE": "sum" } } },
    "CHECKOUT_DATA": { "FIELDS": { "amount": { "CODE": "SUM" /* again */ }, "ask": { "CODE": { "NAME": "SUM" } } } },
    "FORM_DATA": { "FIELDS": {}, "PARAMS": { "a": "SUM", "b": "sum" } }
  }
}`;

const everywhere = (key: string): string =>
  shop(key, '«"SUM"»').replace('{ "CODE": "SUM" /*', '{ "CODE": «"SUM"» /*').replace('"a": "SUM"', '"a": «"SUM"»');

describe('references', () => {
  it('finds every place that names a code, in every mode, and its key', () => {
    expect(found(shop('"S|UM"', '"SUM"'), true)).toBe(everywhere('«"SUM"»'));
    expect(found(shop('"SUM"', '"SU|M"'), true)).toBe(everywhere('«"SUM"»'));
  });

  it('leaves the key out when it is not asked for', () => {
    expect(found(shop('"S|UM"', '"SUM"'), false)).toBe(everywhere('"SUM"'));
  });

  it('finds the references of a code that CODES does not have', () => {
    const text =
      '{ "SETTINGS": { "CODES": {}, "FORM_DATA": { "FIELDS": { "a": { "CODE": "X" }, "b": { "CODE": "X|" } } } } }';
    expect(found(text, true)).toBe(text.replace('|', '').replaceAll('"X"', '«"X"»'));
  });

  it('finds repeated keys and both spellings of a key with an escape', () => {
    const text = String.raw`{ "SETTINGS": { "CODES": { "A_B": {}, "A\u005fB": {} }, "FORM_DATA": { "PARAMS": { "x": "A|_B" } } } }`;
    const marks = text.replace('|', '').replaceAll(/"A_B"|"A\\u005fB"/g, '«$&»');
    expect(found(text, true)).toBe(marks);
  });

  it('finds nothing at other words', () => {
    for (const text of ['{ "NAME": "S|UM" }', '| ', '{ "SETTINGS": { "CODES": { "A": { "NA|ME": "A" } } } }']) {
      const { document, position } = marked(text);
      expect(references(document, position, true)).toEqual([]);
    }
  });

  it('finds what can be read of broken text', () => {
    const text = `{ "SETTINGS": { "CODES": { "A": { "NAME": }, "B" }, "FORM_DATA": { "FIELDS": { "x": { "CODE": "A" },
      "y": { "CODE": "A|`;
    const marks = text.replace('|', '').replaceAll(/"A"?(?=[: ]|$)/g, '«$&»');
    expect(found(text, true)).toBe(marks);
  });
});

describe('highlights', () => {
  it('tells the key, which is written, from what is read', () => {
    const { document, position } = marked(shop('"SUM"', '"SU|M"'));
    expect(highlights(document, position).map(({ kind, range }) => `${range.start.line}:${kind ?? ''}`)).toEqual([
      '2:3',
      '3:2',
      '4:2',
      '5:2',
    ]);
  });

  it('marks the same places as references', () => {
    const { document, position } = marked(shop('"S|UM"', '"SUM"'));
    const ranges = highlights(document, position).map(({ range }) => range);
    expect(withRanges(document, ranges)).toBe(everywhere('«"SUM"»'));
  });

  it('marks nothing at other words', () => {
    const { document, position } = marked('{ "NAME": "S|UM" }');
    expect(highlights(document, position)).toEqual([]);
  });
});
