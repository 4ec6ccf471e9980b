/** The language of the messages: chosen by the environment, loaded from the bundles that lie beside the program. */
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { bundleName, languageOfTag, readBundle, SOURCE_LANGUAGE } from '../server/language.js';

/** The language that the environment asks for; the usual order of the variables. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): string {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  return languageOfTag(locale ?? '');
}

/** Loads the bundle of the environment's language from a folder. Gives the language in use: English when there is none. */
export function loadLanguage(env: Readonly<Record<string, string | undefined>>, folder: string): string {
  const language = languageOf(env);
  const texts = readBundle(join(folder, bundleName(language)));
  if (texts === undefined) return SOURCE_LANGUAGE;
  l10n.config({ contents: texts });
  return language;
}
