/** Columns of a row as providers give them. */
import { toFloat } from '../php/cast.js';
import type { PhpArray, PhpValue } from '../php/value.js';
import { asPortalDate, isDateColumn, withoutTime } from '../shop/portal-date.js';

/** Columns that a portal reads as floats, of orders and payments. */
const FLOATS = ['PRICE', 'PRICE_DELIVERY', 'DISCOUNT_VALUE', 'TAX_VALUE', 'SHOULD_PAY', 'SUM', 'PS_SUM', 'SUM_PAID'];

/** Names that mean another column, without its time. */
const WITHOUT_TIME: Readonly<Record<string, string>> = {
  DATE_INSERT_DATE: 'DATE_INSERT',
  DATE_BILL_DATE: 'DATE_BILL',
};

/** The column of that name: sums as floats, dates as a portal writes them; null when there is none. */
export function columnValue(row: PhpArray, name: string): PhpValue {
  const dated = Object.hasOwn(WITHOUT_TIME, name) ? WITHOUT_TIME[name] : undefined;
  if (dated !== undefined) return withoutTime(row.get(dated) ?? null);
  const value = row.get(name) ?? null;
  if (value === null) return null;
  if (FLOATS.includes(name)) return toFloat(value);
  return isDateColumn(name) ? asPortalDate(value) : value;
}
