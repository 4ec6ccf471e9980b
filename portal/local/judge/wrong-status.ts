/** The status of an answer to a checkout is not 200, so that a portal reads nothing of it. */
import * as l10n from '@vscode/l10n';
import { answerKeys, decodeAnswer } from '../exchange/conclude.js';
import type { ReceivedResponse } from '../exchange/exchange.js';
import { headerOf } from '../exchange/headers.js';
import { isEmpty } from '../php/cast.js';
import type { Explanation } from './explanation.js';
import { placeOf } from './place.js';

/** Says what was lost. */
export function explainStatus(response: ReceivedResponse): Explanation {
  const { status } = response;
  const location = headerOf(response.headers, 'location');
  if (status >= 300 && status < 400 && location !== undefined) return explainRedirect(status, location);
  const answer = answerKeys(decodeAnswer(response));
  const lost = ['PAYMENT_ERRORS', 'PAYMENT_URL'].find((key) => !isEmpty(answer.get(key)));
  if (lost !== undefined) {
    return {
      reason: l10n.t(
        '{0} was lost: the status of the answer is {1}, and a portal reads only answers with status 200.',
        lost,
        status,
      ),
      advice: l10n.t('Answer with status 200, also when there are PAYMENT_ERRORS to show.'),
    };
  }
  return {
    reason: l10n.t('The status of the answer is {0}, and a portal reads only answers with status 200.', status),
    advice: adviceFor(status),
  };
}

/** Said with care: whether a portal goes to the new address is not known. */
function explainRedirect(status: number, location: string): Explanation {
  return {
    reason: l10n.t(
      'The answer is a redirect to {0} (status {1}), and only an answer with status 200 counts.',
      placeOf(location),
      status,
    ),
    advice: l10n.t(
      'Answer with status 200 and JSON at ACTION_URI itself; the page that the buyer should see belongs in PAYMENT_URL.',
    ),
  };
}

function adviceFor(status: number): string {
  if (status === 404) return l10n.t('Correct the path in ACTION_URI.');
  if (status === 405) return l10n.t('Let the endpoint accept POST.');
  if ([400, 415, 422].includes(status)) {
    return l10n.t('Check that the endpoint reads application/x-www-form-urlencoded: a portal sends no JSON.');
  }
  if (status === 401 || status === 403) {
    return l10n.t('Let the request in without a login: a portal sends no access data but the values of CODES.');
  }
  if (status >= 500) return l10n.t('Look into the log of the endpoint: it failed while it worked on the request.');
  return l10n.t('Answer with status 200 and JSON that has PAYMENT_URL and PAYMENT_ID, or PAYMENT_ERRORS.');
}
