/** The value that a handler's code has for a payment. */
import { idIn } from '../shop/row.js';
import type { Handler, PaySystem, Row, State } from '../state.js';
import { isEmpty } from '../php/cast.js';
import type { PhpValue } from '../php/value.js';
import { codesOf, findSource } from './find-mapping.js';
import { mappingCode } from './mapping-code.js';
import { askProvider } from './providers.js';
import { orderOf } from './subject.js';

/** For whom a value is wanted. */
export interface ValueContext {
  readonly state: State;
  readonly handler: Handler;
  readonly paySystem: PaySystem;
  /** A payment; for an invoice of the old CRM the invoice, here and as `order`. */
  readonly payment: Row;
  /** Left out: the payment's order. */
  readonly order?: Row;
}

/**
 * The value, or null: for a code that is not among the handler's, one without a source, one whose provider knows nothing,
 * and for everything that PHP takes for nothing (`""`, `"0"`, 0, false). Texts come without blanks around them; sums are
 * floats, dates text as a portal writes them.
 */
export function valueOfCode(code: string, { state, handler, paySystem, payment, order }: ValueContext): PhpValue {
  if (!hasCode(handler, code)) return null;
  const subject = { shop: state.shop, paySystem, payment, order: order ?? orderOf(payment, state.shop) };
  const personType = subject.order ? idIn(subject.order.row, 'PERSON_TYPE_ID') : 0n;
  const source = findSource(state.mappings, code, { handler, paySystemId: paySystem.id, personType });
  if (!source) return null;
  const value = askProvider(source, subject);
  const trimmed = typeof value === 'string' ? trim(value) : value;
  return isEmpty(trimmed) ? null : trimmed;
}

/** Whether the handler has the code. The spelling matters for the DEFAULT only. */
export function hasCode(handler: Handler, code: string): boolean {
  const codes = codesOf(handler);
  if (codes.has(code)) return true;
  const wanted = mappingCode(code);
  return [...codes.keys()].some((known) => mappingCode(known) === wanted);
}

/** `trim`. */
function trim(text: string): string {
  return text.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, '');
}
