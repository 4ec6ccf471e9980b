/** Plural forms of translated messages. */

/** Order in which a message lists its plural forms: those of the language only, so one|other in English, one|few|many in Russian. */
const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** Picks the form for a count out of `1 error|{0} errors` (translated already, forms parted by `|`). */
export function plural(forms: string, count: number, language: string): string {
  const rules = new Intl.PluralRules(language);
  const used = CATEGORIES.filter((category) => rules.resolvedOptions().pluralCategories.includes(category));
  const parts = forms.split('|');
  return parts[Math.min(used.indexOf(rules.select(count)), parts.length - 1)] ?? forms;
}
