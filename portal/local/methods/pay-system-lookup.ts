/** Finds handlers and payment systems, and says who may touch them. */
import { codeKey } from '../../../schemas/handler-code.js';
import { toText } from '../php/cast.js';
import type { PhpValue } from '../php/value.js';
import { accessDenied } from '../rest/fault.js';
import type { Caller } from '../rest/method.js';
import type { Handler, PaySystem, State } from '../state.js';
import { requireOwner } from './rights.js';
import { idOf } from './row-id.js';

/** The payment system of an ID sent. */
export function findPaySystem(id: PhpValue | undefined, state: State): PaySystem | undefined {
  const wanted = idOf(id);
  return state.paySystems.find((paySystem) => paySystem.id === wanted);
}

/** The handler of a CODE, compared as the database does. */
export function findHandlerByCode(code: PhpValue | undefined, state: State): Handler | undefined {
  const key = codeKey(toText(code ?? null));
  return state.handlers.find((handler) => codeKey(handler.code) === key);
}

/** The handler of a payment system; none when its CODE was changed or the handler is not one of REST. */
export function handlerOf(paySystem: PaySystem, state: State): Handler | undefined {
  return findHandlerByCode(paySystem.actionFile, state);
}

/** A payment system without a REST handler belongs to the portal, and nobody may touch it over REST. Throws RestFault. */
export function requirePaySystem(caller: Caller, paySystem: PaySystem, state: State): Handler {
  const handler = handlerOf(paySystem, state);
  if (!handler) throw accessDenied();
  requireOwner(caller, handler.appId);
  return handler;
}
