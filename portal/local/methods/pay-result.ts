/** What a payment's row holds when its handler has said that it is paid. */
import { isEmpty, toText } from '../php/cast.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import { RestFault } from '../rest/fault.js';
import { idIn, textIn } from '../shop/row.js';
import { portalDateTime } from '../shop/portal-date.js';
import type { Row } from '../state.js';

/** Inputs that the documentation does not speak of: whatever a handler sends is stored, the sum unchecked. */
const INPUTS = [
  'PS_INVOICE_ID',
  'PS_STATUS_CODE',
  'PS_STATUS_DESCRIPTION',
  'PS_STATUS_MESSAGE',
  'PS_SUM',
  'PS_CURRENCY',
  'PS_RECURRING_TOKEN',
  'PS_CARD_NUMBER',
];

/** The columns of the payment system's answer. Empty inputs are none. */
export function answerColumns(params: PhpArray, now: Date): Readonly<Record<string, PhpValue>> {
  const moment = portalDateTime(now);
  const sent = INPUTS.flatMap((name) => {
    const value = params.get(name);
    return value === undefined || isEmpty(value) ? [] : [[name, toText(value)] as const];
  });
  return {
    PS_STATUS: 'Y',
    PS_STATUS_CODE: 'Y',
    PS_RESPONSE_DATE: moment,
    PAY_VOUCHER_DATE: moment.slice(0, 10),
    ...Object.fromEntries(sent),
  };
}

/** Refuses an order that is lost or cancelled. `id` is the one that was looked for. Throws RestFault. */
export function requireLiveOrder(order: Row | undefined, id: bigint): Row {
  if (!order) throw refused(`Order #${id} does not exist`);
  if (textIn(order.row, 'CANCELED') === 'Y') throw refused(`Order #${id} canceled`);
  return order;
}

/** The ID of a payment's order. */
export function orderIdOf(payment: Row): bigint {
  return idIn(payment.row, 'ORDER_ID');
}

function refused(description: string): RestFault {
  return new RestFault('ERROR_PROCESS_REQUEST_RESULT', description);
}
