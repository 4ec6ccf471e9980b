/** Masks the secrets of an exchange: values of fields whose code looks like one, wherever they stand. */
import { isDeepStrictEqual } from 'node:util';
import { maskCodes } from '../../client/redact.js';
import { isSecretValue, looksSecret } from '../../../schemas/secret-names.js';
import type { NamedValues } from '../pay/block.js';
import { mappingCode } from '../values/mapping-code.js';
import type { Attempt, Exchange, SentRequest } from './exchange.js';
import {
  isSecretPair,
  maskedBody,
  maskedPairs,
  maskedQuery,
  pairsOf,
  pairsOfQuery,
  type IsSecretName,
} from './mask-text.js';
import { labelledNames } from './labelled-names.js';
import { spellingsOf, withoutCutSpellings, withoutSpellings } from './secret-spellings.js';
import type { Secrets } from './state-secrets.js';

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

/** Whether there is anything to reveal. The list of all secrets, which is for masking alone, does not count. */
export function hidesSomething(exchange: Exchange): boolean {
  const { secrets } = exchange;
  return !isDeepStrictEqual({ ...masked(exchange), secrets }, { ...exchange, secrets });
}

/** What is posted into a frame, as JSON. */
export function maskedMessage(message: string, secretNames: readonly string[] = []): string {
  return maskedBody(message, (name) => secretNames.includes(name));
}

/** What would be posted into a frame, as a value. */
export function maskedPosted(message: string, secretNames: readonly string[], secrets: Secrets): unknown {
  const spellings = spellingsOf(secrets.values);
  return JSON.parse(maskedMessage(message, secretNames), (_, item: unknown) =>
    typeof item === 'string' ? withoutSpellings(item, spellings) : item,
  );
}

/** Parameters and answers of the portal's methods name codes, not fields. */
function maskedCall(exchange: Exchange): Exchange {
  const { secrets, ...shown } = exchange;
  const { request, response } = shown;
  const labelled = new Set(labelledNames(request).map(mappingCode));
  const isSecretKey = (code: string) => labelled.has(code) || secrets?.codes.has(code) === true;
  const isSecret: IsSecretName = (name) =>
    name !== NO_SECRET && (looksSecret(name, undefined) || isSecretKey(mappingCode(name)));
  const spellings = spellingsOf(secrets?.values ?? []);
  const clean = (text: string) => withoutSpellings(text, spellings);
  const isForm = !/^\s*[[{<-]/.test(request.body);
  return {
    ...shown,
    request: {
      ...request,
      url: clean(maskedQuery(request.url, isSecret)),
      headers: cleanHeaders(request.headers, clean),
      // A form that is none may be JSON without its first brace.
      body: clean(maskedBody(isForm ? maskedPairs(request.body, isSecret) : request.body, isSecret)),
    },
    response: response && { ...response, body: clean(maskedBody(response.body, isSecret)) },
  };
}

function maskedPayment(exchange: Exchange): Exchange {
  const { secrets, ...shown } = exchange;
  const { secretNames = [], judgement, followed, frame } = shown;
  const isSecret: IsSecretName = (name) => secretNames.includes(name);
  const spellings = spellingsOf([...sentSecrets(exchange.request, isSecret), ...(secrets?.values ?? [])]);
  const clean = (text: string) => maskCodes(withoutSpellings(text, spellings));
  const cleanSentence = (text: string) => maskCodes(withoutCutSpellings(text, spellings));
  return {
    ...shown,
    ...maskedAttempt(shown, isSecret, clean),
    ...(followed && { followed: followed.map((attempt) => maskedAttempt(attempt, isSecret, clean)) }),
    ...(frame?.message !== undefined && {
      frame: { ...frame, message: clean(maskedMessage(frame.message, secretNames)) },
    }),
    ...(judgement && {
      judgement: {
        ...judgement,
        buyerSees: cleanSentence(judgement.buyerSees),
        reason: cleanSentence(judgement.reason),
        advice: cleanSentence(judgement.advice),
      },
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
      headers: cleanHeaders(headers, clean),
      body: clean(maskedPairs(body, isSecret)),
    },
    response: response && {
      ...response,
      headers: cleanHeaders(response.headers, clean),
      body: clean(response.body),
    },
  };
}

function cleanHeaders(headers: NamedValues, clean: (text: string) => string): NamedValues {
  return headers.map(([name, value]) => [name, clean(value)]);
}

/** What was sent under the secret names, or has the form of a secret. */
function sentSecrets({ url, body }: SentRequest, isSecret: IsSecretName): readonly string[] {
  return [...pairsOfQuery(url), ...pairsOf(body)]
    .filter(([name, value]) => isSecretPair(name, isSecret) || isSecretValue(value))
    .map(([, value]) => value);
}
