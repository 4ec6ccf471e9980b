/** What it means that no usable answer came from a portal, and what to do. */
import * as l10n from '@vscode/l10n';
import type { NetworkError, NetworkReason } from './errors.js';

/** Sentences by reason; the detail (an error code, a host, a status) stands in brackets at the end where there is one. */
const EXPLANATIONS: Readonly<Record<NetworkReason, (portal: string) => string>> = {
  unreachable: (portal) =>
    l10n.t('{0} cannot be reached. Check the address, the network, and whether the portal runs', portal),
  tls: (portal) =>
    l10n.t(
      'The secure connection to {0} failed: its certificate is not trusted here, or it does not speak https. Nothing was sent',
      portal,
    ),
  broken: (portal) => l10n.t('The connection to {0} broke before an answer came. Try again', portal),
  timeout: (portal) => l10n.t('{0} did not answer in time. Try again later', portal),
  cancelled: (portal) => l10n.t('The call to {0} was cancelled', portal),
  redirect: (portal) =>
    l10n.t(
      '{0} sends callers on to another address. It was not followed, because the code of the webhook would go there too. Use the new address if you trust it',
      portal,
    ),
  limit: (portal) => l10n.t('{0} gets too many requests at once. Try again in a minute', portal),
  'not-json': (portal) =>
    l10n.t(
      '{0} answered with something that is no answer of a portal, such as a web page. Check that the address is that of a webhook',
      portal,
    ),
  'too-large': (portal) => l10n.t('The answer of {0} is too large to be read', portal),
  unexpected: (portal) =>
    l10n.t('{0} answered in a form that a Bitrix24 portal does not use. Check the address', portal),
};

/** One or two sentences, with the detail in brackets at the end. */
export function explainNetwork({ reason, call, detail }: NetworkError): string {
  const text = EXPLANATIONS[reason](call.portal);
  return detail === '' ? `${text}.` : l10n.t('{0} ({1}).', text, detail);
}
