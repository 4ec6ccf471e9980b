/** Arrays of few entries behave as the Map that they stand for. */
import { describe, expect, it } from 'vitest';
import { Shapes } from '../../../portal/local/php/small-array.js';
import type { PhpValue } from '../../../portal/local/php/value.js';

const lists = [
  [],
  ['a'],
  ['a', 'b'],
  ['b', 'a'],
  ['a', 'b', 'a'],
  ['0', '1', '2'],
  ['a,b', ''],
  Array.from({ length: 30 }, (_, n) => `k${n}`),
];
const valuesFor = (keys: readonly string[]): PhpValue[] => keys.map((_, index) => (index === 1 ? null : BigInt(index)));

describe('a compact array', () => {
  it.each(lists.map((keys) => [keys]))('with the keys %j', (keys) => {
    const shapes = new Shapes();
    for (let round = 0; round < 2; round++) {
      const values = valuesFor(keys);
      const map = new Map(keys.map((key, index) => [key, values[index] ?? null]));
      const array = shapes.compact(keys, values);
      expect([...array]).toEqual([...map]);
      expect([...array.keys()]).toEqual([...map.keys()]);
      expect([...array.values()]).toEqual([...map.values()]);
      expect(array.size).toBe(map.size);
      for (const key of [...keys, 'missing', 'toString']) {
        expect(array.get(key)).toBe(map.get(key));
        expect(array.has(key)).toBe(map.has(key));
      }
      const visited: unknown[] = [];
      array.forEach((value, key, whole) => visited.push([key, value, whole === array]));
      expect(visited).toEqual([...map].map(([key, value]) => [key, value, true]));
    }
  });

  it('stays one when there are more lists of keys than are remembered', () => {
    const shapes = new Shapes();
    for (let n = 0; n < 3000; n++)
      expect([...shapes.compact([`k${n}`, 'x'], [1n, 2n])]).toEqual([
        [`k${n}`, 1n],
        ['x', 2n],
      ]);
  });
});
