/**
 * Endpoint for CHECKOUT_DATA: the portal itself sends the payment here, and shows the buyer a link to PAYMENT_URL.
 *
 *   B24PAY_WEBHOOK=… node docs/samples/checkout.mjs
 */
import { bankAddress, bankRoutes, openPayment } from './bank.mjs';
import { askPayment } from './portal.mjs';
import { json, reasonFor, Refusal, serve } from './server.mjs';

serve({
  ...bankRoutes,
  /** The portal reads nothing but answers with status 200, so reasons go there with 200 as well. */
  'POST /checkout': async (visit) => {
    try {
      return json(await register(visit));
    } catch (error) {
      return json({ PAYMENT_ERRORS: [reasonFor(error)] });
    }
  },
});

/**
 * Only BX_SYSTEM_PARAMS come from the portal unchanged: the buyer can overwrite every value of FIELDS in the address of
 * the payment page. That is why the field `sum` of the manifest is not read here. Try it: add `&sum=1` to the address.
 *
 * Nothing proves that the request comes from a portal, though: anybody can write to this address. So the payment is
 * looked up, and the sums have to agree.
 */
async function register(/** @type {import('./server.mjs').Visit} */ { form, origin }) {
  const told = (/** @type {string} */ name) => form.get(`BX_SYSTEM_PARAMS[${name}]`);
  const payment = await askPayment(told('PAYMENT_ID'), told('PAYSYSTEM_ID'));
  // Sums are decimal fractions, and may be written with more digits than they have.
  const isSame = Math.abs(Number(told('SUM')) - payment.sum) < 0.005 && told('CURRENCY') === payment.currency;
  if (!isSame) throw new Refusal('The sum is not the one of the order. Please load the page of the shop again.');

  // The portal keeps PAYMENT_ID and sends it as EXTERNAL_PAYMENT_ID from then on. There is no need for it here, since
  // payments are found by the portal's own PAYMENT_ID, which is there the first time, too.
  const opened = openPayment(payment);
  return { PAYMENT_URL: origin + bankAddress(opened, told('RETURN_URL')), PAYMENT_ID: opened.id };
}
