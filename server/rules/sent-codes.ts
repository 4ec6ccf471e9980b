/** What the mode in force sends of CODES. */
import type { Facts } from './facts.js';

const known = new WeakMap<Facts, ReadonlySet<string>>();

/** Names of the codes that some field of the mode in force sends; worked out once. */
export function sentCodes(facts: Facts): ReadonlySet<string> {
  let codes = known.get(facts);
  if (codes === undefined) {
    codes = new Set(facts.references.map(({ code }) => code));
    known.set(facts, codes);
  }
  return codes;
}
