/** Masks the secrets of an exchange: values of fields whose code looks like one, wherever they stand. */
import { maskCodes } from '../../client/redact.js';
import { looksSecret } from '../../../schemas/secret-names.js';
import type { Attempt, Exchange, SentRequest } from './exchange.js';
import { isSecretPair, maskedBody, maskedPairs, maskedQuery, pairsOf, type IsSecretName } from './mask-text.js';
import { spellingsOf, withoutCutSpellings, withoutSpellings } from './secret-spellings.js';

/** Looks like a secret by its name, and is none: where a value comes from. */
const NO_SECRET = 'PROVIDER_KEY';

/** Entries never change, and the log shows each of them again and again. */
const known = new WeakMap<Exchange, Exchange>();

/** The exchange as it may be shown to whoever looks over the developer's shoulder. */
export function masked(exchange: Exchange): Exchange {
  const before = known.get(exchange);
  if (before) return before;
  const shown = exchange.kind === 'rest' ? maskedCall(exchange) : maskedPayment(exchange);
  known.set(exchange, shown);
  return shown;
}

/** What is posted into a frame, as JSON. */
export function maskedMessage(message: string, secretNames: readonly string[] = []): string {
  return maskedBody(message, (name) => secretNames.includes(name));
}

/** Parameters and answers of the portal's methods name codes, not fields. */
function maskedCall(exchange: Exchange): Exchange {
  const isSecret: IsSecretName = (name) => name !== NO_SECRET && looksSecret(name, undefined);
  const { request, response } = exchange;
  const isForm = !/^\s*[[{<-]/.test(request.body);
  return {
    ...exchange,
    request: {
      ...request,
      url: maskedQuery(request.url, isSecret),
      // A form that is none may be JSON without its first brace.
      body: maskedBody(isForm ? maskedPairs(request.body, isSecret) : request.body, isSecret),
    },
    response: response && { ...response, body: maskedBody(response.body, isSecret) },
  };
}

function maskedPayment(exchange: Exchange): Exchange {
  const { secretNames = [], judgement, followed, frame } = exchange;
  const isSecret: IsSecretName = (name) => secretNames.includes(name);
  const spellings = spellingsOf(secretValues(exchange.request, isSecret));
  const clean = (text: string) => maskCodes(withoutSpellings(text, spellings));
  const cleanSentence = (text: string) => maskCodes(withoutCutSpellings(text, spellings));
  return {
    ...exchange,
    ...maskedAttempt(exchange, isSecret, clean),
    ...(followed && { followed: followed.map((attempt) => maskedAttempt(attempt, isSecret, clean)) }),
    ...(frame?.message !== undefined && {
      frame: { ...frame, message: clean(maskedMessage(frame.message, secretNames)) },
    }),
    ...(judgement && {
      judgement: { ...judgement, buyerSees: clean(judgement.buyerSees), reason: cleanSentence(judgement.reason) },
    }),
  };
}

function maskedAttempt(attempt: Attempt, isSecret: IsSecretName, clean: (text: string) => string): Attempt {
  const { request, response } = attempt;
  const { url, headers, body } = request;
  return {
    ...attempt,
    request: {
      ...request,
      url: clean(maskedQuery(url, isSecret)),
      headers: headers.map(([name, value]) => [name, clean(value)]),
      body: clean(maskedPairs(body, isSecret)),
    },
    response: response && {
      ...response,
      headers: response.headers.map(([name, value]) => [name, clean(value)]),
      body: clean(response.body),
    },
  };
}

/** What was sent under the secret names. */
function secretValues({ url, body }: SentRequest, isSecret: IsSecretName): readonly string[] {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? '';
  return [...pairsOf(query), ...pairsOf(body)]
    .filter(([name]) => isSecretPair(name, isSecret))
    .map(([, value]) => value);
}
