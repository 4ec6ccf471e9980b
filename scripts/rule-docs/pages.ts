/** All written pages. */
import type { Page } from './page.js';
import { codePages } from './pages/codes.js';
import { fieldPages } from './pages/fields.js';
import { handlerPages } from './pages/handler.js';
import { jsonPages } from './pages/json.js';
import { modePages } from './pages/modes.js';
import { settingPages } from './pages/settings.js';

const PAGES = new Map<string, Page>(
  [jsonPages, handlerPages, modePages, codePages, fieldPages, settingPages].flatMap((pages) => Object.entries(pages)),
);

/** Codes that have a page. */
export const pageCodes = (): string[] => [...PAGES.keys()];

/** The page of a rule. Throws when nobody has written it. */
export function pageOf(code: string): Page {
  const page = PAGES.get(code);
  if (!page) throw new Error(`scripts/rule-docs/pages has no page ${code}`);
  return page;
}
