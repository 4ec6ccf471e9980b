/** The language of the server's messages, chosen once, when the editor has told its own. */
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { member } from '../../schemas/record.js';
import { bundleName, languageOfTag, readBundle, SOURCE_LANGUAGE } from '../language.js';

let inUse: Record<string, string> = {};

/** Loads the bundle that the options of initialize name as `l10n` (VS Code does), else that of the locale beside the program. */
export function chooseLanguage(locale: string, options: unknown): void {
  const named = member(options, 'l10n');
  inUse = (typeof named === 'string' ? readBundle(named) : undefined) ?? bundleBeside(locale) ?? {};
  l10n.config({ contents: inUse });
}

/** The translations by their English texts; empty in English. For modules that have a copy of the l10n library of their own. */
export const textsInUse = (): Record<string, string> => inUse;

/** English, the usual case, needs no file, so none is looked for. */
function bundleBeside(locale: string): Record<string, string> | undefined {
  const language = languageOfTag(locale);
  return language === SOURCE_LANGUAGE ? undefined : readBundle(join(__dirname, '..', 'l10n', bundleName(language)));
}
