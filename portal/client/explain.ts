/** Every failure between us and a portal in words for a person: what happened, what it means, what to do. */
import * as l10n from '@vscode/l10n';
import { InvalidWebhookError } from './connection.js';
import { NetworkError, PortalError, RegistrationError } from './errors.js';
import { explainNetwork } from './explain-network.js';
import { explainRefusal } from './explain-refusal.js';
import { explainRegistration } from './explain-registration.js';

/**
 * One to three sentences, the code of the portal in brackets at the end. Text of errors that are not ours is not shown: it
 * may hold an address, and so a secret.
 */
export function explainPortalError(error: unknown): string {
  if (error instanceof PortalError) return explainRefusal(error);
  if (error instanceof NetworkError) return explainNetwork(error);
  if (error instanceof RegistrationError) return explainRegistration(error);
  if (error instanceof InvalidWebhookError) return error.message;
  return l10n.t('Something unexpected happened while talking to the portal. Nothing more is known; try again.');
}
