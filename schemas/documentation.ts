/** Official documentation pages of Bitrix24 that hovers, completions and error explanations link to. */

const BASE = { en: 'https://apidocs.bitrix24.com', ru: 'https://apidocs.bitrix24.ru' } as const;

/** Pages of the `pay-system` section, by the name this project uses for them. */
const PAGES = {
  'handler-add': 'sale-pay-system-handler-add.html',
  'handler-update': 'sale-pay-system-handler-update.html',
  'handler-list': 'sale-pay-system-handler-list.html',
  'handler-delete': 'sale-pay-system-handler-delete.html',
  settings: 'sale-pay-system-handler-add.html#parametr-settings',
  codes: 'sale-pay-system-handler-add.html#parametr-codes',
  default: 'sale-pay-system-handler-add.html#parametr-default',
  form: 'sale-pay-system-handler-add.html#form',
  checkout: 'sale-pay-system-handler-add.html#checkout',
  iframe: 'sale-pay-system-handler-add.html#iframe',
} as const;

/** Name of a documentation page or section. */
export type DocumentationPage = keyof typeof PAGES;

/** Address of a documentation page in the reader's language (`ru` has its own site, everyone else reads English). */
export function documentationUrl(page: DocumentationPage, language = 'en'): string {
  const base = language.toLowerCase().startsWith('ru') ? BASE.ru : BASE.en;
  return `${base}/api-reference/pay-system/${PAGES[page]}`;
}
