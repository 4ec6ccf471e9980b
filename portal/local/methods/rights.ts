/** The rights that the payment system methods ask for. */
import { accessDenied } from '../rest/fault.js';
import type { Caller } from '../rest/method.js';

/** The first check of every method that sets up payments. Throws RestFault. */
export function requireAdmin(caller: Caller): void {
  if (caller.rights !== 'admin') throw accessDenied();
}

/**
 * The first check of the methods that pay. On a portal those who may add or change orders, or invoices, have this right
 * too; here there are only users with all rights and with none. Throws RestFault.
 */
export function requireOrders(caller: Caller): void {
  requireAdmin(caller);
}

/** A handler belongs to the application that added it. A webhook may touch every handler. Throws RestFault. */
export function requireOwner(caller: Caller, appId: string | null): void {
  if (caller.clientId !== null && appId !== null && appId !== '' && appId !== caller.clientId) throw accessDenied();
}
