/** The line in which the user writes what is to be paid, such as `1990.00 RUB` or `1990,00 RUB`. */
import { usualCurrency } from '../../portal/try-payment.js';

/** A sum with its currency. */
export interface Amount {
  readonly sum: number;
  /** In capitals. */
  readonly currency: string;
}

const AMOUNT = /^\s*(\d{1,12}(?:[.,]\d{1,2})?)\s+([A-Za-z]{3})\s*$/;

/** Undefined when there is no sum above 0 with a currency behind it. */
export function readAmount(text: string): Amount | undefined {
  const [, sum = '', currency = ''] = AMOUNT.exec(text) ?? [];
  const number = Number(sum.replace(',', '.'));
  return number > 0 ? { sum: number, currency: currency.toUpperCase() } : undefined;
}

/**
 * What to propose: the last sum again, and its currency unless the manifest names others. A manifest that names none takes all.
 * `last` is the line of the last payment.
 */
export function proposedAmount(last: string | undefined, named: readonly string[]): string {
  const [, sum = '1990', code = ''] = AMOUNT.exec(last ?? '') ?? [];
  const currency = code.toUpperCase();
  const fits = currency !== '' && (named.length === 0 || named.includes(currency));
  return `${sum} ${fits ? currency : usualCurrency(named)}`;
}
