/** The texts of package.json: each key that it names is there, in every language. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, packageTexts } from '../../scripts/l10n/bundles.js';
import { root } from '../../scripts/project.mjs';

const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
const named = new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key = '']) => key));
const english = packageTexts();

it('package.json and package.nls.json name the same keys', () => {
  expect(named.size).toBeGreaterThan(10);
  expect(Object.keys(english).toSorted()).toEqual([...named].toSorted());
});

it('package.json tells the editor where the bundles are', () => {
  expect(JSON.parse(manifest)).toMatchObject({ l10n: './l10n' });
});

describe.each(LANGUAGES)('%s', (language) => {
  const texts = packageTexts(language);

  it('has the same keys in the same order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
  });

  it('leaves nothing in English', () => {
    expect(Object.entries(texts).filter(([key, text]) => text === english[key])).toEqual([]);
  });

  it('ends like the English texts', () => {
    const end = (text = '') => /[.…]?$/.exec(text)?.[0];
    expect(Object.keys(texts).filter((key) => end(texts[key]) !== end(english[key]))).toEqual([]);
  });
});
