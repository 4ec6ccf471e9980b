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
              ${l10n.t('Payment {0} only: what was sent for it, and REST calls that name it or its order.', payment)}
              <a href="/log">${l10n.t('Show everything')}</a>
            </p>`
      }
      <p class="quiet">
        ${l10n.t('What was sent and answered, the newest first. It is forgotten when the portal ends.')}
      </p>
      <p id="news" class="unseen" role="status"></p>
      <div id="entries">${entriesView(exchanges)}</div>
    </div>`,
  };
}

/** Entries that are shown: with long bodies, all that are kept would be too much for a page that is drawn anew each time. */
const MOST_SHOWN = 100;

/** The entries alone, the newest first. */
export function entriesView(exchanges: readonly Exchange[]): Html {
  if (exchanges.length === 0) {
    return html`<p>
      ${l10n.t('Nothing yet. Open a payment and pay it; each exchange with the endpoint appears here.')}
    </p>`;
  }
  return html`${exchanges.slice(0, MOST_SHOWN).map((exchange) => entryView(exchange))}
  ${
    exchanges.length > MOST_SHOWN
      ? html`<p class="quiet">${l10n.t('The newest {0} of {1} are shown.', MOST_SHOWN, exchanges.length)}</p>`
      : ''
  }`;
}
