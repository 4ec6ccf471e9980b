/** No answer came from the endpoint. */
import * as l10n from '@vscode/l10n';
import type { Attempt, CallFailure } from '../exchange/exchange.js';
import { hostOf } from './place.js';
import type { Explanation } from './explanation.js';

type Explain = (host: string, detail: string) => Explanation;

const EXPLANATIONS: Readonly<Record<CallFailure, Explain>> = {
  timeout: (host, detail) => ({
    reason: l10n.t('{0} did not answer in time ({1}).', host, detail),
    advice: l10n.t(
      'Let the endpoint answer first and do slow work afterwards, and check that a firewall lets it answer.',
    ),
  }),
  refused: (host) => ({
    reason: l10n.t('Nothing accepts connections at {0}.', host),
    advice: l10n.t('Start the endpoint, or correct host and port in ACTION_URI.'),
  }),
  'unknown-host': (host) => ({
    reason: l10n.t('There is no host named {0}.', host.replace(/:\d+$/, '')),
    advice: l10n.t('Correct the host name in ACTION_URI.'),
  }),
  tls: (host, detail) =>
    NO_CERTIFICATE.test(detail) ? explainNoHttps(host, detail) : explainCertificate(host, detail),
  dropped: (host) => ({
    reason: l10n.t('{0} closed the connection before its answer was complete.', host),
    advice: l10n.t('Look into the log of the endpoint: it may have stopped in the middle of the request.'),
  }),
  'invalid-address': () => ({
    reason: l10n.t('The address is no http or https address.'),
    advice: l10n.t('Give ACTION_URI as a full address that begins with https://.'),
  }),
  other: (host, detail) => ({
    reason: l10n.t('{0} could not be reached ({1}).', host, detail),
    advice: l10n.t('Check ACTION_URI, the network, and whether the endpoint speaks HTTP.'),
  }),
};

/** Codes of connections that failed before a certificate was looked at: those of the system and of OpenSSL. */
const NO_CERTIFICATE = /^(?:E[A-Z]+|ERR_SSL_\w+|)$/;

const explainNoHttps: Explain = (host, detail) => ({
  reason: l10n.t('{0} speaks no https, or none that a portal understands ({1}).', host, detail),
  advice: l10n.t('Correct scheme and port in ACTION_URI, or let the server speak TLS 1.2 or newer there.'),
});

const explainCertificate: Explain = (host, detail) => ({
  reason: l10n.t('The certificate of {0} is not trusted ({1}).', host, detail),
  advice: l10n.t(
    'Use a valid certificate that a known authority issued for this name, and send the intermediate certificates too.',
  ),
});

/** Says why there is no response. */
export function explainNoAnswer({ request, failure }: Attempt): Explanation {
  return EXPLANATIONS[failure?.kind ?? 'other'](hostOf(request.url), failure?.message ?? '');
}

/** The answer was thrown away because the developer asked for that. */
export function explainDropped(): Explanation {
  return {
    reason: l10n.t('The answer was dropped on purpose, as if the connection had been lost.'),
    advice: l10n.t(
      'The portal has stored no PAYMENT_ID. Let the endpoint recognise the payment by PAYMENT_ID in BX_SYSTEM_PARAMS when the buyer tries again.',
    ),
  };
}
