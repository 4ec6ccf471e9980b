/** What becomes of the state when a document is put in its place. */
import type { StateParts } from './state-document.js';
import type { State } from './state.js';

/**
 * The state after a PUT. Handlers, payment systems and their settings are replaced, none when the document has none.
 * Webhooks and applications stay as they are when the document does not speak of them, so that a test that only sets
 * handlers does not cut the branch it sits on; so does each table of the shop. The next handler gets the ID after the
 * highest one, and so does the next payment system.
 */
export function replaceState(current: State, parts: StateParts): State {
  const { webhooks = current.webhooks, applications = current.applications } = parts;
  const { handlers = [], paySystems = [], mappings = [] } = parts;
  return {
    ...current,
    webhooks,
    applications,
    handlers,
    paySystems,
    mappings,
    shop: { ...current.shop, ...parts.shop },
    nextHandlerId: idAfter(handlers),
    nextPaySystemId: idAfter(paySystems),
  };
}

/** The ID that a table with these rows gives next. */
export function idAfter(rows: readonly { readonly id: bigint }[]): bigint {
  return rows.reduce((highest, { id }) => (id > highest ? id : highest), 0n) + 1n;
}
