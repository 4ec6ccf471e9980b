/** Judges the answer to a checkout: what the buyer sees, why, and what to change. */
import * as l10n from '@vscode/l10n';
import type { Conclusion } from '../exchange/conclude.js';
import type { Attempt, Fault, Judgement, Outcome } from '../exchange/exchange.js';
import { DECODING_ERROR, DEFAULT_ERROR } from '../exchange/portal-texts.js';
import { NOTHING_WRONG, type Explanation } from './explanation.js';
import { explainDropped, explainNoAnswer } from './no-answer.js';
import { explainNotJson } from './not-json.js';
import { explainNothingUsable } from './nothing-usable.js';
import { hostOf, isHttpAddress } from './place.js';
import { explainStatus } from './wrong-status.js';

/** What is judged. */
export interface CheckoutFacts {
  readonly attempt: Attempt;
  readonly conclusion: Conclusion;
  readonly fault?: Fault;
  /** PAYMENT_ID of the answer to the same request before, when it was delivered twice. */
  readonly earlierPaymentId?: string;
}

/** The judgement on one exchange. */
export function judgeCheckout(facts: CheckoutFacts): Judgement {
  const { attempt, conclusion, fault } = facts;
  const { response } = attempt;
  if (response === null) {
    const explanation = fault === 'drop-answer' ? explainDropped() : explainNoAnswer(attempt);
    return failed('unreachable', reads(DEFAULT_ERROR), explanation);
  }
  switch (conclusion.kind) {
    case 'pay-link':
      return judgeLink(conclusion, facts.earlierPaymentId);
    case 'errors':
      return failed('payment-errors', reads(conclusion.texts.join(' ')), {
        reason: l10n.t('The endpoint answered with PAYMENT_ERRORS.'),
        advice: l10n.t(
          'If this payment should have been accepted, look at what was sent and at the log of the endpoint.',
        ),
      });
    case 'decoding-error':
      return failed('decoding-error', reads(DECODING_ERROR), explainNotJson(response));
    case 'default-error': {
      const explanation = response.status === 200 ? explainNothingUsable(response) : explainStatus(response);
      return failed('default-error', reads(DEFAULT_ERROR), explanation);
    }
  }
}

function judgeLink(link: Extract<Conclusion, { kind: 'pay-link' }>, earlier = link.paymentId): Judgement {
  const buyerSees = l10n.t('The buyer gets a Pay link to {0}.', hostOf(link.url));
  if (!isHttpAddress(link.url)) {
    return failed('pay-link', buyerSees, {
      reason: l10n.t('PAYMENT_URL is no full http or https address, and a portal links it as it is.'),
      advice: l10n.t('Put the full address of the page into PAYMENT_URL, beginning with https://.'),
    });
  }
  if (earlier !== link.paymentId) {
    return failed('pay-link', buyerSees, {
      reason: l10n.t('The same request, delivered twice, made two payments: {0} and {1}.', earlier, link.paymentId),
      advice: l10n.t(
        'Look the payment up by PAYMENT_ID of BX_SYSTEM_PARAMS, and answer with the one that was made first.',
      ),
    });
  }
  return { outcome: 'pay-link', ok: true, buyerSees, ...NOTHING_WRONG };
}

function failed(outcome: Outcome, buyerSees: string, explanation: Explanation): Judgement {
  return { outcome, ok: false, buyerSees, ...explanation };
}

function reads(text: string): string {
  return l10n.t('The buyer reads "{0}".', text);
}
