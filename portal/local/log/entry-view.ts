/** One exchange in the log. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import { hasCurlCommand } from '../exchange/curl.js';
import type { Attempt, Exchange, ExchangeKind, Fault } from '../exchange/exchange.js';
import { hidesSomething, masked } from '../exchange/mask.js';
import { judgeCall } from '../judge/rest-call.js';
import { TOKEN_FIELD } from '../page/form-guard.js';
import type { Html } from '../page/layout.js';
import { stateClass } from '../page/state-class.js';
import { bodyView, fieldsView, headersView } from './message-view.js';

/** How it is shown. */
export interface EntryOptions {
  readonly isOpen?: boolean;
  /** With its secrets. */
  readonly isRevealed?: boolean;
}

/** The entry; its details can be opened. */
export function entryView(exchange: Exchange, { isOpen = false, isRevealed = false }: EntryOptions = {}): Html {
  const shown = isRevealed ? exchange : masked(exchange);
  const { number, at, kind, payment, judgement, replayOf, fault } = shown;
  const call = kind === 'rest' ? judgeCall(shown) : undefined;
  return html`<details
    class="entry"
    id="exchange-${number}"
    data-number="${number}"
    ${isOpen ? html`open` : ''}
    ${isRevealed ? html`data-revealed` : ''}
  >
    <summary>
      <span class="entry-head">
        <strong>${number}. ${kindName(kind)}</strong>
        <time datetime="${at}" class="quiet">${clock(at)}</time>
        <span class="quiet">${outcomeText(shown)}</span>
        ${payment ? html`<span class="quiet">${l10n.t('payment {0}', payment.paymentId)}</span>` : ''}
        ${replayOf === undefined ? '' : html`<span class="quiet">${l10n.t('repeats {0}', replayOf)}</span>`}
        ${fault === undefined ? '' : html`<span class="warn">${faultName(fault)}</span>`}
      </span>
      <span class="mono entry-line">${shown.request.method} ${shown.request.url}</span>
      ${judgement ? html`<span class="${stateClass(judgement)}">${judgement.buyerSees}</span>` : ''}
      ${judgement && judgement.reason !== '' ? html`<span>${judgement.reason}</span>` : ''}
      ${call ? html`<span class="${stateClass(call)}">${call.text}</span>` : ''}
    </summary>
    ${judgement && judgement.advice !== '' ? html`<p>${judgement.advice}</p>` : ''} ${attemptView(shown, kind)}
    ${(shown.followed ?? []).map(
      (attempt) =>
        html`<h3>${l10n.t('Then, redirected')}</h3>
          ${attemptView(attempt, kind)}`,
    )}
    ${
      shown.frame?.message === undefined
        ? ''
        : html`<h3>${l10n.t('Posted into the frame')}</h3>
            ${bodyView(shown.frame.message)}`
    }
    ${toolsView(exchange, !isRevealed && hidesSomething(exchange))}
  </details>`;
}

function attemptView({ request, response, failure }: Attempt, kind: ExchangeKind): Html {
  return html`<h3>${l10n.t('Request')}</h3>
    <p class="mono">${request.method} ${request.url}</p>
    ${fieldsView(request)} ${headersView(request.headers)}
    <h3>${l10n.t('Answer')}</h3>
    ${
      response
        ? html`<p>${l10n.t('Status {0}', response.status)}</p>
            ${bodyView(response.body)}
            ${response.isCut ? html`<p>${l10n.t('The answer goes on; the log keeps its beginning only.')}</p>` : ''}
            ${headersView(response.headers)}`
        : html`<p>${noAnswerText(failure, kind)}</p>`
    }`;
}

function noAnswerText(failure: Attempt['failure'], kind: ExchangeKind): string {
  if (failure) return failure.message === '' ? l10n.t('There was none.') : failure.message;
  return kind === 'form' || kind === 'link'
    ? l10n.t('It went to the browser of the buyer; the portal does not see it.')
    : l10n.t('None yet.');
}

function toolsView({ number, kind, payment, request }: Exchange, hasSecrets: boolean): Html {
  const hasCurl = kind !== 'rest' && hasCurlCommand(request);
  return html`<div class="row middle">
      ${
        kind === 'checkout'
          ? html`<form method="post" action="/log/${number}/replay">
              <input type="hidden" name="${TOKEN_FIELD}" value="" />
              <button type="submit">${l10n.t('Replay')}</button>
            </form>`
          : ''
      }
      ${hasCurl ? html`<button type="button" data-do="curl">${l10n.t('Copy as curl')}</button>` : ''}
      ${hasSecrets ? html`<button type="button" data-do="reveal">${l10n.t('Reveal secrets')}</button>` : ''}
      ${
        payment
          ? html`<a class="button" href="/log?payment=${payment.paymentId}"
              >${l10n.t('Only payment {0}', payment.paymentId)}</a
            >`
          : ''
      }
      ${hasCurl ? html`<span class="quiet" role="status" data-copied="${l10n.t('Copied.')}"></span>` : ''}
    </div>
    ${hasCurl ? html`<pre class="curl" hidden></pre>` : ''}`;
}

/** The time of day of this machine, where the page is looked at. */
function clock(at: string): string {
  return new Date(at).toTimeString().slice(0, 8);
}

function outcomeText({ kind, response, failure, milliseconds }: Exchange): string {
  if (response) return l10n.t('{0} in {1} ms', response.status, milliseconds);
  if (failure) return l10n.t('no answer, {0} ms', milliseconds);
  return kind === 'form' || kind === 'link' ? l10n.t('sent by the browser') : l10n.t('under way');
}

function kindName(kind: ExchangeKind): string {
  switch (kind) {
    case 'checkout':
      return l10n.t('Checkout');
    case 'form':
      return l10n.t('Form');
    case 'link':
      return l10n.t('Direct link');
    case 'frame':
      return l10n.t('Frame');
    case 'rest':
      return l10n.t('REST call to the portal');
  }
}

function faultName(fault: Fault): string {
  switch (fault) {
    case 'twice':
      return l10n.t('delivered twice');
    case 'late':
      return l10n.t('delivered late');
    case 'drop-answer':
      return l10n.t('answer dropped');
    case 'change-sum':
      return l10n.t('changed by the address');
  }
}
