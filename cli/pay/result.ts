/** What came of a payment, as the local portal tells it. */
import { isObject, member } from '../../schemas/record.js';
import { callControl, type LocalControl } from '../../portal/client/local-control.js';
import type { PayResult } from '../../portal/local/exchange/pay-without-browser.js';
import type { PayOptions } from './options.js';

/** How long `--fault late` waits, in seconds. */
const LATE = 5;

/** Has the payment made. Throws `PortalError` and `NetworkError`. */
export function pay(
  control: LocalControl,
  payment: { readonly paymentId: number; readonly paySystemId: number },
  { fields, fault }: PayOptions,
): Promise<PayResult> {
  const { paymentId, paySystemId } = payment;
  const asked = fault === undefined ? {} : { fault, ...(fault === 'late' && { seconds: LATE }) };
  return callControl(control, 'pay', { paymentId, paySystemId, fields, ...asked }, (answer) =>
    isResult(answer) ? answer : undefined,
  );
}

/** Both sides are ours: enough to tell a result from anything else. */
function isResult(answer: unknown): answer is PayResult {
  return isObject(answer) && typeof answer.outcome === 'string' && Array.isArray(member(answer, 'exchanges'));
}
