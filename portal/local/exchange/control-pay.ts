/** `POST /.local/pay`: a payment without a browser. The guard of the control interface stands before it. */
import * as l10n from '@vscode/l10n';
import { idAt, invalid, objectAt } from '../document-fields.js';
import { toFloat, toText } from '../php/cast.js';
import { isArray, type PhpArray, type PhpValue } from '../php/value.js';
import { pagePath } from '../pay/page-address.js';
import type { AskedFault } from '../pay/ports.js';
import type { Store } from '../store.js';
import type { Exchanges } from './exchanges.js';
import { payWithoutBrowser, type PayResult } from './pay-without-browser.js';

const KEYS = ['paymentId', 'paySystemId', 'fields', 'fault', 'seconds'];
const FAULTS = ['twice', 'late', 'drop-answer'] as const;

/** Longer than any endpoint would wait. */
const MOST_SECONDS = 300;

/** Reads the body and pays. Throws InvalidStateError, also when the portal has no such payment. */
export async function payOnRequest(
  store: Store,
  exchanges: Exchanges,
  document: PhpValue,
  origin: string,
): Promise<PayResult> {
  const body = objectAt(document, 'pay', KEYS);
  const ids = { paymentId: idAt(body, 'paymentId', 'pay'), paySystemId: idAt(body, 'paySystemId', 'pay') };
  const fault = faultOf(body);
  const result = await payWithoutBrowser(store, exchanges, {
    ids,
    pageUrl: `${origin}${pagePath(ids)}`,
    fields: fieldsOf(body.get('fields')),
    ...(fault && { fault }),
  });
  if (typeof result !== 'string') return result;
  return invalid(
    result === 'payment'
      ? l10n.t('The portal has no payment {0}.', ids.paymentId.toString())
      : l10n.t('The portal has no payment system {0}, or it has lost its handler.', ids.paySystemId.toString()),
  );
}

function fieldsOf(value: PhpValue | undefined): Record<string, string> {
  return Object.fromEntries(isArray(value) ? Array.from(value, ([name, text]) => [name, toText(text)]) : []);
}

function faultOf(body: PhpArray): AskedFault | undefined {
  const given = body.get('fault') ?? null;
  if (given === null) return undefined;
  const kind = FAULTS.find((known) => known === given);
  if (kind === undefined) invalid(l10n.t('{0} must be one of {1}.', 'pay.fault', FAULTS.join(', ')));
  const seconds = toFloat(body.get('seconds') ?? null);
  return { kind, ...(seconds > 0 && { seconds: Math.min(seconds, MOST_SECONDS) }) };
}
