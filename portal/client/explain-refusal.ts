/** What a portal's error codes mean and what to do about them. Sentences lack the last full stop: the code comes after them. */
import * as l10n from '@vscode/l10n';
import type { PortalError } from './errors.js';
import { explainCheckFailure } from './explain-check-failure.js';
import { quoted } from './quoted.js';

type Explanation = (error: PortalError) => string | undefined;

const isUpdate = ({ call }: PortalError) => call.method.toLowerCase() === 'sale.paysystem.handler.update';

/** Who may call: the webhook, the application, the user's rights, the portal's plan. */
const ACCESS: Readonly<Record<string, Explanation>> = {
  // One code, two meanings: the plan of the portal, or the right of the user.
  ACCESS_DENIED: ({ description }) =>
    /plan|subscription|tariff/i.test(description)
      ? l10n.t('No REST API on the plan of this portal. Its administrator can change the plan')
      : l10n.t(
          'The user of this webhook may not manage payment handlers. Use a webhook of an administrator, or ask one for the right to change the CRM settings',
        ),
  INVALID_CREDENTIALS: () =>
    l10n.t('Unknown webhook: it was deleted, or its address is mistyped. Copy the address again'),
  NO_AUTH_FOUND: () => l10n.t('The portal found no access data in the request. Copy the address of the webhook again'),
  insufficient_scope: () =>
    l10n.t('This webhook may not use payment systems. Add the scope pay_system to it on the portal'),
  expired_token: () => l10n.t('The access token is too old. Connect to the portal again'),
  user_access_error: () => l10n.t('This user may not use the application. An administrator of the portal can allow it'),
  authorization_error: () => l10n.t('The portal could not sign the user in. Connect to it again'),
  APPLICATION_NOT_FOUND: () =>
    l10n.t('The portal does not know the application. Install it on the portal, then connect again'),
  CONNECTION_ERROR: () =>
    l10n.t('The portal could not reach its authorization server. That passes by itself: try again in a few minutes'),
  WRONG_LICENSE: () =>
    l10n.t('The licence of this portal does not include this feature. Its administrator can change that'),
  PORTAL_DELETED: () => l10n.t('This portal was deleted. Use the address of another one'),
  INVALID_REQUEST: ({ description }) =>
    /https/i.test(description)
      ? l10n.t('The portal answers only over https. Use the https:// address of the webhook')
      : undefined,
};

/** How much may be called, and calls in batches. */
const LIMITS: Readonly<Record<string, Explanation>> = {
  QUERY_LIMIT_EXCEEDED: () =>
    l10n.t('Too many requests at once, and waiting a little did not help. Try again in a minute'),
  OPERATION_TIME_LIMIT: () =>
    l10n.t(
      'This method has used up the time that the portal grants it. The portal blocks it for some minutes: try again later',
    ),
  OVERLOAD_LIMIT: () =>
    l10n.t('The portal blocks its REST API because of overload. Ask the support of Bitrix24 if it does not pass'),
  ERROR_BATCH_METHOD_NOT_ALLOWED: () => l10n.t('The portal does not allow this method inside a batch'),
  ERROR_BATCH_LENGTH_EXCEEDED: () => l10n.t('The batch has more than the 50 commands that a portal carries out'),
};

const UNSURE = (error: PortalError) =>
  isUpdate(error)
    ? l10n.t(
        'The portal failed while it changed the handler. Older portals do so when the CODE belongs to another handler: look at the list of handlers',
      )
    : l10n.t('The portal failed inside while it worked on the request. Try again; if it stays, ask its administrator');

/** Troubles of the portal itself. */
const SYSTEM: Readonly<Record<string, Explanation>> = {
  INTERNAL_SERVER_ERROR: UNSURE,
  ERROR_UNEXPECTED_ANSWER: UNSURE,
  ERROR_CORE: UNSURE,
  ERROR_METHOD_NOT_FOUND: () =>
    l10n.t(
      'The portal does not know this method. Its "sale" module may be missing or too old, or the scope pay_system is not granted',
    ),
  ERROR_MANIFEST_IS_NOT_AVAILABLE: () =>
    l10n.t('The portal says that the manifest of the application is not available'),
  WRONG_ENCODING: () =>
    l10n.t(
      'The portal could not write its answer: some stored text is not valid UTF-8. Whether it did what was asked shows in the list of handlers',
    ),
  ERROR_ARGUMENT: ({ description }) => l10n.t('The portal does not accept an argument: {0}', quoted(description)),
};

/** What the handler methods refuse. */
const HANDLERS: Readonly<Record<string, Explanation>> = {
  ERROR_CHECK_FAILURE: explainCheckFailure,
  ERROR_HANDLER_ALREADY_EXIST: (error) =>
    isUpdate(error)
      ? l10n.t('The portal says another handler has this code already. Choose another CODE')
      : l10n.t('The portal says this code is taken. Register again to change that handler, or choose another CODE'),
  ERROR_HANDLER_NOT_FOUND: () =>
    l10n.t('The portal has no handler with this ID any more. Register again: it is then added anew'),
  ERROR_HANDLER_ADD: ({ description }) =>
    l10n.t(
      'NAME must have 1 to 255 characters, CODE at most 50. The portal could not store the handler: {0}',
      quoted(description),
    ),
  ERROR_HANDLER_UPDATE: ({ description }) =>
    l10n.t(
      'NAME must have 1 to 255 characters, CODE at most 50. The portal could not change the handler: {0}',
      quoted(description),
    ),
  ERROR_PAY_SYSTEM_DELETE: () =>
    l10n.t('A payment system on the portal uses this handler. Delete that payment system first'),
  ERROR_HANDLER_DELETE: ({ description }) =>
    l10n.t('The portal could not delete the handler: {0}', quoted(description)),
};

const EXPLANATIONS: Readonly<Record<string, Explanation>> = { ...ACCESS, ...LIMITS, ...SYSTEM, ...HANDLERS };

/** One or two sentences, with the portal's code in brackets at the end. */
export function explainRefusal(error: PortalError): string {
  const explanation = Object.hasOwn(EXPLANATIONS, error.code) ? EXPLANATIONS[error.code]?.(error) : undefined;
  const text =
    explanation ??
    (error.description === ''
      ? l10n.t('The portal refuses the request and gives no reason')
      : l10n.t('The portal refuses the request: {0}', quoted(error.description)));
  return l10n.t('{0} ({1}).', text, quoted(error.code));
}
