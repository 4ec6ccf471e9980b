/** What can go wrong between us and a portal. No message ever holds the code of a webhook. */

/** The portal answered, and refused. */
export class PortalError extends Error {
  override readonly name = 'PortalError';

  constructor(
    /** The portal's own code, e.g. `ERROR_HANDLER_ALREADY_EXIST`. Key on this: front ends rewrite statuses. */
    readonly code: string,
    /** The portal's own words, secrets removed; may be empty. */
    readonly description: string,
    /** HTTP status. */
    readonly status: number,
    /** Method that was called, and name of the portal. */
    readonly call: { readonly method: string; readonly portal: string },
  ) {
    super(`${call.method}: ${code} ${description}`.trimEnd());
  }
}

/**
 * Why there is no usable answer. `limit` is a 429 without a portal's answer in it; `unexpected` is JSON that no portal
 * sends for this call.
 */
export type NetworkReason =
  | 'unreachable'
  | 'tls'
  | 'broken'
  | 'timeout'
  | 'cancelled'
  | 'redirect'
  | 'limit'
  | 'not-json'
  | 'too-large'
  | 'unexpected';

/** No usable answer came from the portal. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';

  constructor(
    readonly reason: NetworkReason,
    /** Method that was called, and name of the portal. */
    readonly call: { readonly method: string; readonly portal: string },
    /** Whether the portal may have read the request, and so may have done what it asks. */
    readonly sent: boolean,
    /** Fact for the explanation: an error code, a host, an HTTP status. */
    readonly detail = '',
  ) {
    super(`${call.method}: no answer from ${call.portal} (${reason}${detail && `, ${detail}`})`);
  }
}

/**
 * A registration was sent and did not end as it should. `unknown`: no answer came, and the portal could not be asked
 * afterwards. `unverified`: the portal said yes, but could not be asked afterwards. `not-found`: the portal's list does not
 * show its effect. `different`: the portal stored something else.
 */
export class RegistrationError extends Error {
  override readonly name = 'RegistrationError';

  constructor(
    readonly outcome: 'unknown' | 'unverified' | 'not-found' | 'different',
    readonly portal: string,
    /** ID of the handler, where it is known. */
    readonly id?: number,
    /** Places that differ, e.g. `SETTINGS.CODES.KEY`. */
    readonly places: readonly string[] = [],
  ) {
    super(`Registering on ${portal}: ${[outcome, ...places].join(' ')}`);
  }
}

/** A failure that `explainPortalError` has words for. Any other error is a mistake of ours. */
export type PortalFailure = PortalError | NetworkError | RegistrationError;

/** Whether an error is one of those. */
export function isPortalFailure(error: unknown): error is PortalFailure {
  return error instanceof PortalError || error instanceof NetworkError || error instanceof RegistrationError;
}
