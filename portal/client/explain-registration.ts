/** What to say when a registration was sent and did not end as it should. */
import * as l10n from '@vscode/l10n';
import type { RegistrationError } from './errors.js';

const SHOWN = 3;

/** The first places; the rest is only counted. */
function placesText(places: readonly string[]): string {
  const shown = places.slice(0, SHOWN).join(', ');
  return places.length > SHOWN ? l10n.t('{0} and {1} more', shown, places.length - SHOWN) : shown;
}

/** Two or three sentences: what is known, and that registering again is safe where it is. */
export function explainRegistration({ outcome, portal, id, places }: RegistrationError): string {
  switch (outcome) {
    case 'unknown':
      return l10n.t(
        'No answer came from {0}, so it is not known whether the handler was registered. Register again when the portal can be reached: it looks for the code first, so the handler cannot double.',
        portal,
      );
    case 'unverified':
      return l10n.t(
        '{0} answered that handler {1} is registered, but its list of handlers could not be read afterwards, so it is not known what it stored. Register again to be sure: it looks for the code first, so the handler cannot double.',
        portal,
        id ?? '?',
      );
    case 'not-found':
      return l10n.t(
        'The request was sent to {0}, but its list of handlers does not show the change. Nothing was sent twice. Register again: it looks for the code first, so the handler cannot double.',
        portal,
      );
    case 'different':
      return l10n.t(
        '{0} keeps handler {1} differently from the manifest: {2}. Someone may have changed it at the same moment. Compare, then register again.',
        portal,
        id ?? '?',
        placesText(places),
      );
  }
}
