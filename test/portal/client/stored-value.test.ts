import { describe, expect, it } from 'vitest';
import { differences } from '../../../portal/client/stored-value.js';
import type { HandlerParameters } from '../../../schemas/manifest.js';

const stored = (SETTINGS: unknown, rest: object = {}) => ({
  ID: 1,
  NAME: 'N',
  CODE: 'c',
  SORT: 100,
  SETTINGS,
  ...rest,
});
const sent = (SETTINGS: Record<string, unknown>, rest: object = {}): HandlerParameters => ({
  NAME: 'N',
  CODE: 'c',
  SETTINGS,
  ...rest,
});

describe('differences', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['an empty object that came back as a list', { CODES: {} }, { CODES: [] }],
    ['all of SETTINGS empty', {}, []],
    ['an object with the keys 0, 1, 2 that came back as a list', { O: { 0: 'a', 1: 'b' } }, { O: ['a', 'b'] }],
    ['a list that came back as an object', { O: ['a', 'b'] }, { O: { 0: 'a', 1: 'b' } }],
    ['another order of keys', { A: 1, B: 2 }, { B: 2, A: 1 }],
    ['null', { A: null }, { A: null }],
    [
      'a key named __proto__',
      JSON.parse('{"__proto__":{"a":1}}') as Record<string, unknown>,
      JSON.parse('{"__proto__":{"a":1}}'),
    ],
  ])('takes %s for the same', (_, one, other) => {
    expect(differences(sent(one), stored(other))).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, unknown, string[]]>([
    ['another text', { A: { B: 'x' } }, { A: { B: 'y' } }, ['SETTINGS.A.B']],
    ['another type', { A: 1 }, { A: '1' }, ['SETTINGS.A']],
    ['a missing key', { A: 1, B: 2 }, { A: 1 }, ['SETTINGS.B']],
    ['a key too many', { A: 1 }, { A: 1, B: null }, ['SETTINGS.B']],
    ['another order of a list', { A: ['x', 'y'] }, { A: ['y', 'x'] }, ['SETTINGS.A.0', 'SETTINGS.A.1']],
    ['null for an empty list', { A: [] }, { A: null }, ['SETTINGS.A']],
    ['settings that could not be read any more', { A: 1 }, false, ['SETTINGS']],
  ])('names the place of %s', (_, one, other, places) => {
    expect(differences(sent(one), stored(other))).toEqual(places);
  });

  it('compares name, code and sort', () => {
    const other = stored({}, { NAME: 'M', CODE: 'C', SORT: 5 });
    expect(differences(sent({}, { SORT: 6 }), other)).toEqual(['NAME', 'CODE', 'SORT']);
  });

  it.each<[number | string | null | undefined, number]>([
    [undefined, 7],
    [null, 7],
    ['100', 100],
    [' 12.9 ', 12],
    [0, 0],
    // Portals before 2026 take 0 for "not given".
    [0, 100],
  ])('takes SORT %j for the stored %i', (SORT, kept) => {
    expect(differences(sent({}, { SORT }), stored({}, { SORT: kept }))).toEqual([]);
  });
});
