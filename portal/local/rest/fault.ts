/** Errors that the portal answers with. Their texts are the portal's own and are never translated. */

/** Thrown by a method or on the way to it; becomes `{error, error_description}`. */
export class RestFault extends Error {
  override readonly name = 'RestFault';

  constructor(
    /** The `error` key: what a client goes by. */
    readonly code: string,
    /** The `error_description` key. */
    readonly description: string,
    /** HTTP status. */
    readonly status: 400 | 401 | 403 | 404 | 413 | 429 | 500 | 503 = 400,
  ) {
    super(description);
  }
}

/**
 * A mistake in PHP's own terms, such as an array's key asked of a string, that nothing catches: it ends the whole request,
 * a batch too. What a portal's answer looks like then is not known; this is the documentation's.
 */
export class PhpCrash extends RestFault {
  constructor() {
    super('INTERNAL_SERVER_ERROR', 'Internal server error', 500);
  }
}

/*
 * Where documentation and server disagree on the status of a failed authorisation (403 there, 401 here), the server's is
 * used: all of them go through one exception with that status. Front ends of the cloud may change it; clients must go by
 * the code.
 */

/** No method of that name, tried before the credentials. */
export function methodNotFound(): RestFault {
  return new RestFault('ERROR_METHOD_NOT_FOUND', 'Method not found!', 404);
}

/** No access token, or an unknown one. */
export function noAuthFound(): RestFault {
  return new RestFault('NO_AUTH_FOUND', 'Wrong authorization data', 401);
}

/** No webhook with that user and code. */
export function invalidCredentials(): RestFault {
  return new RestFault('INVALID_CREDENTIALS', 'Invalid request credentials', 401);
}

/** The caller's rights don't reach. */
export function accessDenied(): RestFault {
  return new RestFault('ACCESS_DENIED', 'Access denied!', 403);
}

/** The database refused. */
export function sqlError(): RestFault {
  return new RestFault('ERROR_CORE', 'SQL query error!', 500);
}

/** A front end's refusal; what it looks like on a real portal is not known. */
export function requestTooLarge(): RestFault {
  return new RestFault('REQUEST_TOO_LARGE', 'The request is larger than 10 MB.', 413);
}

/** A required parameter is missing or wrong: the code that most checks share. */
export function checkFailure(description: string): RestFault {
  return new RestFault('ERROR_CHECK_FAILURE', description);
}

/** The bucket of the sender's address is full. */
export function tooManyRequests(): RestFault {
  return new RestFault('QUERY_LIMIT_EXCEEDED', 'Too many requests', 503);
}

/** The caller has used up the method's time. */
export function operationTimeLimit(): RestFault {
  return new RestFault('OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.', 429);
}
