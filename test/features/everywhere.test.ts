/** Sweeps: completion and hover at every place of real manifests, and of the same manifests cut off anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseManifest } from '../../server/document/parse.js';
import { complete } from '../../server/features/complete.js';
import { hover } from '../../server/features/hover.js';
import { applied, reader, withoutStops } from './cursor-marker.js';

const folder = new URL('../fixtures/manifests/', import.meta.url);
const manifests = readdirSync(folder).filter((name) => name.endsWith('.b24pay.json'));

/** Every seventh offset, which meets all kinds of places in a thousand. */
const offsetsOf = (text: string): number[] => Array.from({ length: Math.ceil(text.length / 7) }, (_, i) => i * 7);

test.each(manifests)('completions of %s are unique and leave valid JSON', (name) => {
  const document = parseManifest(readFileSync(new URL(name, folder), 'utf8'), name, 1);
  expect(document.syntaxProblems).toEqual([]);
  let offered = 0;
  for (const offset of offsetsOf(document.text)) {
    const { items } = complete(document, document.positionAt(offset), reader);
    expect(new Set(items.map(({ label }) => label)).size).toBe(items.length);
    for (const item of items.slice(0, 12)) {
      const text = applied(document, withoutStops(item));
      const { syntaxProblems } = parseManifest(text);
      expect(syntaxProblems, `${item.label} at ${offset}:\n${text}`).toEqual([]);
    }
    offered += items.length;
  }
  expect(offered).toBeGreaterThan(50);
});

test.each(manifests)('hover and completion never fail in %s, wherever it is cut off', (name) => {
  const whole = readFileSync(new URL(name, folder), 'utf8');
  let hovers = 0;
  for (const offset of offsetsOf(whole)) {
    const document = parseManifest(whole.slice(0, offset), name, 1);
    complete(document, document.positionAt(offset), reader);
    if (hover(parseManifest(whole, name, 1), document.positionAt(offset), reader)) hovers++;
    hover(document, document.positionAt(Math.max(offset - 3, 0)), reader);
  }
  expect(hovers).toBeGreaterThan(10);
});

test('any bytes, any depth, any length', () => {
  const texts = [
    '',
    '\0\x01\uFFFD\uD800"\\u12',
    '\uFEFF{ "NAME": "x" }',
    '['.repeat(200_000),
    '{"a":'.repeat(100_000),
    '"'.repeat(1_000),
    '/*',
    `{ "NAME": "${'x'.repeat(1_000_000)}" }`,
    '{"__proto__": {"CODES": 1}, "constructor": 2, "SETTINGS": {"__proto__": 3}}',
  ];
  for (const text of texts) {
    const document = parseManifest(text, 'x.b24pay.json', 1);
    for (const offset of [0, 1, 5, 9, 30, text.length >> 1, text.length]) {
      const position = document.positionAt(Math.min(offset, text.length));
      expect(Array.isArray(complete(document, position, reader).items)).toBe(true);
      hover(document, position, reader);
    }
  }
});
