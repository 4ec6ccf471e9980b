/** The page of a portal where an administrator adds a payment system with a handler. */
import type { Connection } from './connection.js';

/** Not in the documentation of the REST API: it is where current portals have it. */
export const PAY_SYSTEMS_PATH = '/shop/settings/sale_pay_system/';

/** Address of the page. Nothing of the webhook but its origin is in it. */
export function paySystemsPage({ address }: Connection): string {
  return new URL(PAY_SYSTEMS_PATH, address).href;
}
