import { describe, expect, it } from 'vitest';
import { handlerParameters } from '../../server/document/parameters.js';
import { isManifestName } from '../../server/document/manifest-name.js';
import { parseManifest } from '../../server/document/parse.js';
import { randomFrom } from './random.js';
import { randomStyle, randomValue, written } from './random-json.js';

const kinds = (text: string): string[] => parseManifest(text).syntaxProblems.map(({ kind }) => kind);

describe('parseManifest', () => {
  it('reads the value of random JSON in any formatting; the last of equal keys wins', () => {
    for (let seed = 1000; seed <= 1300; seed++) {
      const random = randomFrom(seed);
      const value = randomValue(random);
      const text = written(value, random, randomStyle(random));
      expect(parseManifest(text).value, text).toEqual(JSON.parse(JSON.stringify(value)));
    }
  });

  it('takes comments, trailing commas, a byte order mark and any line ends', () => {
    for (const text of [
      '\uFEFF{"NAME": "a"}',
      '{"NAME": "a",}',
      '{\r\n// c\r\n"NAME": "a" /* d */\r\n}\r\n',
      '\t{"NAME":\r"a"}',
    ]) {
      expect(parseManifest(text)).toMatchObject({ syntaxProblems: [], value: { NAME: 'a' } });
    }
  });

  it('gives what can be read of broken text', () => {
    expect(parseManifest('{"NAME": "a", "SETTINGS": {"CODES": {"A": {"NAME": "x"').value).toEqual({
      NAME: 'a',
      SETTINGS: { CODES: { A: { NAME: 'x' } } },
    });
    expect(parseManifest('{"NAME": "a", "CO').value).toEqual({ NAME: 'a' });
    expect(parseManifest('').value).toBeUndefined();
  });

  it('names what is wrong with the text', () => {
    expect(kinds('{"NAME": "a"')).toEqual(['CloseBraceExpected']);
    expect(kinds('{"NAME": "a"} 1')).toEqual(['EndOfFileExpected']);
    expect(kinds('')).toEqual(['ValueExpected']);
    expect(kinds('{"a": [1}')).not.toEqual([]);
  });

  it('places no mistake behind the end of the text', () => {
    for (const text of ['{}/*', '{ /*', '{ "a": "', '{ "a', '{ "a": 1', '"\\']) {
      for (const { span } of parseManifest(text).syntaxProblems) expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('never throws, whatever the bytes', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = randomFrom(seed);
      const text = Array.from({ length: random.below(60) }, () =>
        random.pick([
          '{',
          '}',
          '[',
          ']',
          '"',
          ':',
          ',',
          '\\',
          'u',
          '\0',
          '\ud800',
          '/',
          '*',
          '\n',
          'NAME',
          '1',
          '\uFEFF',
          '😀',
        ]),
      ).join('');
      const document = parseManifest(text);
      document.locate([['NAME'], ['a', 'b', 0]]);
      expect(document.comments.every(({ span }) => span.end > span.start)).toBe(true);
    }
  });

  it.each([
    ['objects', '{"a":'.repeat(100_000)],
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('gives up on %s nested too deep instead of overflowing', (_what, text) => {
    const document = parseManifest(text);
    expect(document.syntaxProblems.map(({ kind }) => kind)).toEqual(['TooDeep']);
    expect(document.tree).toBeUndefined();
    expect(document.locate([['a']])).toEqual([undefined]);
  });

  it('points at the bracket that goes too deep', () => {
    const flat = '"a": {}, '.repeat(600);
    const text = `{${flat}"deep": ${'['.repeat(600)}${']'.repeat(600)}}`;
    const start = text.indexOf('[') + 499;
    expect(parseManifest(text).syntaxProblems).toEqual([{ kind: 'TooDeep', span: { start, end: start + 1 } }]);
  });

  it('reads parameters whatever their letter case, and knows how they are written', () => {
    const document = parseManifest('{"name": "a", "Settings": {"codes": {}}, "fields": 1}');
    expect(document.manifest).toEqual({ NAME: 'a', SETTINGS: { codes: {} }, fields: 1 });
    expect(document.value).toEqual({ name: 'a', Settings: { codes: {} }, fields: 1 });
    expect(document.writtenPath(['SETTINGS', 'codes'])).toEqual(['Settings', 'codes']);
    expect(document.writtenPath(['SORT'])).toEqual(['SORT']);
  });

  it.each([
    ['{"name": "a", "NAME": "b"}', 'NAME'],
    ['{"NAME": "a", "name": "b"}', 'name'],
    ['{"NAME": "a", "Name": "c", "name": "b"}', 'name'],
  ])('takes the last of parameters that differ in case: %s', (text, key) => {
    const document = parseManifest(text);
    expect(document.manifest).toEqual({ NAME: 'b' });
    expect(document.writtenPath(['NAME'])).toEqual([key]);
  });

  it.each([
    ['{"a": {"b": 1, "b": 2}}', true],
    ['{"a": ["x", {"b": "b", "b": "b"}]}', true],
    ['{"a\\\\": {"b\\"": 1, "b\\u0022": 2}} // "a"', true],
    ['{"a\\\\": {"b\\"": 1, "b\\\\\\"": "\\\\"}} // "a": "', false],
    ['{"a": {"b": {"b": "b"}}, "b": ["b", "b",],}', false],
    ['{"a": 1, "a": 2', false],
  ])('knows whether keys repeat in %s', (text, repeated) => {
    expect(parseManifest(text).hasRepeatedKeys).toBe(repeated);
  });
});

describe('isIntact', () => {
  const intact = (text: string, path: string[]): boolean => {
    const document = parseManifest(text);
    const place = document.locate([path])[0];
    if (!place) throw new Error(`nothing at ${path.join('.')}`);
    return document.isIntact(place.value);
  };

  it('is what closes and has no mistake inside', () => {
    const text = '{"A": {"x": 1}, "B": {"y": 1 "z": 2}, "C": {"q": [1';
    expect(intact(text, ['A'])).toBe(true);
    expect(intact(text, ['B'])).toBe(false);
    expect(intact(text, ['C'])).toBe(false);
    expect(intact(text, [])).toBe(false);
  });

  it('is not an object that a stray brace may have closed too early', () => {
    const text = '{"A": {"x": 1}, "S": {"y": {"z": 1}}}, "CODES": {}}';
    expect(intact(text, ['A'])).toBe(true);
    expect(intact(text, ['S'])).toBe(false);
    expect(intact(text, [])).toBe(false);
  });

  it('is an object before another one, which is no member of it', () => {
    expect(intact('{"A": {"x": 1}}\n{"B": 2}', ['A'])).toBe(true);
  });
});

describe('handlerParameters', () => {
  it('sends the four parameters of a portal and nothing else', () => {
    const text = '{"$schema": "x", "name": "n", "CODE": "c", "sort": "5", "extra": 1, "Settings": {"CODES": []}}';
    expect(handlerParameters(parseManifest(text))).toEqual({
      NAME: 'n',
      CODE: 'c',
      SORT: '5',
      SETTINGS: { CODES: [] },
    });
    expect(handlerParameters(parseManifest('{"NAME": "n", "SORT": null}'))).toEqual({
      NAME: 'n',
      CODE: '',
      SETTINGS: {},
    });
  });
});

describe('isManifestName', () => {
  it.each([
    'shop.b24pay.json',
    '/a/b/shop.b24pay.json',
    'file:///c%3A/x/shop.b24pay.json',
    'C:\\x\\bitrix24-payment-handler.json',
    'git:/a/shop.b24pay.json?%7B%7D',
    '/a/shop#1.b24pay.json',
    'C:\\x\\why?#.b24pay.json',
  ])('takes %s', (name) => {
    expect(isManifestName(name)).toBe(true);
  });
  it.each([
    '.b24pay.json',
    'shop.json',
    'shop.b24pay.json.bak',
    'bitrix24-payment-handler.jsonc',
    'shop.b24pay.json/readme',
    'file:///a/x?name=shop.b24pay.json',
  ])('leaves %s alone', (name) => {
    expect(isManifestName(name)).toBe(false);
  });
});
