/** The provider USER. */
import { idIn, rowById } from '../shop/row.js';
import type { Provider } from './subject.js';

/** Any column of the buyer's user account. */
export const userValue: Provider = (name, { order, shop }) =>
  (order && rowById(shop.users, idIn(order.row, 'USER_ID'))?.row.get(name)) ?? null;
