/** Every failure between us and a portal in words for a person: what happened, what it means, what to do. */
import * as l10n from '@vscode/l10n';
import { InvalidWebhookError } from './connection.js';
import { isPortalFailure, NetworkError, PortalError, RegistrationError, type PortalFailure } from './errors.js';
import { explainNetwork } from './explain-network.js';
import { explainRefusal } from './explain-refusal.js';
import { explainRegistration } from './explain-registration.js';

/**
 * One to three sentences that name the portal, its code in brackets at the end. Text of errors that are not ours is not shown:
 * it may hold an address, and so a secret.
 */
export function explainPortalError(error: unknown): string {
  if (isPortalFailure(error)) {
    // What happened to a registration is not told without saying where.
    return error instanceof RegistrationError ? reasonOf(error) : `${error.call.portal}: ${reasonOf(error)}`;
  }
  if (error instanceof InvalidWebhookError) return error.message;
  return l10n.t('Something unexpected happened while talking to the portal. Nothing more is known; try again.');
}

/** The same where the portal is named already: it begins with the reason, of which a narrow place shows the first words. */
export function reasonOf(failure: PortalFailure): string {
  if (failure instanceof PortalError) return explainRefusal(failure);
  return failure instanceof NetworkError ? explainNetwork(failure) : explainRegistration(failure);
}
