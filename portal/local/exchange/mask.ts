/** Masks the secrets of an exchange: values of fields whose code looks like one, wherever they stand. */
import { MASK } from '../../client/connection.js';
import { urlEncode } from '../php/build-query.js';
import type { Attempt, Exchange, SentRequest } from './exchange.js';

/** Shorter values stand in too many other places to be replaced everywhere. */
const SHORTEST = 4;

/** The exchange as it may be shown to whoever looks over the developer's shoulder. */
export function masked<T extends Exchange>(exchange: T): T {
  const names = new Set(exchange.secretNames ?? []);
  if (names.size === 0) return exchange;
  const values = secretValues(exchange.request, names);
  const clean = (text: string) => values.reduce((result, value) => result.replaceAll(value, MASK), text);
  const attempt = <A extends Attempt>(one: A): A => ({
    ...one,
    request: maskedRequest(one.request, names, clean),
    response: one.response && {
      ...one.response,
      headers: one.response.headers.map(([name, value]) => [name, clean(value)] as const),
      body: clean(one.response.body),
    },
  });
  const { judgement, followed, frame } = exchange;
  return {
    ...attempt(exchange),
    ...(followed && { followed: followed.map(attempt) }),
    ...(frame?.message !== undefined && { frame: { ...frame, message: clean(maskedJson(frame.message, names)) } }),
    ...(judgement && {
      judgement: { ...judgement, buyerSees: clean(judgement.buyerSees), reason: clean(judgement.reason) },
    }),
  };
}

/** Whether there is anything to reveal. */
export function hasSecrets(exchange: Exchange): boolean {
  return JSON.stringify(masked(exchange)) !== JSON.stringify(exchange);
}

/** The values in every spelling in which they may come back. */
function secretValues({ url, body }: SentRequest, names: ReadonlySet<string>): string[] {
  const values = [...pairsOf(queryOf(url)), ...pairsOf(body)]
    .filter(([name, value]) => names.has(name) && value.length >= SHORTEST)
    .map(([, value]) => value);
  const spellings = values.flatMap((value) => [
    value,
    urlEncode(value),
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
  ]);
  // The longest first: one may be the beginning of another.
  return [...new Set(spellings)].sort((a, b) => b.length - a.length);
}

function maskedRequest(request: SentRequest, names: ReadonlySet<string>, clean: (text: string) => string): SentRequest {
  const { url, body, headers } = request;
  const query = queryOf(url);
  return {
    ...request,
    url: clean(query === '' ? url : url.replace(query, maskedPairs(query, names))),
    headers: headers.map(([name, value]) => [name, clean(value)]),
    body: clean(maskedPairs(body, names)),
  };
}

function queryOf(url: string): string {
  return /\?([^#]*)/.exec(url)?.[1] ?? '';
}

function pairsOf(text: string): [string, string][] {
  return [...new URLSearchParams(text)];
}

/** Pair by pair, so that nothing else is written anew. */
function maskedPairs(text: string, names: ReadonlySet<string>): string {
  return text
    .split('&')
    .map((pair) => {
      const [[name, value] = ['', '']] = pairsOf(pair);
      return names.has(name) && value !== '' ? `${pair.slice(0, pair.indexOf('=') + 1)}${MASK}` : pair;
    })
    .join('&');
}

/** The message of a frame. */
function maskedJson(text: string, names: ReadonlySet<string>): string {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return text;
  return JSON.stringify(
    Object.fromEntries(Object.entries(value).map(([name, item]) => [name, names.has(name) ? MASK : (item as unknown)])),
  );
}
