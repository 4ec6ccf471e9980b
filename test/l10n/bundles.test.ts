/** The translations fit the sources: none is missing, none is left over, and each can be filled in like its English text. */
import { describe, expect, it } from 'vitest';
import { bundleOf, LANGUAGES } from '../../scripts/l10n/bundles.js';
import { collectKeys } from '../../scripts/l10n/keys.js';
import { isPluralForms, placeholdersOf, pluralCount } from './forms.js';

const { places } = collectKeys();

/** Texts that are the same in every language: names, and texts of placeholders only. */
const SAME = new Set(['Form', 'Checkout', 'IFrame', 'IBAN.', '{0} ({1}).']);

it('texts are found in every room and every table', () => {
  const all = [...places.values()].flat();
  for (const start of ['server/', 'portal/', 'cli/', 'client/', 'title of a rule']) {
    expect(all.some((place) => place.startsWith(start))).toBe(true);
  }
  expect(places.has('Amount of this payment. Sent as a string.')).toBe(true);
  expect(places.has('Help text under the setting.')).toBe(true);
  expect(places.has('NAME is empty')).toBe(true);
});

it('no two English texts differ in their quotes only', () => {
  const plain = [...places.keys()].map((text) => text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"'));
  expect(plain.filter((text, index) => plain.indexOf(text) !== index)).toEqual([]);
});

describe.each(LANGUAGES)('%s', (language) => {
  const bundle = bundleOf(language);
  const pairs = Object.entries(bundle);

  it('has every text', () => {
    expect([...places.keys()].filter((text) => !Object.hasOwn(bundle, text))).toEqual([]);
  });

  it('has no text that is not used', () => {
    expect(Object.keys(bundle).filter((text) => !places.has(text))).toEqual([]);
  });

  it('has the placeholders of the English texts, in every plural form', () => {
    const wrong = pairs.filter(([english, translation]) => {
      const forms = isPluralForms(english) ? translation.split('|') : [translation];
      return forms.some((form) => placeholdersOf(form) !== placeholdersOf(english));
    });
    expect(wrong).toEqual([]);
  });

  it('has as many plural forms as the language', () => {
    const plurals = pairs.filter(([english]) => isPluralForms(english));
    expect(plurals.length).toBeGreaterThan(3);
    expect(plurals.filter(([english]) => english.split('|').length !== pluralCount('en'))).toEqual([]);
    expect(plurals.filter(([, translation]) => translation.split('|').length !== pluralCount(language))).toEqual([]);
    expect(pairs.filter(([english, text]) => isPluralForms(text) && !isPluralForms(english))).toEqual([]);
  });

  it('leaves nothing in English but names', () => {
    expect(pairs.filter(([english, text]) => english === text && !SAME.has(english))).toEqual([]);
  });

  it('begins and ends like the English texts, so that texts can be joined', () => {
    const edges = (text: string) => [/^\s/.test(text), /\s$/.test(text), /[^.…]\.$/.test(text), text.endsWith('…')];
    expect(pairs.filter(([english, text]) => edges(english).join() !== edges(text).join())).toEqual([]);
  });

  it('shouts nowhere and blames nobody', () => {
    expect(
      pairs.filter(([, text]) => text.includes('!') || /(?<!\p{L})(вы|вас|вам|ваш\p{L}*)(?!\p{L})/iu.test(text)),
    ).toEqual([]);
  });
});
