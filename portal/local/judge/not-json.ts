/** An answer to a checkout is not JSON. */
import * as l10n from '@vscode/l10n';
import type { ReceivedResponse } from '../exchange/exchange.js';
import type { Explanation } from './explanation.js';

/** Characters of the beginning that are shown. */
const SHOWN = 40;

/** Says what it is instead. */
export function explainNotJson({ body, isCut, isBroken }: ReceivedResponse): Explanation {
  if (isCut === true) {
    return {
      reason: l10n.t('The answer is longer than 1 MB, and the local portal reads no more of it.'),
      advice: jsonOnly(),
    };
  }
  if (isBroken === true) {
    return {
      reason: l10n.t('The answer is not UTF-8; it begins with {0}.', beginning(body)),
      advice: l10n.t('Send JSON in UTF-8, and not compressed.'),
    };
  }
  if (body.trim() === '') return { reason: l10n.t('The answer is empty.'), advice: jsonOnly() };
  if (body.startsWith('\ufeff')) {
    return {
      reason: l10n.t('The answer begins with a byte order mark (EF BB BF), and a portal cannot read JSON after it.'),
      advice: l10n.t('Save the files of the endpoint as UTF-8 without a byte order mark.'),
    };
  }
  if (/^\s*<(?:!doctype|html|head|body)\b/i.test(body)) {
    return {
      reason: l10n.t('The answer is a web page, not JSON; it begins with {0}.', beginning(body)),
      advice: jsonOnly(),
    };
  }
  return { reason: l10n.t('The answer is not JSON; it begins with {0}.', beginning(body)), advice: jsonOnly() };
}

function jsonOnly(): string {
  return l10n.t('Answer with a JSON object only: no page, no warning before it, no text after it.');
}

/** In quotes, with blanks and signs that cannot be seen written out. */
function beginning(body: string): string {
  const letters = Array.from(body.slice(0, SHOWN * 2))
    .slice(0, SHOWN)
    .join('');
  return `${JSON.stringify(letters)}${body.length > letters.length ? '…' : ''}`;
}
