/** A request as a command for a POSIX shell. */
import { isHttpAddress } from '../judge/place.js';
import type { SentRequest } from './exchange.js';

/** Headers that curl makes itself; sent twice they would be wrong. */
const MADE_BY_CURL = new Set(['host', 'content-length', 'connection']);

/** Whether there is a command for the request: with other addresses curl would read files of this machine. */
export function hasCurlCommand({ url }: SentRequest): boolean {
  return isHttpAddress(url);
}

/** Sends the same request, secrets included. Its answer is shown with its head. */
export function curlCommand({ method, url, headers, body }: SentRequest): string {
  const parts = [
    'curl',
    '--include',
    // A portal does not follow what an answer says; neither does curl unless it is told to. Brackets in it are no pattern.
    '--globoff',
    // What curl makes of an address may differ from what we do. Unquoted, some shells would take the sign for their own.
    '--proto',
    quoted('=http,https'),
    ...(method === 'GET' || (method === 'POST' && body !== '') ? [] : ['--request', quoted(method)]),
    ...headers
      .filter(([name]) => !MADE_BY_CURL.has(name.toLowerCase()))
      .flatMap(([name, value]) => ['--header', quoted(`${name}: ${value}`)]),
    ...(body === '' ? [] : ['--data-raw', quoted(body)]),
    // An address may begin like an option.
    '--url',
    quoted(url),
  ];
  return parts.join(' ');
}

/** In single quotes nothing means anything to a shell but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
