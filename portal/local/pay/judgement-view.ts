/** What came of a call to the endpoint, on the payment page. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import type { Exchange } from '../exchange/exchange.js';
import type { Html } from '../page/layout.js';
import { stateClass } from '../page/state-class.js';

/** The judgement, and the way to the details. Screen readers hear when the judgement comes later than the page. */
export function judgementView(exchange: Exchange): Html {
  const { judgement, number, milliseconds } = exchange;
  const time = judgement ? html`, ${l10n.t('{0} ms', milliseconds)}` : '';
  return html`<section aria-labelledby="happened" id="judgement">
    <h2 id="happened">${l10n.t('What happened')}</h2>
    <div id="verdict" role="status">${verdictView(exchange)}</div>
    <p class="quiet"><a href="/log#exchange-${number}">${l10n.t('Exchange {0} in the log', number)}</a>${time}</p>
  </section>`;
}

/** The judgement alone, as far as there is one yet. */
export function verdictView({ judgement }: Exchange): Html {
  if (!judgement)
    return html`<p>${l10n.t('Not known yet: the local portal is loading the page of the frame itself.')}</p>`;
  const { buyerSees, reason, advice } = judgement;
  return html`<p class="${stateClass(judgement)}">${buyerSees}</p>
    ${reason === '' ? '' : html`<p>${reason}</p>`} ${advice === '' ? '' : html`<p>${advice}</p>`}`;
}
