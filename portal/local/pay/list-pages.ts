/** The start page, and the choice of a payment system. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import type { Html, Page } from '../page/layout.js';
import { idIn, isPaid } from '../shop/row.js';
import type { Handler, PaySystem, Row, State } from '../state.js';
import { orderOf } from '../values/subject.js';
import { handlerOf } from '../methods/pay-system-lookup.js';
import { TOKEN_FIELD } from '../page/form-guard.js';
import { hiddenView } from './block-view.js';
import { PAY_SYSTEM_PARAMETER, pagePath } from './page-address.js';
import { buyerName, orderNumber, paySystemName, sumText } from './payment-facts.js';

/** Rows that a list shows: a page with thousands would help nobody. */
const MOST_ROWS = 50;

/** Payments, payment systems and handlers, the newest first. */
export function startPage(state: State): Page {
  const { payments } = state.shop;
  return {
    title: l10n.t('Payments'),
    body: html`<h1>${l10n.t('Local portal')}</h1>
      <section aria-labelledby="payments">
        <h2 id="payments">${l10n.t('Payments')}</h2>
        ${payments.length === 0 ? html`<p>${l10n.t('There are no payments.')}</p>` : paymentTable(state)}
      </section>
      <section aria-labelledby="systems">
        <h2 id="systems">${l10n.t('Payment systems')}</h2>
        ${state.paySystems.length === 0 ? noPaySystems() : paySystemTable(state)}
      </section>
      <section aria-labelledby="handlers">
        <h2 id="handlers">${l10n.t('Handlers')}</h2>
        ${state.handlers.length === 0 ? html`<p>${l10n.t('There are no handlers.')}</p>` : handlerTable(state.handlers)}
      </section>
      <p><a href="/log">${l10n.t('Exchange log')}</a></p>`,
  };
}

/** The payment systems that a payment can be made with. */
export function choicePage(state: State, payment: Row, token: string): Page {
  const title = l10n.t('Payment {0}', payment.id.toString());
  const shown = newest(state.paySystems);
  return {
    title,
    body: html`<h1>${title}</h1>
      <p>${sumText(payment)}, ${buyerName(orderOf(payment, state.shop), state.shop)}</p>
      <section aria-labelledby="systems">
        <h2 id="systems">${l10n.t('Choose a payment system')}</h2>
        ${shown.length === 0 ? noPaySystems() : shown.map((paySystem) => choiceView(payment, paySystem, state, token))}
        ${moreView(state.paySystems.length)}
      </section>`,
  };
}

function choiceView(payment: Row, paySystem: PaySystem, state: State, token: string): Html {
  return html`<form class="row middle" action="/pay/${payment.id}/choose" method="post">
    ${hiddenView(TOKEN_FIELD, token)}
    <button type="submit" name="${PAY_SYSTEM_PARAMETER}" value="${paySystem.id.toString()}">
      ${paySystemName(paySystem)}
    </button>
    <span class="quiet">${handlerText(paySystem, state)}</span>
  </form>`;
}

/** What the table says of a payment behind its link: the name of the column, and its cell. */
function paymentColumns({ shop }: State): readonly (readonly [name: string, cell: (payment: Row) => Html | string])[] {
  return [
    [l10n.t('Order'), (payment) => orderNumber(orderOf(payment, shop))],
    [l10n.t('Buyer'), (payment) => buyerName(orderOf(payment, shop), shop)],
    [l10n.t('Sum'), sumText],
    [
      l10n.t('State'),
      (payment) => (isPaid(payment) ? html`<span class="good">${l10n.t('paid')}</span>` : l10n.t('not paid')),
    ],
  ];
}

function paymentTable(state: State): Html {
  const { payments } = state.shop;
  const columns = paymentColumns(state);
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="payments">
      <table class="list">
        <thead>
          <tr>
            ${[l10n.t('Payment'), ...columns.map(([name]) => name)].map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${newest(payments).map(
            (payment) =>
              html`<tr>
                <td><a href="${pathOf(payment, state)}">${l10n.t('Payment {0}', payment.id.toString())}</a></td>
                ${columns.map(([name, cell]) => html`<td data-name="${name}">${cell(payment)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${moreView(payments.length)}`;
}

function pathOf(payment: Row, { paySystems }: State): string {
  const paySystemId = idIn(payment.row, 'PAY_SYSTEM_ID');
  const isChosen = paySystems.some(({ id }) => id === paySystemId);
  return isChosen ? pagePath({ paymentId: payment.id, paySystemId }) : `/pay/${payment.id}`;
}

function paySystemTable(state: State): Html {
  return html`<ul>
      ${newest(state.paySystems).map((paySystem) => item(paySystemName(paySystem), handlerText(paySystem, state)))}
    </ul>
    ${moreView(state.paySystems.length)}`;
}

function handlerTable(handlers: readonly Handler[]): Html {
  const left = handlers.length - MOST_ROWS;
  return html`<ul>
      ${newest(handlers).map(({ id, name, code }) => item(name, `${code} · ID ${id}`))}
    </ul>
    ${left > 0 ? html`<p class="quiet">${l10n.t('Older ones that are not shown: {0}.', left)}</p>` : ''}`;
}

function item(name: string, detail: string): Html {
  return html`<li>${name} <span class="quiet">· ${detail}</span></li>`;
}

function handlerText(paySystem: PaySystem, state: State): string {
  const id = paySystem.id.toString();
  const handler = handlerOf(paySystem, state);
  return handler
    ? l10n.t('ID {0}, handler {1}', id, handler.code)
    : l10n.t('ID {0}, its handler {1} is not registered', id, paySystem.actionFile);
}

function noPaySystems(): Html {
  return html`<p>
    ${l10n.t(
      'There are no payment systems yet. Try Payment in the editor makes one for a manifest, and so does sale.paysystem.add.',
    )}
  </p>`;
}

function moreView(count: number): Html {
  if (count <= MOST_ROWS) return html``;
  return html`<p class="quiet">
    ${l10n.t('The newest {0} of {1} are shown. Pages of the others open by their ID: /pay/ID?paysystem=ID.', MOST_ROWS, count)}
  </p>`;
}

function newest<T>(rows: readonly T[]): readonly T[] {
  return rows.slice(-MOST_ROWS).toReversed();
}
