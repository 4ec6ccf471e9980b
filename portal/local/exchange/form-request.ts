/** The requests that posts and forms become. */
import type { NamedValues } from '../pay/block.js';
import type { SentRequest } from './exchange.js';

/** A POST with a form-encoded body: what a portal sends for a checkout. */
export function formPost(url: string, body: string): SentRequest {
  return { method: 'POST', url, headers: [['Content-Type', 'application/x-www-form-urlencoded']], body };
}

/** What a browser sends for a form. Every method but POST is GET to it, and GET replaces the query of the address. */
export function formRequest(action: string, method: string | undefined, fields: NamedValues): SentRequest {
  const encoded = encodeFields(fields);
  if (method?.toLowerCase() === 'post') return formPost(action, encoded);
  return pageRequest(`${action.replace(/[?#].*$/s, '')}?${encoded}`);
}

/** A GET, as for a link. */
export function pageRequest(url: string): SentRequest {
  return { method: 'GET', url, headers: [], body: '' };
}

/** Browsers send every line break as CR LF. */
function encodeFields(fields: NamedValues): string {
  const crlf = (text: string) => text.replace(/\r\n|\r|\n/g, '\r\n');
  const pairs = fields.map(([name, value]): [string, string] => [crlf(name), crlf(value)]);
  return new URLSearchParams(pairs).toString();
}
