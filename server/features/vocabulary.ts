/** Whether a value is a word that the portal knows at its place: cheap enough to ask of every value of a manifest. */
import { isCurrency } from '../../schemas/currencies.js';
import { GROUPS, INPUT_TYPES, PROVIDERS } from '../../schemas/providers.js';
import type { Place } from './place.js';

const among =
  (...values: string[]) =>
  (value: string): boolean =>
    values.includes(value);

const keyOf =
  (table: Readonly<Record<string, unknown>>) =>
  (value: string): boolean =>
    Object.hasOwn(table, value);

const KNOWN: Partial<Record<Place, (value: string) => boolean>> = {
  clientType: among('b2c', 'b2b'),
  method: (value) => among('GET', 'POST')(value.toUpperCase()),
  visible: among('Y', 'N'),
  domain: among('I', 'E'),
  listedDomain: among('I', 'E'),
  currency: isCurrency,
  group: keyOf(GROUPS),
  inputType: keyOf(INPUT_TYPES),
  buyerInputType: keyOf(INPUT_TYPES),
  providerKey: keyOf(PROVIDERS),
  allowedProvider: keyOf(PROVIDERS),
};

/** Whether a value is known at a place; `provider` is the PROVIDER_KEY beside a PROVIDER_VALUE. */
export function isKnownWord(place: Place | undefined, value: string, provider: unknown): boolean {
  if (place === undefined) return false;
  if (place !== 'providerValue') return KNOWN[place]?.(value) === true;
  if (typeof provider !== 'string' || !Object.hasOwn(PROVIDERS, provider)) return false;
  return keyOf(PROVIDERS[provider]?.values ?? {})(value);
}

/** Whether a known word has no effect: a provider that no portal implements. */
export const isWithoutEffect = (place: Place | undefined, value: string): boolean =>
  (place === 'providerKey' || place === 'allowedProvider') && PROVIDERS[value]?.status === 'not-implemented';
