/** The body of `POST /.local/payments`: what is to be paid, how, and by whom. */
import * as l10n from '@vscode/l10n';
import { idAt, idOrAllAt, invalid, objectAt } from '../document-fields.js';
import { toFloat } from '../php/cast.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import type { State } from '../state.js';
import type { NewPayment } from './new-payment.js';
import { personTypesOf, rowById } from './row.js';

const KEYS = ['paySystemId', 'sum', 'currency', 'personTypeId'];

/** Reads it. Throws InvalidStateError, also for what the state does not have. */
export function readPaymentRequest(body: PhpValue, state: State): NewPayment {
  const place = 'payment';
  const object = objectAt(body, place, KEYS);
  const paySystemId = idAt(object, 'paySystemId', place);
  if (!rowById(state.paySystems, paySystemId)) {
    invalid(l10n.t('The portal has no payment system {0}.', paySystemId.toString()));
  }
  const personTypeId = idOrAllAt(object, 'personTypeId', place);
  const personTypes = personTypesOf(state.shop, 'ORDER');
  if (personTypeId !== 0n && !rowById(personTypes, personTypeId)) {
    const known = personTypes.map(({ id }) => id.toString()).join(', ');
    invalid(l10n.t('There is no person type {0} for orders; known are {1}.', personTypeId.toString(), known));
  }
  return {
    paySystemId,
    sum: sumAt(object, place),
    currency: currencyAt(object, place),
    ...(personTypeId !== 0n && { personTypeId }),
  };
}

function sumAt(object: PhpArray, place: string): number {
  const value = object.get('sum') ?? null;
  const written =
    typeof value === 'string' ? /^\d+(?:\.\d+)?$/.test(value) : ['bigint', 'number'].includes(typeof value);
  const sum = written ? toFloat(value) : 0;
  if (!(sum > 0 && Number.isFinite(sum))) invalid(l10n.t('{0} must be a number above 0.', `${place}.sum`));
  return sum;
}

function currencyAt(object: PhpArray, place: string): string {
  const value = object.get('currency');
  if (typeof value !== 'string' || !/^[A-Z]{3}$/.test(value)) {
    invalid(l10n.t('{0} must be a currency code such as RUB.', `${place}.currency`));
  }
  return value;
}
