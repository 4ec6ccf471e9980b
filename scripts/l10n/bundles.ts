/** Reads the bundles: the translations in l10n/ by their English texts, and the texts of package.json by their keys. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../project.mjs';

/** Texts by key. */
export type Texts = Readonly<Record<string, string>>;

/** Languages that the product speaks besides English. */
export const LANGUAGES = ['ru'] as const;

/** The translations for the program, by the English text. Throws when the file is no object of strings. */
export const bundleOf = (language: string): Texts => readTexts(`l10n/bundle.l10n.${language}.json`);

/** The texts of package.json by key; English without a language. */
export const packageTexts = (language?: string): Texts =>
  readTexts(language === undefined ? 'package.nls.json' : `package.nls.${language}.json`);

function readTexts(file: string): Texts {
  const value: unknown = JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  if (!isTexts(value)) throw new Error(`${file} is no object of texts`);
  return value;
}

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
