import { parseTree, type ParseError } from 'jsonc-parser';
import { describe, expect, it, vi } from 'vitest';
import { endOfString, endsOfStrings, scan } from '../../server/document/scan.js';
import { randomFrom } from './random.js';

/** Whether the text without comments and trailing commas is JSON. */
function isPlainJson(text: string): boolean {
  try {
    JSON.parse(scan(text).plain);
    return true;
  } catch {
    return false;
  }
}

function countErrors(text: string): number {
  const errors: ParseError[] = [];
  parseTree(text, errors, { allowTrailingComma: true });
  return errors.length;
}

describe('scan', () => {
  it('blanks out comments and trailing commas and nothing else', () => {
    const text = '{ // a, "b"\r\n  "u": "http://x /* y */", /* c\n d */ "l": [1, /* e */],\n}';
    const { plain, comments } = scan(text);
    expect(plain).toBe('{          \r\n  "u": "http://x /* y */",     \n      "l": [1         ] \n}');
    expect(comments.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '// a, "b"',
      '/* c\n d */',
      '/* e */',
    ]);
  });

  it('finds what is nested too deep, not what stands in strings and comments', () => {
    const text = '{"a:b": {}, "{{": {"c": [":", "{"]}} // {":": {{{{';
    expect(scan(text, 3).tooDeepAt).toBeUndefined();
    expect(scan(text, 2).tooDeepAt).toBe(text.indexOf('['));
  });

  it('looks once for the end of comments that have none', () => {
    const ends = vi.spyOn(String.prototype, 'indexOf');
    const { comments } = scan('/* '.repeat(1000));
    const searches = ends.mock.calls.length;
    ends.mockRestore();
    expect(comments).toEqual([]);
    expect(searches).toBeLessThan(10);
  });

  it.each(['{,}', '[,]', '[1,,]', '{"a":1,,}', '{"a":,}', '{} /* not closed', '{"a":1} /'])(
    'leaves %s no JSON',
    (text) => {
      expect(isPlainJson(text)).toBe(false);
    },
  );

  it('agrees with the tolerant parser on what is JSON with comments and trailing commas', () => {
    const tokens = [
      '{', '}', '[', ']', ',', ':', '"a"', '1', '-', '01', '1.', '1e5', 'true', 'tru', '//x\n', '/*y*/', '/*', ' ', '\n', '\t',
      '\u00a0', '\f', '"\\u12"', '"\\q"', '"un', '/', '\\', '"\u0001"', '"\u2028"', '+1', "'s'",
    ] as const; // prettier-ignore
    for (let seed = 1; seed <= 20_000; seed++) {
      const random = randomFrom(seed);
      const object = random.chance(0.5);
      const body = Array.from({ length: random.below(8) }, () => random.pick(tokens)).join('');
      const text = object ? `{"a":${body}}` : `[${body}]`;
      expect(isPlainJson(text), text).toBe(countErrors(text) === 0);
    }
  });

  it('stops an unclosed string at the end of its line', () => {
    expect(endOfString('"abc\n"d"', 0)).toBe(4);
    expect(endOfString('"a\\"b" ', 0)).toBe(6);
    expect(endOfString('"abc', 0)).toBe(4);
  });

  it.each(['"a" "b\\"c" "\\\\" "d\n "e"', '"a"\r"b "c\r\n"d"', '"a" "b'])(
    'finds the ends of many strings in %j',
    (text) => {
      const endOf = endsOfStrings(text);
      for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', endOf(at)))
        expect(endOf(at)).toBe(endOfString(text, at));
    },
  );

  it('reads past a byte order mark', () => {
    expect(JSON.parse(scan('\uFEFF{"a": 1,}').plain)).toEqual({ a: 1 });
  });
});
