import { parseTree, type Node } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import type { Path } from '../../server/document/manifest-document.js';
import { nodeInTree } from '../../server/document/locate.js';
import { parseManifest } from '../../server/document/parse.js';
import { randomFrom } from './random.js';
import { randomStyle, randomValue, written } from './random-json.js';

interface Expected {
  readonly path: Path;
  readonly value: string;
  readonly key: string | undefined;
}

const textOf = (text: string, { offset, length }: Node): string => `${offset}:${text.slice(offset, offset + length)}`;

/** Every place of the tree; of equal keys only the last. */
function placesOf(text: string, node: Node, path: Path, key?: Node): Expected[] {
  const own = { path, value: textOf(text, node), key: key && textOf(text, key) };
  const children = node.children ?? [];
  if (node.type === 'array') return [own, ...children.flatMap((child, i) => placesOf(text, child, [...path, i]))];
  const last = new Map(children.map((property) => [property.children?.[0]?.value as unknown, property.children ?? []]));
  return [
    own,
    ...[...last].flatMap(([name, [keyNode, value]]) =>
      value && keyNode ? placesOf(text, value, [...path, String(name)], keyNode) : [],
    ),
  ];
}

describe('locate', () => {
  it('finds every place of random JSON where the tree has it, in any formatting', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const random = randomFrom(seed);
      const value = randomValue(random);
      const text = written(value, random, randomStyle(random));
      const document = parseManifest(text);
      expect(document.syntaxProblems, text).toEqual([]);
      const tree = parseTree(text, [], { allowTrailingComma: true });
      if (!tree) throw new Error(`no tree of ${text}`);
      const expected = placesOf(text, tree, []);
      const places = document.locate(expected.map(({ path }) => path));
      const found = places.map((place, i) => ({
        path: expected[i]?.path,
        value: place && `${place.value.start}:${text.slice(place.value.start, place.value.end)}`,
        key: place?.key && `${place.key.start}:${text.slice(place.key.start, place.key.end)}`,
      }));
      expect(found, `seed ${seed}`).toEqual(expected);
      for (const { path, value: own } of expected) {
        const node = nodeInTree(tree, path);
        expect(node && textOf(text, node), `seed ${seed} ${path.join('.')}`).toBe(own);
      }
    }
  });

  it('finds nothing where there is nothing', () => {
    const document = parseManifest('{"A": {"B": [1]}, "C": "text"}');
    expect(
      document.locate([
        ['X'],
        ['A', 'X'],
        ['A', 'B', 1],
        ['C', 'X'],
        ['A', 'B', 0, 'X'],
        ['toString'],
        ['C', 'length'],
      ]),
    ).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  it('forgets what an earlier key of the same name held', () => {
    for (const text of ['{"A": {"x": 1}, "A": {"y": 2}}', '{"A": {"x": 1}, "A": {"y": 2}, "Z": }']) {
      const document = parseManifest(text);
      const [x, y] = document.locate([
        ['A', 'x'],
        ['A', 'y'],
      ]);
      expect(x).toBeUndefined();
      expect(y && text.slice(y.value.start, y.value.end)).toBe('2');
    }
  });

  it('finds the parts of broken text that could be read', () => {
    const text = '{"NAME": "a", "SETTINGS": {"CODES": {"A": {"NAME": "x"}, "B": ';
    const [name, code, b] = parseManifest(text).locate([
      ['NAME'],
      ['SETTINGS', 'CODES', 'A', 'NAME'],
      ['SETTINGS', 'CODES', 'B'],
    ]);
    expect(name && text.slice(name.value.start, name.value.end)).toBe('"a"');
    expect(code && text.slice(code.value.start, code.value.end)).toBe('"x"');
    expect(b).toBeUndefined();
  });
});
