/** JSON in bytes: the same as the text, whatever is remembered. */
import { describe, expect, it } from 'vitest';
import { arrayOf, listOf } from '../../../portal/local/php/arrays.js';
import { encodeJsonBytes, encodeJsonPieces, lasting } from '../../../portal/local/php/json-bytes.js';
import { decodeJson } from '../../../portal/local/php/json-decode.js';
import { encodeJson } from '../../../portal/local/php/json-encode.js';
import { PhpJsonError } from '../../../portal/local/php/json-error.js';
import type { PhpValue } from '../../../portal/local/php/value.js';
import { control, handler, post, send, start } from './portal.js';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

describe('encodeJsonBytes', () => {
  it.each([
    '{}',
    '[]',
    'null',
    '"я\u2028<😀>\\"/\\\\"',
    '{"b":1,"0":[1.5,true,null,{}],"a":{"x":"\'&\\u0007"}}',
    '[{"a":1},{"b":[[]]}]',
    '{"0":"a","1":"b"}',
  ])('says the same of %s, remembered or not', (document) => {
    const value = decodeJson(document);
    const expected = encodeJson(value);
    expect(text(encodeJsonBytes(value))).toBe(expected);
    lasting(value);
    const around = listOf([value, 'ё', value]);
    for (let time = 1; time <= 2; time += 1) {
      expect(text(encodeJsonBytes(value))).toBe(expected);
      expect(text(encodeJsonBytes(around))).toBe(`[${expected},"ё",${expected}]`);
    }
  });

  it('remembers lasting arrays inside lasting ones', () => {
    const inner = lasting(arrayOf({ a: 1n }));
    const outer = lasting(listOf([inner, inner]));
    expect(text(encodeJsonBytes(outer))).toBe('[{"a":1},{"a":1}]');
    expect(encodeJsonPieces(outer)).toEqual([encodeJsonBytes(outer)]);
  });

  it('refuses an infinite float, whether or not it was kept before', () => {
    const value: PhpValue = lasting(arrayOf({ a: lasting(arrayOf({ b: Infinity, c: -Infinity })) }));
    const kept = '{"a":{"b":1e999,"c":-1e999}}';
    expect(() => encodeJsonBytes(value)).toThrow(PhpJsonError);
    expect(text(encodeJsonBytes(value, 'keep'))).toBe(kept);
    expect(() => encodeJsonBytes(value)).toThrow(PhpJsonError);
    expect(text(encodeJsonBytes(value, 'keep'))).toBe(kept);
  });

  it('leaves scalars alone', () => {
    expect(lasting('text')).toBe('text');
    expect(text(encodeJsonBytes(lasting(5n)))).toBe('5');
  });
});

describe('encodeJsonPieces', () => {
  it('hands on what is large and remembered without copying it', () => {
    const large = lasting(listOf(Array.from({ length: 10_000 }, (_, index) => `item ${index}`)));
    const value = arrayOf({ before: 1n, large, after: 2n });
    const [first, second] = [encodeJsonPieces(value), encodeJsonPieces(value)];
    expect(Buffer.concat(first).toString()).toBe(encodeJson(value));
    expect(first).toHaveLength(3);
    expect(second[1]).toBe(first[1]);
  });
});

describe('a large answer', () => {
  it('comes whole, and new after a change', async () => {
    const portal = await start();
    const handlers = Array.from({ length: 1500 }, (_, index) => ({ ID: index + 1, ...handler(`код ${index}`) }));
    await control(portal, { handlers });
    const list = () => send(`${portal.webhook}/sale.paysystem.handler.list`);
    const first = await list();
    expect(first.headers.get('content-length')).toBe(String(Buffer.byteLength(first.text)));
    expect((first.body as { result: unknown[] }).result).toHaveLength(1500);
    expect((await list()).text.split('"time"')[0]).toBe(first.text.split('"time"')[0]);

    await post(`${portal.webhook}/sale.paysystem.handler.update`, { ID: 700, FIELDS: { SETTINGS: { new: 1 } } });
    const { result } = (await list()).body as { result: { ID: number; SETTINGS: unknown }[] };
    expect(result[699]).toMatchObject({ ID: 700, SETTINGS: { new: 1 } });
    expect(result[698]).toMatchObject({ SETTINGS: { FORM_DATA: {} } });
  });
});
