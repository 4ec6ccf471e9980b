/** The page of the exchange log. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import type { Exchange } from '../exchange/exchange.js';
import type { Html, Page } from '../page/layout.js';
import { entryView } from './entry-view.js';
import { LOG_SCRIPT } from './log-script.js';

/** The log. `query` is that of the page, with its question mark. */
export function logPage(
  exchanges: readonly Exchange[],
  payment: string | undefined,
  query: string,
  token: string,
): Page {
  return {
    title: l10n.t('Exchange log'),
    scripts: [LOG_SCRIPT],
    body: html`<div id="log" data-token="${token}" data-entries="/log/entries${query}">
      <h1>${l10n.t('Exchange log')}</h1>
      ${
        payment === undefined || payment === ''
          ? ''
          : html`<p>
              ${l10n.t('Payment {0}, and what endpoints asked the portal.', payment)}
              <a href="/log">${l10n.t('Show everything')}</a>
            </p>`
      }
      <p class="quiet">
        ${l10n.t('What was sent and answered, the newest first. It is forgotten when the portal ends.')}
      </p>
      <div id="entries" aria-live="polite">${entriesView(exchanges)}</div>
    </div>`,
  };
}

/** The entries alone. */
export function entriesView(exchanges: readonly Exchange[]): Html {
  if (exchanges.length === 0) {
    return html`<p>
      ${l10n.t('Nothing yet. Open a payment and pay it; each exchange with the endpoint appears here.')}
    </p>`;
  }
  return html`${exchanges.map((exchange) => entryView(exchange))}`;
}
