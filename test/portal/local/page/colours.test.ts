/** The colours of the pages: every text can be read, every border seen. */
import { describe, expect, it } from 'vitest';
import {
  DARK,
  HIGH_CONTRAST_DARK,
  HIGH_CONTRAST_LIGHT,
  LIGHT,
  type Colours,
} from '../../../../portal/local/page/colours.js';
import { HIGH_CONTRAST_STYLES, STYLES } from '../../../../portal/local/page/styles.js';
import { contrast } from './contrast.js';

const TEXTS = ['text', 'quiet', 'accent', 'good', 'bad', 'warn'] as const;

/** The pairs of colours that lie upon each other and are told apart by less than that. */
function tooLow(colours: Colours, names: readonly (keyof Colours)[], least: number): string[] {
  const pairs = names.flatMap((name) => (['ground', 'raised'] as const).map((ground) => [name, ground] as const));
  return pairs
    .filter(([name, ground]) => contrast(colours[name], colours[ground]) < least)
    .map(([name, ground]) => `${name} on ${ground}: ${contrast(colours[name], colours[ground]).toFixed(2)}`);
}

describe.each([
  ['light', LIGHT, 4.5],
  ['dark', DARK, 4.5],
  ['high contrast, light', HIGH_CONTRAST_LIGHT, 7],
  ['high contrast, dark', HIGH_CONTRAST_DARK, 7],
] as const)('%s', (_name, colours, least) => {
  it('has texts that can be read', () => {
    expect(tooLow(colours, TEXTS, least)).toEqual([]);
    expect(contrast(colours['on-accent'], colours.accent)).toBeGreaterThanOrEqual(least);
  });

  it('has fields, main buttons and a focus that can be seen', () => {
    expect(tooLow(colours, ['line', 'accent', 'focus'], 3)).toEqual([]);
  });
});

describe.each([
  ['light', HIGH_CONTRAST_LIGHT, '#ffffff', '#000000'],
  ['dark', HIGH_CONTRAST_DARK, '#000000', '#ffffff'],
] as const)('high contrast, %s', (_name, colours, ground, text) => {
  it('is black and white, with borders around everything', () => {
    expect([colours.ground, colours.raised, colours.text, colours.quiet]).toEqual([ground, ground, text, text]);
    expect(tooLow(colours, ['line', 'faint', 'edge'], 4.5)).toEqual([]);
  });
});

it('no colour stands anywhere else', () => {
  const used = [...`${STYLES}${HIGH_CONTRAST_STYLES}`.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name);
  expect(new Set(used)).toEqual(new Set(Object.keys(LIGHT)));
  const rules = `${STYLES}${HIGH_CONTRAST_STYLES}`.replaceAll(/--[\w-]+: [^;]+;/g, '');
  expect(rules.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)).toBeNull();
});
