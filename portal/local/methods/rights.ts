/** The right that the payment system methods ask for. */
import { accessDenied } from '../rest/fault.js';
import type { Caller } from '../rest/method.js';

/** The first check of every method of the families `handler` and `paysystem`. Throws RestFault. */
export function requireAdmin(caller: Caller): void {
  if (caller.rights !== 'admin') throw accessDenied();
}

/** A handler belongs to the application that added it. A webhook may touch every handler. Throws RestFault. */
export function requireOwner(caller: Caller, appId: string | null): void {
  if (caller.clientId !== null && appId !== null && appId !== '' && appId !== caller.clientId) throw accessDenied();
}
