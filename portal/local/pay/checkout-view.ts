/** What a payment page shows after a checkout, and what that means. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import type { Conclusion } from '../exchange/conclude.js';
import { DECODING_ERROR, DEFAULT_ERROR } from '../exchange/portal-texts.js';
import type { Html } from '../page/layout.js';
import { webOrigin } from './endpoint.js';
import type { Checkout } from './ports.js';

/** What the buyer sees. A link that is no web address is text here; a portal links it as it is. */
export function conclusionView(conclusion: Conclusion): Html {
  switch (conclusion.kind) {
    case 'pay-link':
      return webOrigin(conclusion.url) === undefined
        ? html`<p><code>${conclusion.url}</code></p>`
        : html`<a class="button main" href="${conclusion.url}">Pay</a>`;
    case 'errors':
      return html`<ul class="bad">
        ${conclusion.texts.map((text) => html`<li>${text}</li>`)}
      </ul>`;
    case 'default-error':
      return html`<p class="bad">${DEFAULT_ERROR}</p>`;
    case 'decoding-error':
      return html`<p class="bad">${DECODING_ERROR}</p>`;
  }
}

/** The judgement, and the way to the details. */
export function judgementView({ exchange, conclusion }: Checkout): Html {
  const { judgement, number, milliseconds } = exchange;
  return html`<section aria-labelledby="happened" id="judgement">
    <h2 id="happened">${l10n.t('What happened')}</h2>
    ${
      judgement
        ? html`<p class="state ${judgement.ok ? 'good' : 'bad'}">${judgement.buyerSees}</p>
            ${judgement.reason === '' ? '' : html`<p>${judgement.reason}</p>`}
            ${judgement.advice === '' ? '' : html`<p>${judgement.advice}</p>`}`
        : ''
    }
    ${
      conclusion.kind === 'pay-link' && webOrigin(conclusion.url) === undefined
        ? html`<p>
            ${l10n.t('PAYMENT_URL is no web address. A portal makes a link of it as it is; here it is text.')}
          </p>`
        : ''
    }
    <p class="quiet">
      <a href="/log#exchange-${number}">${l10n.t('Exchange {0} in the log', number)}</a>,
      ${l10n.t('{0} ms', milliseconds)}
    </p>
  </section>`;
}
