/** The texts of another language than English, as the language server and the command line read them. */
import { readFileSync } from 'node:fs';
import { isObject, type JsonObject } from '../schemas/record.js';

/** Language of the texts in the sources. */
export const SOURCE_LANGUAGE = 'en';

/** `ru`, `ru-RU` or `ru_RU.UTF-8` → `ru`: safe as a part of a file name. English for what is no language tag. */
export function languageOfTag(tag: string): string {
  const [, language] = /^([a-z]{2,3})(?:[_.@-]|$)/i.exec(tag) ?? [];
  return language?.toLowerCase() ?? SOURCE_LANGUAGE;
}

/** Name of a language's file in the folder of the bundles. */
export const bundleName = (language: string): string => `bundle.l10n.${language}.json`;

/** The translations in a bundle; undefined when there is none: a missing or damaged one must not keep anyone from working. */
export function readBundle(file: string): Record<string, string> | undefined {
  try {
    const texts: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isObject(texts) && hasTexts(texts) ? texts : undefined;
  } catch {
    return undefined;
  }
}

const hasTexts = (texts: JsonObject): texts is Record<string, string> =>
  Object.values(texts).every((text) => typeof text === 'string');
