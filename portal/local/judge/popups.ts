/** New windows: the sandbox of the portal's frame does not allow them. */
import * as l10n from '@vscode/l10n';
import type { ReceivedResponse } from '../exchange/exchange.js';
import { headerOf } from '../exchange/headers.js';
import type { Explanation } from './explanation.js';

/** What opens one, as far as the page itself shows it. */
const OPENERS = [
  { pattern: /\btarget\s*=\s*["']?_blank\b/i, name: 'target="_blank"' },
  { pattern: /\bwindow\s*\.\s*open\s*\(/, name: 'window.open' },
];

/** Says so when the page seems to open windows. */
export function explainPopups({ headers, body }: ReceivedResponse): Explanation | undefined {
  if (!/html/i.test(headerOf(headers, 'content-type') ?? 'text/html')) return undefined;
  const opener = OPENERS.find(({ pattern }) => pattern.test(body));
  if (opener === undefined) return undefined;
  return {
    reason: l10n.t(
      'The page seems to open new windows ({0}), and the sandbox of the frame may block them.',
      opener.name,
    ),
    advice: l10n.t('Stay inside the frame, or leave it with target="_top".'),
  };
}
