/** What the mode in force sends of CODES. */
import type { Facts } from './facts.js';

const known = new WeakMap<Facts, ReadonlySet<string>>();

/** Names of the codes that some field of the mode in force sends; worked out once. */
function sentCodes(facts: Facts): ReadonlySet<string> {
  let codes = known.get(facts);
  if (codes === undefined) {
    codes = new Set(facts.references.map(({ code }) => code));
    known.set(facts, codes);
  }
  return codes;
}

/**
 * Whether no field of the mode in force sends a code. False where that is not known, and where a mode has no fields at all:
 * `checkout-without-fields` says that once.
 */
export function isUnsent(name: string, facts: Facts): boolean {
  const { active } = facts;
  if (active === undefined || active.fieldless || active.unreadableFields) return false;
  return !sentCodes(facts).has(name);
}
