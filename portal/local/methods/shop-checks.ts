/** What the `sale.*` methods of orders and payments check first. Their codes are numbers of the portal's own. */
import { RestFault } from '../rest/fault.js';
import type { Caller } from '../rest/method.js';

/** Orders and payments may be read by administrators. Throws RestFault. */
export function requireReadAccess(caller: Caller): void {
  if (caller.rights !== 'admin') throw new RestFault('200040300010', 'Access Denied');
}

/** The ID, when there is one. Throws RestFault. */
export function requiredId(id: bigint | undefined): bigint {
  if (id === undefined) throw new RestFault('100', 'Could not find value for parameter {id}');
  return id;
}
