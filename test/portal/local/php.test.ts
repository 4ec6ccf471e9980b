/** PHP's way with values. Expected values come from PHP 8.2. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isEmpty, toInt, toText } from '../../../portal/local/php/cast.js';
import { decodeJson, decodeJsonBytes } from '../../../portal/local/php/json-decode.js';
import { encodeJson } from '../../../portal/local/php/json-encode.js';
import { PhpJsonError } from '../../../portal/local/php/json-error.js';
import { collectVariables, parseStr } from '../../../portal/local/php/parse-str.js';
import type { PhpArray, PhpValue } from '../../../portal/local/php/value.js';

const vectors = JSON.parse(readFileSync(new URL('../../fixtures/php-vectors.json', import.meta.url), 'utf8')) as {
  parse_str: { in: string; out: unknown }[];
};

/** Through JSON, as PHP would print it. */
const printed = (value: PhpValue) => encodeJson(value);

describe('parse_str', () => {
  it.each(vectors.parse_str)('vector $in', ({ in: text, out }) => {
    expect(JSON.parse(printed(parseStr(text)))).toEqual(out);
  });

  it.each([
    ['a[b][c=1', '{"a":{"b":"1"}}'],
    ['a[c.d e=1', '{"a_c_d_e":"1"}'],
    ['a[ ]=1&a[ b]=2', '{"a":{"0":"1"," b":"2"}}'],
    ['[a]=1', '[]'],
    ['.a= 1', '{"_a":" 1"}'],
    [' a=1', '{"a":"1"}'],
    ['a[]=1&a[5]=2&a[]=3', '{"a":{"0":"1","5":"2","6":"3"}}'],
    ['a[-3]=x&a[]=y', '{"a":{"-3":"x","-2":"y"}}'],
    ['a=1&a[b]=2', '{"a":{"b":"2"}}'],
    ['a[b]=1&a=2', '{"a":"2"}'],
    ['a[b]c[d]=1', '{"a":{"b":"1"}}'],
    ['=1', '[]'],
    ['&&a', '{"a":""}'],
    ['a%00b=1', '{"a":"1"}'],
    ['a[b%00c]=1', '{"a_b":"1"}'],
    ['a%5Bb%5D=1', '{"a":{"b":"1"}}'],
    ['a[01]=1&a[1]=2&a[]=3', '{"a":{"01":"1","1":"2","2":"3"}}'],
    ['%zz=%4', '{"%zz":"%4"}'],
    ['a]=1', '{"a]":"1"}'],
    ['a[[b]]=1', '{"a":{"[b":"1"}}'],
    ['a[][]=1&a[][]=2', '{"a":[["1"],["2"]]}'],
    ['a[9223372036854775807]=1&a[]=2', '{"a":{"9223372036854775807":"1"}}'],
    ['a=b=c', '{"a":"b=c"}'],
    ['x[a.b]=1', '{"x":{"a.b":"1"}}'],
  ])('%s', (text, expected) => {
    expect(printed(parseStr(text))).toBe(expected);
  });

  it('keeps the order of keys that look like numbers', () => {
    expect(printed(parseStr('a[b]=1&a[0]=2'))).toBe('{"a":{"b":"1","0":"2"}}');
  });

  it('drops a variable with more than 64 brackets', () => {
    expect(printed(parseStr(`a=1&a${'[x]'.repeat(65)}=1&b=2`))).toBe('{"b":"2"}');
    expect(printed(parseStr(`a${'[x]'.repeat(64)}=1`))).toContain('"x"');
  });

  it('reads a hundred thousand list items in no time', () => {
    const list = collectVariables(Array.from({ length: 100_000 }, () => ['a[]', 'x'] as const)).get('a');
    expect(list).toHaveProperty('size', 100_000);
  });
});

describe('json_decode and json_encode', () => {
  it.each([
    ['{"b":1,"0":2}', '{"b":1,"0":2}'],
    ['{"1":"b","0":"a"}', '{"1":"b","0":"a"}'],
    ['{"0":"a","1":"b"}', '["a","b"]'],
    ['{}', '[]'],
    ['{"a":{}}', '{"a":[]}'],
    ['{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
    ['{"\\u0061":1,"a":2}', '{"a":2}'],
    ['9223372036854775807', '9223372036854775807'],
    ['9223372036854775808', '9.223372036854776e+18'],
    ['-9223372036854775808', '-9223372036854775808'],
    ['-0', '0'],
    ['-0.0', '-0'],
    ['1.0', '1'],
    ['1e5', '100000'],
    ['1e25', '1.0e+25'],
    ['1e-5', '1.0e-5'],
    ['0.0001', '0.0001'],
    ['0.30000000000000004', '0.30000000000000004'],
    [' "\\ud83d\\ude00" ', '"😀"'],
    ['"\\/é\u2028\\u007f\\u001f\\b\\f\\n\\r\\t\\\\"', '"\\/é\\u2028\u007f\\u001f\\b\\f\\n\\r\\t\\\\"'],
    [`"<>&'\\""`, '"\\u003C\\u003E\\u0026\\u0027\\u0022"'],
  ])('%s', (text, expected) => {
    expect(printed(decodeJson(text))).toBe(expected);
  });

  it.each([
    '',
    '[1,]',
    '{"a":1,}',
    '{"a":01}',
    '1.',
    '.1',
    '1e',
    '-',
    'nul',
    'TRUE',
    "'a'",
    '[1] x',
    '1 2',
    '\f1',
    '//c\n1',
  ])('refuses %j', (text) => {
    expect(() => decodeJson(text)).toThrow(PhpJsonError);
  });

  it.each(['"\\ud800"', '"\\ud83d\\u0041"', '"\\x"', '"\\u12"', '"\t"', '"a', '\ufeff{}', '{a:1}', '{"a" 1}'])(
    'refuses %j',
    (text) => {
      expect(() => decodeJson(text)).toThrow(PhpJsonError);
    },
  );

  it('refuses bytes that are not UTF-8', () => {
    expect(() => decodeJsonBytes(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(PhpJsonError);
  });

  it('reads the letters of every language from bytes, and counts places in them as text', () => {
    const text = String.raw`{"Ключ":"Ы \u00e9 😀","Ключ":[1,{"a":null}],"b":"c"}`;
    const value = decodeJsonBytes(Buffer.from(text));
    expect(encodeJson(value)).toBe(encodeJson(decodeJson(text)));
    expect([...(value as PhpArray).keys()]).toEqual(['Ключ', 'b']);
    expect(() => decodeJsonBytes(Buffer.from('{"Ключ": x}'))).toThrow(expect.objectContaining({ at: 9 }));
  });

  it('limits the nesting', () => {
    expect(decodeJson('['.repeat(511) + ']'.repeat(511))).toHaveProperty('size', 1);
    expect(() => decodeJson('['.repeat(512) + ']'.repeat(512))).toThrow(PhpJsonError);
    expect(() => decodeJson('['.repeat(200_000))).toThrow(PhpJsonError);
  });

  it('has no word for infinity, unless it is to be read back by us', () => {
    expect(() => encodeJson(decodeJson('1e400'))).toThrow(PhpJsonError);
    expect(encodeJson(decodeJson('[1e400,-1e400]'), 'keep')).toBe('[1e999,-1e999]');
  });
});

describe('casts', () => {
  it.each<[PhpValue, bigint]>([
    [null, 0n],
    [true, 1n],
    [1.9, 1n],
    [-1.9, -1n],
    [Infinity, 0n],
    [1e20, 7766279631452241920n],
    ['12x', 12n],
    [' 12', 12n],
    ['1e3', 1000n],
    ['-.5e1', -5n],
    ['+7', 7n],
    ['0x1A', 0n],
    ['x', 0n],
    ['--3', 0n],
    ['9999999999999999999', 9223372036854775807n],
    ['-1e30', -9223372036854775808n],
    ['1e1000', 0n],
    [new Map(), 0n],
    [new Map([['0', null]]), 1n],
  ])('(int) %s is %s', (value, expected) => {
    expect(toInt(value)).toBe(expected);
  });

  it.each<[PhpValue, string]>([
    [null, ''],
    [false, ''],
    [true, '1'],
    [5n, '5'],
    [1.5, '1.5'],
    [100, '100'],
    [0.1 + 0.2, '0.3'],
    [1e15, '1.0E+15'],
    [1e-5, '1.0E-5'],
    [-9298542410616250, '-9.2985424106162E+15'],
    [12345678901234.56, '12345678901235'],
    [-0, '-0'],
    [Infinity, 'INF'],
    [new Map(), 'Array'],
  ])('(string) %s is %s', (value, expected) => {
    expect(toText(value)).toBe(expected);
  });

  it('calls these empty, and nothing else', () => {
    expect([null, undefined, false, 0n, 0, -0, '', '0', new Map()].filter((value) => !isEmpty(value))).toEqual([]);
    expect([true, 1n, 0.1, NaN, ' ', '0.0', '00', new Map([['0', null]])].filter(isEmpty)).toEqual([]);
  });
});
