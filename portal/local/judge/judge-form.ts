/** Judges forms and direct links: what the buyer's browser sends to the endpoint itself. */
import * as l10n from '@vscode/l10n';
import type { Judgement } from '../exchange/exchange.js';
import { lastHop, ledAwayTo, redirectTarget, type Hops } from '../exchange/follow.js';
import { NOTHING_WRONG, type Explanation } from './explanation.js';
import { explainNoAnswer } from './no-answer.js';
import { hostOf } from './place.js';

/** `form`, or `redirect` for the direct link. */
export type VisitOutcome = 'form' | 'redirect';

/** The browser was seen to send it; what came back only the buyer sees. */
export function judgeSent(outcome: VisitOutcome, url: string): Judgement {
  const buyerSees =
    outcome === 'form'
      ? l10n.t('The browser sends the form to {0}; what the buyer sees next is the page of the endpoint.', hostOf(url))
      : l10n.t(
          'The browser follows the link to {0}; what the buyer sees next is the page of the endpoint.',
          hostOf(url),
        );
  return { outcome, ok: true, buyerSees, ...NOTHING_WRONG };
}

/** It was sent without a browser, so that the answer is known. */
export function judgeVisit(outcome: VisitOutcome, hops: Hops): Judgement {
  const last = lastHop(hops);
  const host = hostOf(last.request.url);
  const failed = (explanation: Explanation): Judgement => ({
    outcome: last.response === null ? 'unreachable' : outcome,
    ok: false,
    buyerSees: l10n.t('The buyer sees an error instead of the page of {0}.', host),
    ...explanation,
  });
  if (last.response === null) return failed(explainNoAnswer(last));
  const away = ledAwayTo(hops);
  if (away !== undefined) {
    const buyerSees = l10n.t('{0} leads the buyer on to {1}.', host, hostOf(away));
    return { outcome, ok: true, buyerSees, ...NOTHING_WRONG };
  }
  if (redirectTarget(last) !== undefined) return failed(explainTooManyRedirects(host));
  if (last.response.status >= 400) return failed(explainErrorPage(host, last.response.status));
  return { outcome, ok: true, buyerSees: l10n.t('The buyer sees the page of {0}.', host), ...NOTHING_WRONG };
}

/** Redirects without an end, as far as they were followed. */
export function explainTooManyRedirects(host: string): Explanation {
  return {
    reason: l10n.t('{0} sends the browser on and on.', host),
    advice: l10n.t('Check that the redirects of the endpoint come to an end.'),
  };
}

/** The page is an error page. */
export function explainErrorPage(host: string, status: number): Explanation {
  return {
    reason: l10n.t('{0} answered with status {1}.', host, status),
    advice: l10n.t('Check ACTION_URI, and look into the log of the endpoint.'),
  };
}
