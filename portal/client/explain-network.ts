/** What it means that no usable answer came from a portal, and what to do. */
import * as l10n from '@vscode/l10n';
import type { NetworkError, NetworkReason } from './errors.js';

/** By reason, without the name of the portal; the detail (an error code, a host, a status) stands in brackets at the end. */
const EXPLANATIONS: Readonly<Record<NetworkReason, () => string>> = {
  unreachable: () => l10n.t('No connection. Check the address, the network, and whether the portal runs'),
  tls: () =>
    l10n.t(
      'No secure connection: the certificate is not trusted here, or the portal does not speak https. Nothing was sent',
    ),
  broken: () => l10n.t('The connection broke before an answer came. Try again'),
  timeout: () => l10n.t('No answer in time. Try again later'),
  cancelled: () => l10n.t('The call was cancelled'),
  redirect: () =>
    l10n.t(
      'Sent on to another address. It was not followed, because the code of the webhook would go there too. Use the new address if you trust it',
    ),
  limit: () => l10n.t('Too many requests at once. Try again in a minute'),
  'not-json': () =>
    l10n.t('Not the answer of a portal, but something such as a web page. Check that the address is that of a webhook'),
  'too-large': () => l10n.t('The answer is too large to be read'),
  unexpected: () => l10n.t('Not the answer of a Bitrix24 portal: its form is another one. Check the address'),
};

/** One or two sentences, with the detail in brackets at the end. */
export function explainNetwork({ reason, detail }: NetworkError): string {
  const text = EXPLANATIONS[reason]();
  return detail === '' ? `${text}.` : l10n.t('{0} ({1}).', text, detail);
}
