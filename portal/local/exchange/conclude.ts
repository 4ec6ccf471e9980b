/** What a portal makes of the answer to a checkout. */
import { isEmpty, toText } from '../php/cast.js';
import { upperCaseKeys } from '../php/arrays.js';
import { decodeJson } from '../php/json-decode.js';
import { PhpJsonError } from '../php/json-error.js';
import { EMPTY_ARRAY, isArray, type PhpArray, type PhpValue } from '../php/value.js';
import type { ReceivedResponse } from './exchange.js';

/** What the payment page shows. */
export type Conclusion =
  /** The link, and PAYMENT_ID is stored. */
  | { readonly kind: 'pay-link'; readonly url: string; readonly paymentId: string }
  /** PAYMENT_ERRORS, one under the other. */
  | { readonly kind: 'errors'; readonly texts: readonly string[] }
  /** "Error registering order in payment system". */
  | { readonly kind: 'default-error' }
  /** "Response decoding error". */
  | { readonly kind: 'decoding-error' };

/** `response` is null when no answer came. */
export function conclude(response: ReceivedResponse | null): Conclusion {
  // Every other status is as good as no answer, whatever the body says.
  if (response?.status !== 200) return { kind: 'default-error' };
  const value = decodeAnswer(response);
  if (value === undefined) return { kind: 'decoding-error' };
  const answer = answerKeys(value);
  const url = answer.get('PAYMENT_URL');
  const paymentId = answer.get('PAYMENT_ID');
  if (!isEmpty(url) && !isEmpty(paymentId)) {
    return { kind: 'pay-link', url: toText(url ?? null), paymentId: toText(paymentId ?? null) };
  }
  const errors = answer.get('PAYMENT_ERRORS');
  return isArray(errors) && errors.size > 0
    ? { kind: 'errors', texts: [...errors.values()].map(toText) }
    : { kind: 'default-error' };
}

/** The JSON value of an answer; undefined when it is not JSON to PHP. */
export function decodeAnswer({ body, isCut, isBroken }: ReceivedResponse): PhpValue | undefined {
  if (isCut === true || isBroken === true) return undefined;
  try {
    return decodeJson(body);
  } catch (error) {
    if (error instanceof PhpJsonError) return undefined;
    throw error;
  }
}

/** The keys of an answer as the portal looks for them. What is no object has none: what a portal does then is not known. */
export function answerKeys(value: PhpValue | undefined): PhpArray {
  return isArray(value) ? upperCaseKeys(value) : EMPTY_ARRAY;
}
