/** A REST call that came to the portal, as an entry of the log. */
import { maskCodes } from '../../client/redact.js';
import { MASK } from '../../client/connection.js';
import type { ObservedCall } from '../rest/observe.js';
import type { NewExchange } from './book.js';

/** Headers whose values let their holder in. */
const SECRET_HEADERS = new Set(['authorization', 'cookie']);

/** The entry. What would let a reader call the portal is masked for good: nobody needs to see it to understand the call. */
export function restExchange({
  at,
  method,
  url,
  headers,
  body,
  status,
  answer,
  isCut,
  milliseconds,
}: ObservedCall): NewExchange {
  return {
    at,
    kind: 'rest',
    request: {
      method,
      url: withoutAccess(maskCodes(url)),
      headers: headers.map(([name, value]) => [name, SECRET_HEADERS.has(name.toLowerCase()) ? MASK : value]),
      body: withoutAccess(body),
    },
    response: { status, headers: [], body: answer, ...(isCut && { isCut }) },
    milliseconds: Math.round(milliseconds),
  };
}

/** The access token of an application, in a query string, a form, JSON or a multipart form. */
function withoutAccess(text: string): string {
  return (
    text
      .replace(/(^|[?&])(auth=)[^&#"\\\s]*/g, (_, before: string, name: string) => `${before}${name}${MASK}`)
      .replace(/("auth"\s*:\s*)"(?:[^"\\]|\\.)*"/g, (_, name: string) => `${name}"${MASK}"`)
      // A command of a batch inside a form is encoded twice.
      .replace(/((?:%3F|%26)auth%3D)(?:(?!%26|%23)[^&\s"])*/gi, (_, before: string) => `${before}${MASK}`)
      .replace(/(name="?auth"?\r?\n(?:[^\r\n]+\r?\n)*\r?\n)[^\r\n]*/g, (_, before: string) => `${before}${MASK}`)
  );
}
