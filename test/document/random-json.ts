/** Random JSON, and random ways to write it down. */
import type { Random } from './random.js';

const KEYS = [
  'a',
  'B',
  'NAME',
  'CODES',
  '__proto__',
  'toString',
  '',
  '0',
  '1',
  'ключ',
  'a b',
  'q"q',
  'back\\slash',
  '€',
  '{',
] as const;
const STRINGS = [
  '',
  'text',
  'a // b',
  '/* no comment */',
  '{"not": 1}',
  ', ]',
  'é😀\u2028',
  'line\nbreak',
  'tab\t',
  '"\\',
] as const;

/** A random JSON value, at most `depth` levels deep. */
export function randomValue(random: Random, depth = 4): unknown {
  const kind = random.below(depth > 0 ? 8 : 5);
  if (kind < 2) return random.pick(STRINGS);
  if (kind === 2) return random.pick([0, -1, 1.5, 1e21, 100, -0.25]);
  if (kind === 3) return random.pick([true, false]);
  if (kind === 4) return null;
  if (kind === 5) return Array.from({ length: random.below(4) }, () => randomValue(random, depth - 1));
  const entries = Array.from(
    { length: random.below(5) },
    () => [random.pick(KEYS), randomValue(random, depth - 1)] as const,
  );
  return Object.fromEntries(entries);
}

/** What a writer may put into the text beside the value. */
export interface WritingStyle {
  readonly eol: '\n' | '\r\n' | '';
  readonly comments: boolean;
  readonly trailingCommas: boolean;
  /** Now and then an object gets a key that it has already, with another value: before the one that counts. */
  readonly repeatedKeys: boolean;
}

/** The styles that a person or a program writes in. */
export const randomStyle = (random: Random): WritingStyle => ({
  eol: random.pick(['\n', '\r\n', '']),
  comments: random.chance(0.5),
  trailingCommas: random.chance(0.5),
  repeatedKeys: random.chance(0.3),
});

/** The value as text with random blanks, comments and the like. */
export function written(value: unknown, random: Random, style: WritingStyle): string {
  const gap = (): string => {
    const parts = Array.from({ length: random.below(3) }, () => random.pick([' ', '\t', style.eol, style.eol + '  ']));
    if (style.comments && random.chance(0.15)) {
      parts.push(style.eol !== '' && random.chance(0.5) ? `// "x": {, ${style.eol}` : '/* ] } , " */');
    }
    return parts.join('');
  };
  const list = (open: string, items: readonly string[], close: string): string => {
    const trailing = style.trailingCommas && items.length > 0 && random.chance(0.5) ? `,${gap()}` : '';
    return open + gap() + items.join(`${gap()},${gap()}`) + gap() + trailing + close;
  };
  const text = (item: unknown): string => {
    if (Array.isArray(item)) return list('[', item.map(text), ']');
    if (typeof item !== 'object' || item === null) return JSON.stringify(item);
    const member = (key: string, of: unknown) => `${JSON.stringify(key)}${gap()}:${gap()}${text(of)}`;
    const members = Object.entries(item).map(([key, of]) => member(key, of));
    const repeated = style.repeatedKeys && random.chance(0.3) ? Object.keys(item).slice(0, 1) : [];
    const earlier = repeated.map((key) => member(key, { a: { a: 'earlier' }, '0': [1, [2]] }));
    return list('{', [...earlier, ...members], '}');
  };
  return gap() + text(value) + gap();
}
