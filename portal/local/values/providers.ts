/** All providers, by PROVIDER_KEY. */
import type { PhpValue } from '../php/value.js';
import { detail } from './detail.js';
import type { Source } from './find-mapping.js';
import { orderValue } from './order-value.js';
import { paymentValue } from './payment-value.js';
import { propertyValue } from './property-value.js';
import type { Provider, Subject } from './subject.js';
import { userValue } from './user-value.js';

const literal: Provider = (value) => value;

/** `Y\N` stands in the documentation, but nothing answers to that name, as to any other that is not here. */
const PROVIDERS: ReadonlyMap<string, Provider> = new Map([
  ['VALUE', literal],
  // What an administrator entered in the input of the code.
  ['INPUT', literal],
  ['ORDER', orderValue],
  ['PAYMENT', paymentValue],
  ['USER', userValue],
  ['PROPERTY', propertyValue],
  // SHIPMENT is not offered in the settings of payment systems, yet a manifest may name it.
  ...['COMPANY', 'REQUISITE', 'MC_REQUISITE', 'BANK_DETAIL', 'MC_BANK_DETAIL', 'SHIPMENT'].map(detailsOf),
  ...['CRM_COMPANY', 'CRM_MYCOMPANY', 'CRM_CONTACT'].map(detailsOf),
]);

/** What the provider answers; null when there is none of that name. */
export function askProvider({ providerKey, providerValue }: Source, subject: Subject): PhpValue {
  return PROVIDERS.get(providerKey)?.(providerValue, subject) ?? null;
}

function detailsOf(providerKey: string): [string, Provider] {
  return [providerKey, (name, subject) => detail(providerKey, name, subject)];
}
