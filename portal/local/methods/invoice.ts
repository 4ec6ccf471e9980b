/** `sale.paysystem.pay.invoice` and `.settings.invoice.get`, for invoices of the old CRM. */
import { codeKey } from '../../../schemas/handler-code.js';
import { isEmpty, isSet, toText } from '../php/cast.js';
import type { PhpArray } from '../php/value.js';
import { checkFailure, RestFault } from '../rest/fault.js';
import type { Caller, Method } from '../rest/method.js';
import { changedRow, rowById, textIn } from '../shop/row.js';
import { portalDateTime } from '../shop/portal-date.js';
import type { PaySystem, Row, State } from '../state.js';
import { codesOf } from '../values/find-mapping.js';
import { valueOfCode } from '../values/value-of-code.js';
import { answerColumns, requireLiveOrder } from './pay-result.js';
import { findHandlerByCode, findPaySystem, handlerOf, requirePaySystem } from './pay-system-lookup.js';
import { requireOrders, requireOwner } from './rights.js';
import { idOf } from './row-id.js';

/** `pay.invoice`. This portal has the CRM module, without which there are no invoices to pay. */
export const payInvoice: Method = (params, { caller, state, portal }) => {
  requireOrders(caller);
  checkNamed(params);
  checkPaySystem(params, state);
  checkHandler(params, state);
  if (isEmpty(params.get('INVOICE_ID'))) throw checkFailure('Empty field INVOICE_ID!');
  const invoice = existingInvoice(params, state);
  const ofInvoices = state.paySystems.filter(({ row }) => textIn(row, 'ENTITY_REGISTRY_TYPE') === 'CRM_INVOICE');
  if (!chosen(params, { ...state, paySystems: ofInvoices })) {
    throw new RestFault('ERROR_PROCESS_REQUEST_RESULT', 'Pay system not found');
  }
  requireLiveOrder(invoice, invoice.id);

  const now = new Date(portal.clock());
  const first = textIn(invoice.row, 'PAYED') === 'Y' ? {} : { PAYED: 'Y', DATE_PAYED: portalDateTime(now) };
  const paid = changedRow(invoice, { ...first, ...answerColumns(params, now) });
  const invoices = state.shop.invoices.map((other) => (other === invoice ? paid : other));
  return { result: true, state: { ...state, shop: { ...state.shop, invoices } } };
};

/** `settings.invoice.get`: the values that the handler's codes have for an invoice. */
export const getInvoiceSettings: Method = (params, { caller, state }) => {
  requireOrders(caller);
  checkNamed(params);
  if (isEmpty(params.get('INVOICE_ID'))) throw checkFailure('Empty field INVOICE_ID');
  checkPaySystem(params, state, caller);
  checkHandler(params, state, caller);
  const paySystem = chosen(params, state);
  if (!paySystem) {
    const handler = toText(params.get('BX_REST_HANDLER') ?? null);
    throw new RestFault('ERROR_PAY_SYSTEM_NOT_FOUND', `Pay system with handler ${handler} not found`);
  }
  const invoice = existingInvoice(params, state);
  const handler = handlerOf(paySystem, state);
  if (!handler) return { result: new Map(), state };
  const context = { state, handler, paySystem, payment: invoice, order: invoice };
  const codes = [...codesOf(handler).keys()];
  return { result: new Map(codes.map((code) => [code, valueOfCode(code, context)])), state };
};

function checkNamed(params: PhpArray): void {
  if (isSet(params.get('BX_REST_HANDLER')) || isSet(params.get('PAY_SYSTEM_ID'))) return;
  throw checkFailure('Empty field BX_REST_HANDLER and PAY_SYSTEM_ID');
}

/** With a caller it is also asked whose payment system it is. */
function checkPaySystem(params: PhpArray, state: State, caller?: Caller): void {
  const id = params.get('PAY_SYSTEM_ID');
  if (!isSet(id)) return;
  const paySystem = findPaySystem(id, state);
  if (!paySystem) throw checkFailure(`Pay system with ID=${toText(id)} not found`);
  if (caller) requirePaySystem(caller, paySystem, state);
}

/** A handler that is named must exist even when the payment system is what counts. */
function checkHandler(params: PhpArray, state: State, caller?: Caller): void {
  const code = params.get('BX_REST_HANDLER');
  if (!isSet(code)) return;
  const handler = findHandlerByCode(code, state);
  if (!handler) throw checkFailure('Incorrect rest handler code');
  if (caller) requireOwner(caller, handler.appId);
}

/** PAY_SYSTEM_ID wins; a handler stands for the first payment system that uses it. */
function chosen(params: PhpArray, state: State): PaySystem | undefined {
  const id = params.get('PAY_SYSTEM_ID');
  if (isSet(id)) return findPaySystem(id, state);
  const key = codeKey(toText(params.get('BX_REST_HANDLER') ?? null));
  return state.paySystems.find(({ actionFile }) => codeKey(actionFile) === key);
}

function existingInvoice(params: PhpArray, { shop }: State): Row {
  const id = params.get('INVOICE_ID') ?? null;
  const invoice = rowById(shop.invoices, idOf(id));
  if (!invoice) throw new RestFault('ERROR_INTERNAL_INVOICE_NOT_FOUND', `Invoice #${toText(id)} not found`);
  return invoice;
}
