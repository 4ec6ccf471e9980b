/** The language of the messages: chosen by the environment, loaded from the bundles that lie beside the program. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';

/** Language of the texts in the source. */
const SOURCE_LANGUAGE = 'en';

/** `ru_RU.UTF-8` → `ru`; the usual order of the variables. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): string {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== '');
  const [, language] = /^([a-z]{2,3})(?:[_.@-]|$)/i.exec(locale ?? '') ?? [];
  return language?.toLowerCase() ?? SOURCE_LANGUAGE;
}

/** Loads the bundle of the environment's language from a folder. Gives the language in use: English when there is none. */
export function loadLanguage(env: Readonly<Record<string, string | undefined>>, folder: string): string {
  const language = languageOf(env);
  const bundle = join(folder, `bundle.l10n.${language}.json`);
  if (!existsSync(bundle)) return SOURCE_LANGUAGE;
  try {
    l10n.config({ contents: readFileSync(bundle, 'utf8') });
    return language;
  } catch {
    // A damaged translation must not keep anyone from working.
    return SOURCE_LANGUAGE;
  }
}

/** Order in which a message lists its plural forms: those of the language only, so one|other in English, one|few|many in Russian. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** Picks the form for a count out of `1 error|{0} errors` (translated already, forms parted by `|`). */
export function plural(forms: string, count: number, language: string): string {
  const rules = new Intl.PluralRules(language);
  const used = CATEGORIES.filter((category) => rules.resolvedOptions().pluralCategories.includes(category));
  const parts = forms.split('|');
  return parts[Math.min(used.indexOf(rules.select(count)), parts.length - 1)] ?? forms;
}
