/** What a payment page shows after a checkout. */
import { html } from 'hono/html';
import type { Conclusion } from '../exchange/conclude.js';
import { DECODING_ERROR, DEFAULT_ERROR } from '../exchange/portal-texts.js';
import type { Html } from '../page/layout.js';
import { webOrigin } from './endpoint.js';

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
