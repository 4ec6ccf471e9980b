/**
 * What the samples ask their portal, through an incoming webhook with the scopes `pay_system` and `sale`. Its address is
 * as good as a password: it comes from the environment, and goes into no page, no log and no error.
 */
import { Refusal } from './server.mjs';

/**
 * @typedef {object} Payment What the portal knows about a payment: all of it can be trusted
 * @property {string} paymentId
 * @property {string} paySystemId
 * @property {number} sum
 * @property {string} currency
 * @property {boolean} isPaid
 * @property {Record<string, unknown>} settings Values of the handler's CODES, as the shop has filled them in
 */

const webhook = process.env.B24PAY_WEBHOOK?.replace(/\/+$/, '') ?? '';
if (!URL.canParse(webhook)) {
  console.error('Set B24PAY_WEBHOOK to the address of an incoming webhook, up to and including its code.');
  process.exit(1);
}

/**
 * Asks about a payment. The IDs may come from anybody: the portal answers only when it has that payment for that payment
 * system. The sum comes from here in every mode, never from a form.
 *
 * @returns {Promise<Payment>}
 */
export async function askPayment(/** @type {string | null} */ paymentText, /** @type {string | null} */ paySystemText) {
  const paymentId = readId(paymentText);
  const paySystemId = readId(paySystemText);
  const [settings, { payment }] = await Promise.all([
    call('sale.paysystem.settings.payment.get', { PAYMENT_ID: paymentId, PAY_SYSTEM_ID: paySystemId }),
    call('sale.payment.get', { id: paymentId }),
  ]);
  // Also keeps out payment systems of other handlers of the portal: they have no such code.
  if (!settings.SHOP_ID) throw new Refusal('The shop is not ready for this way to pay: its number is missing.');
  const { sum, currency, paid } = payment;
  return { paymentId, paySystemId, sum: Number(sum), currency, isPaid: paid === 'Y', settings };
}

/**
 * Tells the portal that the buyer has paid. To say it twice does no harm. The portal compares no sums: do that before. It
 * answers `true` even when it could not save the payment, so look at what it has saved.
 */
export async function reportPaid(/** @type {Payment} */ { paymentId, paySystemId }) {
  await call('sale.paysystem.pay.payment', { PAYMENT_ID: paymentId, PAY_SYSTEM_ID: paySystemId });
  const { isPaid } = await askPayment(paymentId, paySystemId);
  if (!isPaid) throw new Error(`Payment ${paymentId} is not paid on the portal, although pay.payment was answered.`);
}

/** IDs have nothing but digits: what looks otherwise is not worth a call. */
function readId(/** @type {string | null} */ text) {
  if (text === null || !/^[1-9]\d{0,17}$/.test(text)) throw new Refusal('The shop has sent no payment.');
  return text;
}

async function call(/** @type {string} */ method, /** @type {object} */ params) {
  let answer;
  try {
    const response = await fetch(`${webhook}/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(params),
      // The address must not be sent on, and a portal waits 60 seconds for us at most.
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    });
    answer = await response.json();
  } catch {
    // What fetch says may repeat the address.
    throw new Error(`${method}: the portal could not be reached, or its answer is no JSON.`);
  }
  // The status of an error differs from portal to portal; `error` is what counts.
  if (answer?.error !== undefined) throw new Error(`${method}: ${answer.error} ${answer.error_description}`);
  return answer.result;
}
