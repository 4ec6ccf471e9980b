/** The fix of rules that know what was meant: another text in the place of the value. */
import * as l10n from '@vscode/l10n';
import type { ManifestDocument } from '../document/manifest-document.js';
import { replaceValue } from './edits.js';
import { preferredFix } from './fix.js';
import type { Problem } from './problem.js';
import type { Fix } from './rule.js';

/** The change that a problem carries along as `text`; none when it carries none. */
export function changeTo({ data, path }: Problem, document: ManifestDocument): Fix[] {
  const text = data?.text;
  return typeof text === 'string'
    ? preferredFix(l10n.t('Change to {0}', text), replaceValue(document, path, text))
    : [];
}
