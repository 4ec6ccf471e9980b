/** An answer to a checkout has status 200 and is JSON, but a portal finds nothing in it that it could show. */
import * as l10n from '@vscode/l10n';
import { answerKeys, decodeAnswer } from '../exchange/conclude.js';
import type { ReceivedResponse } from '../exchange/exchange.js';
import { isEmpty } from '../php/cast.js';
import { isArray, type PhpArray } from '../php/value.js';
import type { Explanation } from './explanation.js';

const KEYS = ['PAYMENT_URL', 'PAYMENT_ID'] as const;

/** How deep it is looked for keys that stand at the wrong level. */
const DEEPEST = 3;

/** Says what is missing. */
export function explainNothingUsable(response: ReceivedResponse): Explanation {
  const value = decodeAnswer(response);
  if (!isArray(value)) {
    return {
      reason: l10n.t('The answer is JSON, but not an object; what a portal shows then is not known.'),
      advice: whatToAnswer(),
    };
  }
  const answer = answerKeys(value);
  const errors = answer.get('PAYMENT_ERRORS');
  if (!isEmpty(errors) && !isArray(errors)) {
    return {
      reason: l10n.t('PAYMENT_ERRORS is not a list, and a portal shows only a list.'),
      advice: l10n.t('Answer with a list, also for one error: {0}', '{"PAYMENT_ERRORS": ["…"]}'),
    };
  }
  const missing = KEYS.filter((key) => isEmpty(answer.get(key)));
  return explainNested(value) ?? explainMisspelt(value, missing) ?? explainMissing(missing);
}

function explainNested(value: PhpArray): Explanation | undefined {
  const path = findNested(value, DEEPEST);
  if (path === undefined) return undefined;
  return {
    reason: l10n.t(
      '{0} stands inside "{1}", and a portal looks at the top level only.',
      path.key,
      path.inside.join('.'),
    ),
    advice: l10n.t('Move PAYMENT_URL and PAYMENT_ID, or PAYMENT_ERRORS, to the top level of the answer.'),
  };
}

interface Nested {
  readonly key: string;
  readonly inside: readonly string[];
}

function findNested(value: PhpArray, depth: number): Nested | undefined {
  for (const [name, inner] of value) {
    if (!isArray(inner)) continue;
    const key = [...KEYS, 'PAYMENT_ERRORS'].find((known) => answerKeys(inner).has(known));
    if (key !== undefined) return { key, inside: [name] };
    const deeper = depth > 1 ? findNested(inner, depth - 1) : undefined;
    if (deeper !== undefined) return { key: deeper.key, inside: [name, ...deeper.inside] };
  }
  return undefined;
}

function explainMisspelt(value: PhpArray, missing: readonly string[]): Explanation | undefined {
  for (const key of missing) {
    const name = [...value.keys()].find((given) => given.toUpperCase() !== key && letters(given) === letters(key));
    if (name === undefined) continue;
    return {
      reason: l10n.t('The answer has "{0}", and a portal knows {1} only.', name, key),
      advice: l10n.t('Rename "{0}" to {1}; upper and lower case do not matter.', name, key),
    };
  }
  return undefined;
}

function explainMissing(missing: readonly string[]): Explanation {
  const [first = '', second] = missing;
  const reason =
    second === undefined
      ? l10n.t('{0} is missing in the answer, or empty.', first)
      : l10n.t('{0} and {1} are missing in the answer, or empty.', first, second);
  return { reason, advice: whatToAnswer() };
}

function whatToAnswer(): string {
  return l10n.t('Answer with both: {0}', '{"PAYMENT_URL": "https://…", "PAYMENT_ID": "…"}');
}

const letters = (name: string) => name.toUpperCase().replace(/[^A-Z]/g, '');
