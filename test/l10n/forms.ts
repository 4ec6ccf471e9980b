/** The form of translated texts: placeholders and plurals. */

/** The placeholders of a text, each once and in order, e.g. `{0} {1}`. */
export const placeholdersOf = (text: string): string =>
  [...new Set(text.match(/\{\w+\}/g) ?? [])].sort((a, b) => a.localeCompare(b)).join(' ');

/** Whether a text holds plural forms (`{0} file|{0} files`). A bar with blanks around it is a bar. */
export const isPluralForms = (text: string): boolean => /\S\|\S/.test(text);

/** How many forms the plurals of a language have for whole numbers: two in English, three in Russian. */
export function pluralCount(language: string): number {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 200 }, (_, count) => rules.select(count))).size;
}
