/** Judges a frame: whether a portal can show the page, and whether the page gets its fields. */
import * as l10n from '@vscode/l10n';
import type { FrameFacts, Judgement, ReceivedResponse } from '../exchange/exchange.js';
import { lastHop, ledAwayTo, redirectTarget, type Hops } from '../exchange/follow.js';
import { NOTHING_WRONG, type Explanation } from './explanation.js';
import { explainHttpFrame, explainLostMessage } from './frame-address.js';
import { readFraming } from './framing.js';
import { explainErrorPage, explainTooManyRedirects } from './judge-form.js';
import { explainNoAnswer } from './no-answer.js';
import { hostOf } from './place.js';
import { explainPopups } from './popups.js';

/** `hops` is what the portal saw when it fetched the page; `facts` is what the payment page saw, if it was shown. */
export function judgeFrame(hops: Hops, facts?: FrameFacts): Judgement {
  const last = lastHop(hops);
  const host = hostOf(ledAwayTo(hops) ?? last.request.url);
  const empty = l10n.t('The buyer sees an empty frame.');
  const failed = (buyerSees: string, explanation: Explanation, outcome: 'frame' | 'unreachable' = 'frame') =>
    ({ outcome, ok: false, buyerSees, ...explanation }) as const;

  const http = explainHttpFrame(hops);
  if (http) return failed(empty, http);
  const { response } = last;
  if (response === null) return failed(empty, explainNoAnswer(last), 'unreachable');
  const framing = readFraming(response.headers);
  if (framing.kind === 'refused') return failed(empty, framing.explanation);

  const page = l10n.t('The buyer sees the page of {0} in a frame.', host);
  const broken = explainLostMessage(hops) ?? explainBroken(hops, response);
  if (broken) return failed(page, broken);
  const ancestors = framing.kind === 'some' ? explainAncestors(framing.ancestors) : undefined;
  const note = ancestors ?? (facts && explainBehaviour(facts)) ?? explainPopups(response) ?? NOTHING_WRONG;
  return { outcome: 'frame', ok: true, buyerSees: page, ...note };
}

function explainBroken(hops: Hops, response: ReceivedResponse): Explanation | undefined {
  const last = lastHop(hops);
  const host = hostOf(last.request.url);
  if (redirectTarget(last) !== undefined) return explainTooManyRedirects(host);
  return response.status >= 400 ? explainErrorPage(host, response.status) : undefined;
}

function explainAncestors(ancestors: string): Explanation {
  return {
    reason: l10n.t('Content-Security-Policy lets only these pages show the frame: {0}.', ancestors),
    advice: l10n.t('Check that the address of the portal is among them; the local portal may show an empty frame.'),
  };
}

/** What the page saw while the frame was there. */
function explainBehaviour({ foreignOrigins, silentAfter, size }: FrameFacts): Explanation | undefined {
  const [foreign] = foreignOrigins;
  if (foreign !== undefined) {
    return {
      reason: l10n.t('A message from {0} was not honoured: it does not come from the host of ACTION_URI.', foreign),
      advice: l10n.t('Post the size from a page on the host of ACTION_URI.'),
    };
  }
  if (silentAfter === undefined || size !== undefined) return undefined;
  return {
    reason: l10n.t('The frame asked for no size within {0} s, so it stays 350 pixels high.', silentAfter),
    advice: l10n.t('That is fine if it fits; otherwise post { height: … } to the parent window.'),
  };
}
