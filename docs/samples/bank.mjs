/**
 * Plays the payment service, so that a payment can be tried to its end: a page where the buyer presses Pay. Your service
 * takes the place of this file. What stays is the order of things: one payment for each PAYMENT_ID, compare the sum, take
 * the money, tell the portal, lead the buyer back.
 */
import { randomUUID } from 'node:crypto';
import { askPayment, reportPaid } from './portal.mjs';
import { html, page, redirect, Refusal } from './server.mjs';

/** @typedef {import('./portal.mjs').Payment & { id: string, isTaken: boolean, isReported: boolean }} BankPayment */

/** By the portal's PAYMENT_ID. A real service has a table with a unique index, which outlives a restart. */
const payments = /** @type {Map<string, BankPayment>} */ (new Map());

/**
 * Opens a payment, or gives the one that is open: a portal asks whenever the buyer loads the page, and a request can
 * arrive twice. The sum is the portal's of this moment, since an order can change until it is paid.
 */
export function openPayment(/** @type {import('./portal.mjs').Payment} */ asked) {
  // The ID can't be guessed: it is all that is needed to see the page.
  const fresh = { ...asked, id: randomUUID(), isTaken: false, isReported: false };
  const payment = payments.get(asked.paymentId) ?? fresh;
  if (payment.isReported || (asked.isPaid && !payment.isTaken)) throw new Refusal('This payment is paid already.');
  if (!payment.isTaken) Object.assign(payment, asked);
  payments.set(asked.paymentId, payment);
  return payment;
}

/**
 * What the bank's page needs to know. `back` leads to the shop. It travels with the page and not with the payment:
 * otherwise a stranger who asks for the same payment could change where its buyer is led.
 */
export function bankFields(/** @type {BankPayment} */ payment, /** @type {string | null} */ back) {
  return { id: payment.id, back: webAddress(back) ?? '', price: priceOf(payment) };
}

/** Where the buyer pays, below the address of this server. */
export function bankAddress(/** @type {BankPayment} */ payment, /** @type {string | null} */ back) {
  return `/bank?${new URLSearchParams(bankFields(payment, back))}`;
}

/** What to add to the routes of an endpoint. */
export const bankRoutes = {
  /** The page only shows: mail programs and messengers open links before the buyer does, and must not pay. */
  'GET /bank': (/** @type {import('./server.mjs').Visit} */ { query }) => {
    const payment = findPayment(query.get('id'));
    const { id, back, price } = bankFields(payment, query.get('back'));
    return page(
      'Sample bank',
      html`<p>${price}</p>
        <form method="post" action="/bank">
          <input type="hidden" name="id" value="${id}" />
          <input type="hidden" name="back" value="${back}" />
          <input type="hidden" name="price" value="${price}" />
          <button>${payment.isTaken ? 'Back to the shop' : 'Pay'}</button>
        </form>`,
    );
  },
  'POST /bank': async (/** @type {import('./server.mjs').Visit} */ { form }) => {
    await settle(findPayment(form.get('id')), form.get('price'));
    const back = webAddress(form.get('back'));
    return back ? redirect(back) : page('Paid', html`<p>You can close this page.</p>`);
  },
};

/** Whatever fails here can be repeated: pressing Pay again takes no money twice. */
async function settle(/** @type {BankPayment} */ payment, /** @type {string | null} */ priceSeen) {
  if (!payment.isTaken) {
    const now = await askPayment(payment.paymentId, payment.paySystemId);
    // Pressed twice: the other press may have come here first.
    if (!payment.isTaken) takeMoney(payment, [priceSeen, priceOf(now)], now.isPaid);
  }
  if (!payment.isReported) await report(payment);
}

/** A real service repeats this by itself until it succeeds: the buyer may have gone. */
async function report(/** @type {BankPayment} */ payment) {
  try {
    await reportPaid(payment);
    payment.isReported = true;
  } catch (error) {
    console.error(error);
    throw new Refusal('You have paid, but the shop could not be told yet. Load this page again in a minute.', 502);
  }
}

/** The buyer pays what was shown, and only if the order still costs that. */
function takeMoney(/** @type {BankPayment} */ payment, /** @type {unknown[]} */ prices, /** @type {boolean} */ isPaid) {
  if (isPaid) throw new Refusal('This payment is paid already.');
  if (prices.some((price) => price !== priceOf(payment))) {
    throw new Refusal('The sum has changed. Please go back to the shop and begin again.');
  }
  payment.isTaken = true;
}

function findPayment(/** @type {string | null} */ id) {
  const payment = [...payments.values()].find((other) => other.id === id);
  if (!payment) throw new Refusal('The bank does not know this payment.', 404);
  return payment;
}

function priceOf(/** @type {{ sum: number, currency: string }} */ { sum, currency }) {
  return `${sum.toFixed(2)} ${currency}`;
}

/** An address that a link may lead to: `javascript:` and the like would run in our page. */
function webAddress(/** @type {string | null} */ text) {
  const url = text !== null && URL.canParse(text) ? new URL(text) : undefined;
  return url && ['http:', 'https:'].includes(url.protocol) ? url.href : undefined;
}
