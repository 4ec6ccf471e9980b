/** The payment page of a payment and a payment system. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import { isArray } from '../php/value.js';
import type { Exchange } from '../exchange/exchange.js';
import { encodeJson } from '../php/json-encode.js';
import type { Html, Page } from '../page/layout.js';
import { idIn, isPaid } from '../shop/row.js';
import { activeMode } from './active-mode.js';
import type { Block } from './block.js';
import { askView, formView, FRAME_STYLE, frameView, hiddenView, linkView } from './block-view.js';
import { conclusionView } from './checkout-view.js';
import type { BlockContext } from './context.js';
import { addressOf, webOrigin } from './endpoint.js';
import { callView, faultsView, type CallForm } from './fault-view.js';
import { fieldsOf } from './fields.js';
import { judgementView } from './judgement-view.js';
import { notesOn, type Note } from './notes.js';
import { PAGE_SCRIPT } from './page-script.js';
import type { PageAddress, PaymentIds } from './page-address.js';
import { pageVersion } from './page-version.js';
import { paymentFacts } from './payment-facts.js';
import { TOKEN_FIELD } from '../page/form-guard.js';
import type { Checkout } from './ports.js';
import type { PhpArray } from '../php/value.js';

/** Seconds without an answer after which a frame counts as silent. */
const SILENCE = 10;

/** What a page is made of. */
export interface PayPage {
  readonly context: BlockContext;
  readonly address: PageAddress;
  readonly ids: PaymentIds;
  readonly block: Block;
  /** What the buyer has entered before. */
  readonly answers: PhpArray;
  /** Present when the endpoint was called for this page. */
  readonly checkout?: Checkout;
  /** That call, or what becomes of the frame. */
  readonly exchange?: Exchange;
  /** Whether the frame may be loaded at once. */
  readonly showsFrame: boolean;
  readonly token: string;
}

/** The page. */
export function payPage(page: PayPage): Page {
  const { context, block, ids } = page;
  const paid = isPaid(context.payment);
  const notes = paid ? [] : notesOn(block, context);
  const showsForm = block.kind === 'form' && !paid;
  const showsFrame = page.showsFrame && block.kind === 'frame' && !paid;
  return {
    title: l10n.t('Payment {0}', ids.paymentId.toString()),
    scripts: [PAGE_SCRIPT],
    allowances: { forms: showsForm, frames: showsFrame, inlineStyles: showsFrame ? [FRAME_STYLE] : [] },
    body: html`<div id="payment" ${dataOf(page)}>
      <h1>${l10n.t('Payment {0}', ids.paymentId.toString())}</h1>
      ${paymentFacts(context, activeMode(context.handler.settings)?.mode)}
      <section aria-labelledby="buyer-sees">
        <h2 id="buyer-sees">${l10n.t('What the buyer sees')}</h2>
        <div class="buyer" id="buyer">${paid ? paidView() : blockView(page)}</div>
        ${paid ? '' : destinationView(block)}
      </section>
      ${page.exchange ? judgementView(page.exchange) : ''} ${notes.length > 0 ? notesView(notes) : ''}
      ${paid ? '' : toolsView(page)}
    </div>`,
  };
}

/** What the page's script needs to know. */
function dataOf({ context, address, ids, block, exchange, token }: PayPage): Html {
  const version = pageVersion(context.state, ids);
  const own = `/pay/${ids.paymentId}`;
  // The judgement on a checkout stands when the page is drawn.
  const followed = exchange && block.kind === 'frame' ? `&exchange=${exchange.number}` : '';
  return html`data-token="${token}" data-self="${address.path}" data-report="${own}/report${address.query}"
  data-events="/pay/events?payment=${ids.paymentId}&paysystem=${ids.paySystemId}&version=${version}${followed}"
  data-silence="${SILENCE}" data-action="${addressOf(block) ?? ''}"
  ${block.kind === 'form' ? html`data-method="${sentMethod(block.method)}"` : ''}
  ${block.kind === 'frame' ? html`data-message="${encodeJson(block.message, 'keep')}"` : ''}`;
}

/** A browser takes every other method for GET. */
function sentMethod(method: string | undefined): string {
  return method?.toLowerCase() === 'post' ? 'POST' : 'GET';
}

function paidView(): Html {
  return html`<p class="state good" id="paid">${l10n.t('This payment is paid.')}</p>`;
}

function blockView(page: PayPage): Html {
  const { block, checkout, address, token } = page;
  switch (block.kind) {
    case 'form':
      return formView(block);
    case 'link':
      return linkView(block);
    case 'ask':
      return askView(block, callTarget(address), token);
    case 'checkout':
      return checkout ? conclusionView(checkout.conclusion) : firstCall(page, l10n.t('Call the endpoint'));
    case 'frame':
      if (page.showsFrame) return frameView(block);
      return webOrigin(block.action) === undefined ? html`` : firstCall(page, l10n.t('Show the frame'));
    case 'nothing':
      return block.buyerSees === '' ? html`` : html`<p class="bad">${block.buyerSees}</p>`;
  }
}

/** Here the portal waits for a yes, where a real one does not. */
function firstCall(page: PayPage, label: string): Html {
  return html`<p class="quiet">${l10n.t('A portal would go on by itself. The local portal asks you first.')}</p>
    ${callView(callForm(page), label)}`;
}

function destinationView(block: Block): Html {
  const address = addressOf(block);
  if (address === undefined || address === '') return html``;
  const place = html`<strong id="origin">${webOrigin(address) ?? address}</strong>`;
  return html`<p class="quiet">${destinationText(block)} ${place}</p>`;
}

function destinationText(block: Block): string {
  switch (block.kind) {
    case 'form':
      return l10n.t('The browser sends the form to');
    case 'link':
      return l10n.t('The link leads to');
    case 'frame':
      return l10n.t('The frame loads a page of');
    default:
      return l10n.t('The portal posts to');
  }
}

function notesView(notes: readonly Note[]): Html {
  return html`<section aria-labelledby="notes">
    <h2 id="notes">${l10n.t('Why it looks like this')}</h2>
    <ul>
      ${notes.map(({ field, text }) => html`<li>${field === undefined ? '' : html`<code>${field}</code>: `}${text}</li>`)}
    </ul>
  </section>`;
}

/** Our own controls: another call, faults, and the choice of the payment system. */
function toolsView(page: PayPage): Html {
  const { context, block, checkout, address, ids, token } = page;
  const form = callForm(page);
  const isChosen = idIn(context.payment.row, 'PAY_SYSTEM_ID') === ids.paySystemId;
  const names = fieldNames(context);
  return html`<div class="row">
      ${checkout ? callView(form, l10n.t('Call again')) : ''} ${isChosen ? '' : chooseView(ids, token)}
    </div>
    ${block.kind === 'checkout' ? faultsView(form, `/pay/${ids.paymentId}/override${address.query}`, names) : ''}
    <p><a href="/pay/${ids.paymentId}">${l10n.t('Another payment system')}</a></p>
    <p><a href="/settings/${ids.paySystemId}">${l10n.t('Payment settings')}</a></p>`;
}

/** The form that sets the payment's payment system. */
function chooseView(ids: PaymentIds, token: string): Html {
  return html`<form action="/pay/${ids.paymentId}/choose" method="post">
    ${hiddenView(TOKEN_FIELD, token)} ${hiddenView('paysystem', ids.paySystemId.toString())}
    <button type="submit">${l10n.t('Choose this payment system')}</button>
  </form>`;
}

function fieldNames({ handler }: BlockContext): readonly string[] {
  const active = activeMode(handler.settings);
  return active ? fieldsOf(active.data).flatMap(({ name, code }) => (isArray(code) ? [] : [name])) : [];
}

function callForm({ address, token, answers }: PayPage): CallForm {
  return { target: callTarget(address), token, answers };
}

function callTarget({ paymentId, query }: PageAddress): string {
  // In a narrow window the answer is shown at once, not the head of the page.
  return `/pay/${paymentId}/call${query}#buyer-sees`;
}
