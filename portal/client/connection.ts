/** Where a portal is and how a caller proves itself: reading, naming and masking webhook addresses. */
import * as l10n from '@vscode/l10n';

/** How a portal is called. The address of a webhook is a secret: its last part gives every right of the webhook. */
export interface Connection {
  readonly kind: 'webhook';
  /** Up to and including the code, without a slash at the end: `https://acme.bitrix24.com/rest/1/abc123`. */
  readonly address: string;
}

/** The text is no webhook address. The message says why and never repeats the text. */
export class InvalidWebhookError extends Error {
  override readonly name = 'InvalidWebhookError';
}

/** Shown instead of a webhook's code. */
export const MASK = '•••';

/** User and code; the portal's own page shows the address with a slash, its examples with a method after it. */
const WEBHOOK_PATH = /^\/rest\/(\d+)\/([^/]+)(?:\/(?:[a-z]+(?:\.[a-z]+)*)?\/?)?$/i;

/** Whether a host name (as `URL.hostname` gives it) is this machine: the only place plain http may go to. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function parseUrl(text: string): URL {
  try {
    return new URL(text.trim());
  } catch {
    // Masking codes must leave the example alone, so it is not spelled like a real address.
    throw new InvalidWebhookError(
      l10n.t('This is no address. A webhook address looks like https://your-portal.bitrix24.com/rest/<user>/<code>.'),
    );
  }
}

/** Reads a webhook address as the portal shows it. Throws `InvalidWebhookError`. */
export function parseWebhook(text: string): Connection {
  const url = parseUrl(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InvalidWebhookError(l10n.t('A webhook address starts with https://.'));
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new InvalidWebhookError(
      l10n.t('Over plain http anyone on the way could read the code of the webhook. Use the https:// address.'),
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new InvalidWebhookError(
      l10n.t('A webhook address has no name, password, "?" or "#" in it. Copy it again from the portal.'),
    );
  }
  const [, user, code] = WEBHOOK_PATH.exec(url.pathname) ?? [];
  if (user === undefined || code === undefined) {
    throw new InvalidWebhookError(
      l10n.t('A webhook address ends with /rest/, the number of a user and the code. Copy it again from the portal.'),
    );
  }
  return { kind: 'webhook', address: `${url.origin}/rest/${user}/${code}` };
}

/** The address with its code hidden, for showing: `https://acme.bitrix24.com/rest/1/•••`. */
export function maskWebhook(address: string): string {
  try {
    return parseWebhook(address).address.replace(/[^/]+$/, MASK);
  } catch {
    // What can't be read may still hold a code: show nothing of it.
    return MASK;
  }
}

/** Name of the portal for people: its host, with the port where there is one. */
export function portalName(connection: Connection): string {
  return new URL(connection.address).host;
}

/** Whether the portal runs on this machine, as the local portal does. */
export function isLocal(connection: Connection): boolean {
  return isLoopback(new URL(connection.address).hostname);
}
