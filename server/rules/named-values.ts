/** Which sources have a value of a name. */
import { PROVIDERS } from '../../schemas/providers.js';

/** A source and one of its values. */
export interface NamedValue {
  readonly key: string;
  readonly value: string;
}

/** Sources whose names are known; those of PROPERTY are only usual ones. */
const NAMED = ['ORDER', 'PAYMENT', 'USER', 'PROPERTY'];

/**
 * The documented sources that have a value of a name, in the documentation's order. The name may begin with a source:
 * USER_EMAIL is EMAIL of the user, PAYMENT.SUM is SUM of the payment.
 */
export function namedValues(name: string): NamedValue[] {
  return NAMED.flatMap((key) => {
    const rest = new RegExp(`^${key}[_.]`).test(name) ? name.slice(key.length + 1) : name;
    return Object.hasOwn(PROVIDERS[key]?.values ?? {}, rest) ? { key, value: rest } : [];
  });
}
