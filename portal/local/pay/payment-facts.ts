/** What a payment is, in words: for the head of its page and the lists. */
import * as l10n from '@vscode/l10n';
import { html } from 'hono/html';
import type { Html } from '../page/layout.js';
import { toFloat } from '../php/cast.js';
import { idIn, rowById, textIn } from '../shop/row.js';
import type { PaySystem, Row, Shop } from '../state.js';
import { orderOf } from '../values/subject.js';
import type { BlockContext } from './context.js';

/** The head of a payment page. */
export function paymentFacts({ payment, paySystem, handler, state }: BlockContext, mode: string | undefined): Html {
  const order = orderOf(payment, state.shop);
  return html`<dl class="facts">
    <dt>${l10n.t('Order')}</dt>
    <dd>${orderNumber(order)}</dd>
    <dt>${l10n.t('Buyer')}</dt>
    <dd>${buyerName(order, state.shop)}</dd>
    <dt>${l10n.t('Sum')}</dt>
    <dd id="sum">${sumText(payment)}</dd>
    <dt>${l10n.t('Payment system')}</dt>
    <dd>${paySystemName(paySystem)}</dd>
    <dt>${l10n.t('Handler')}</dt>
    <dd>${handler.name} (<code>${handler.code}</code>)${mode === undefined ? '' : html`, ${mode}`}</dd>
  </dl>`;
}

/** The number that people know an order by. */
export function orderNumber(order: Row | undefined): string {
  return order ? textIn(order.row, 'ACCOUNT_NUMBER') : '–';
}

/** The buyer's account, and what kind of buyer that is. */
export function buyerName(order: Row | undefined, shop: Shop): string {
  const user = order && rowById(shop.users, idIn(order.row, 'USER_ID'));
  const personType = order && rowById(shop.personTypes, idIn(order.row, 'PERSON_TYPE_ID'));
  const name = user
    ? ['NAME', 'LAST_NAME']
        .map((column) => textIn(user.row, column))
        .join(' ')
        .trim()
    : '';
  const kind = personType ? textIn(personType.row, 'NAME') : '';
  if (name === '' || kind === '') return name || kind || '–';
  return `${name} (${kind})`;
}

/** `1990.00 RUB`. */
export function sumText({ row }: Row): string {
  return `${plainSum(toFloat(row.get('SUM') ?? null))} ${textIn(row, 'CURRENCY')}`;
}

/** All digits, also where `toFixed` would write an exponent: so large floats are whole numbers. */
function plainSum(sum: number): string {
  return Math.abs(sum) < 1e21 || !Number.isFinite(sum) ? sum.toFixed(2) : `${BigInt(sum)}.00`;
}

/** Its name, or its number when it has none. */
export function paySystemName({ id, row }: PaySystem): string {
  return textIn(row, 'NAME') || `#${id}`;
}
