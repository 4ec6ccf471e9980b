/** What a portal itself tells an endpoint about a payment. */
import { arrayOf } from '../php/arrays.js';
import { isEmpty } from '../php/cast.js';
import type { PhpArray } from '../php/value.js';
import { orderOf } from '../values/subject.js';
import { paymentValue } from '../values/payment-value.js';
import type { BlockContext } from './context.js';

/** Key of the system parameters beside the fields. */
export const SYSTEM_PARAMS = 'BX_SYSTEM_PARAMS';

/** The only values that no buyer can change. EXTERNAL_PAYMENT_ID is the PAYMENT_ID that an earlier checkout brought. */
export function systemParams({ state, payment, paySystem, request }: BlockContext): PhpArray {
  const subject = { shop: state.shop, payment, paySystem, order: orderOf(payment, state.shop) };
  const external = payment.row.get('PS_INVOICE_ID') ?? null;
  return arrayOf({
    RETURN_URL: request.pageUrl,
    PAYSYSTEM_ID: paySystem.id,
    PAYMENT_ID: payment.id,
    SUM: paymentValue('SUM', subject),
    CURRENCY: paymentValue('CURRENCY', subject),
    ...(!isEmpty(external) && { EXTERNAL_PAYMENT_ID: external }),
  });
}
