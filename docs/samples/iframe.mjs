/**
 * Endpoint for IFRAME_DATA: the payment page shows /frame in a frame and posts the payment into it (frame.js).
 *
 *   B24PAY_WEBHOOK=… node docs/samples/iframe.mjs
 */
import { readFile } from 'node:fs/promises';
import { bankFields, bankRoutes, openPayment } from './bank.mjs';
import { askPayment } from './portal.mjs';
import { json, reasonFor, serve } from './server.mjs';

/** A file beside this one. */
const read = (/** @type {string} */ name) => readFile(new URL(name, import.meta.url), 'utf8');

serve({
  ...bankRoutes,
  /**
   * Neither X-Frame-Options nor frame-ancestors: they would keep the page out of the frame. Once you know the portals of
   * your shops, name them in frame-ancestors, so that no other site can lure a buyer into pressing Pay there.
   */
  'GET /frame': async () => ({
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; base-uri 'none'",
      'Referrer-Policy': 'no-referrer',
    },
    body: await read('frame.html'),
  }),
  'GET /frame.js': async () => ({
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
    body: await read('frame.js'),
  }),
  /**
   * What frame.js asks for. The message came through the buyer's browser, where everything can be changed: only the IDs
   * are taken from it, as in a form.
   */
  'POST /frame/payment': async ({ form }) => {
    try {
      const payment = openPayment(await askPayment(form.get('paymentId'), form.get('paySystemId')));
      const bank = bankFields(payment, form.get('back'));
      return json({ text: bank.price, bank });
    } catch (error) {
      return json({ text: reasonFor(error) });
    }
  },
});
