/**
 * Endpoint for FORM_DATA: the buyer's browser sends the form here.
 *
 *   B24PAY_WEBHOOK=… node docs/samples/form.mjs
 */
import { bankAddress, bankRoutes, openPayment } from './bank.mjs';
import { askPayment } from './portal.mjs';
import { redirect, serve } from './server.mjs';

serve({
  ...bankRoutes,
  /**
   * Everything in the form has been in the hands of the buyer, hidden fields too. So it only says which payment is meant;
   * what it costs, and in which shop, the portal tells. The portal adds BX_PAYSYSTEM_ID and BX_RETURN_URL by itself.
   */
  'POST /form': async ({ form }) => {
    const payment = await askPayment(form.get('paymentId'), form.get('BX_PAYSYSTEM_ID'));
    return redirect(bankAddress(openPayment(payment), form.get('BX_RETURN_URL')));
  },
});
