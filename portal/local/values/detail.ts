/** The providers whose answers are kept in the shop's table of details, as they are. */
import { at } from '../php/cast.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import { idIn, textIn } from '../shop/row.js';
import type { Subject } from './subject.js';

/** What is kept for the order comes before what is kept for its buyer, and that before what is kept for all. */
export function detail(providerKey: string, name: string, { order, shop }: Subject): PhpValue {
  if (!order) return null;
  const buyer = idIn(order.row, 'USER_ID');
  const rows = shop.details.filter((row) => textIn(row, 'PROVIDER_KEY') === providerKey);
  const ranked = [
    rows.filter((row) => idIn(row, 'ORDER_ID') === order.id),
    rows.filter((row) => isForAllOrders(row) && buyer !== 0n && idIn(row, 'USER_ID') === buyer),
    rows.filter((row) => isForAllOrders(row) && idIn(row, 'USER_ID') === 0n),
  ].flat();
  return ranked.map((row) => at(row.get('VALUES'), name)).find((value) => value !== undefined) ?? null;
}

function isForAllOrders(row: PhpArray): boolean {
  return idIn(row, 'ORDER_ID') === 0n;
}
