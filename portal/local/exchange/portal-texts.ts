/** What a payment page says in the portal's own words, on a portal in English. */

/** When a checkout brought neither a link nor a list of errors. */
export const DEFAULT_ERROR = 'Error registering order in payment system';

/** When the answer to a checkout is not JSON. */
export const DECODING_ERROR = 'Response decoding error';
