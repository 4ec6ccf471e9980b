/**
 * Requests as a browser makes them, without cookies and without running what comes. Redirects are followed as long as they stay
 * with the endpoint: nobody else is ever called.
 */
import { call, type Patience } from './call.js';
import type { Attempt, SentRequest } from './exchange.js';
import { headerOf } from './headers.js';

/** A request and where its redirects led; the last one says where it ended. */
export type Hops = readonly [Attempt, ...Attempt[]];

/** Redirects that are followed. */
export const MOST_REDIRECTS = 5;

/** Sends it, and what its answers ask for. */
export async function follow(request: SentRequest, patience?: Patience): Promise<Hops> {
  const first = await call(request, patience);
  const more: Attempt[] = [];
  let next = nextRequest(request, first);
  while (next !== undefined && more.length < MOST_REDIRECTS && originOf(next.url) === originOf(request.url)) {
    const hop = await call(next, patience);
    more.push(hop);
    next = nextRequest(next, hop);
  }
  return [first, ...more];
}

/** The end of the way. */
export function lastHop(hops: Hops): Attempt {
  return hops.at(-1) ?? hops[0];
}

/** The address to which the endpoint leads a browser away from itself; undefined when it does not. */
export function ledAwayTo(hops: Hops): string | undefined {
  const target = redirectTarget(lastHop(hops));
  return target !== undefined && originOf(target) !== originOf(hops[0].request.url) ? target : undefined;
}

/** Origin of an address; the text itself when it is none. */
export function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}

/** The address that a redirect names; undefined for any other answer. */
export function redirectTarget({ request, response }: Attempt): string | undefined {
  const location = response === null ? undefined : headerOf(response.headers, 'location');
  if (location === undefined || !REDIRECTS.has(response?.status ?? 0)) return undefined;
  return URL.canParse(location, request.url) ? new URL(location, request.url).href : location;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** 307 and 308 repeat the request; the others make a GET of it. */
function nextRequest(before: SentRequest, attempt: Attempt): SentRequest | undefined {
  const url = redirectTarget(attempt);
  if (url === undefined) return undefined;
  const isRepeated = [307, 308].includes(attempt.response?.status ?? 0);
  return isRepeated ? { ...before, url } : { method: 'GET', url, headers: [], body: '' };
}
