/** What becomes of the state when a document is put in its place. */
import type { StateParts } from './state-document.js';
import type { State } from './state.js';

/**
 * The state after a PUT. Handlers and payment systems are replaced, none when the document has none. Webhooks and
 * applications stay as they are when the document does not speak of them, so that a test that only sets handlers does
 * not cut the branch it sits on. The next handler gets the ID after the highest one.
 */
export function replaceState(current: State, parts: StateParts): State {
  const { webhooks = current.webhooks, applications = current.applications, handlers = [], paySystems = [] } = parts;
  return { webhooks, applications, handlers, paySystems, nextHandlerId: idAfter(handlers) };
}

/** The ID that a table with these rows gives next. */
export function idAfter(rows: readonly { readonly id: bigint }[]): bigint {
  return rows.reduce((highest, { id }) => (id > highest ? id : highest), 0n) + 1n;
}
