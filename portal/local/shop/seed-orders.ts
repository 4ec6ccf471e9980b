/** What is sold in the shop that a portal begins with. */
import type { PhpArray, PhpValue } from '../php/value.js';
import type { Row } from '../state.js';
import { rowOf } from './row.js';
import { BUYERS, COMPANY, COMPANY_PROPERTIES, INVOICE_PROPERTIES, PERSON, PERSON_PROPERTIES } from './seed-buyers.js';

const BY_PERSON = { PERSON_TYPE_ID: PERSON.order, USER_ID: BUYERS.person, PROPERTIES: PERSON_PROPERTIES };
const BY_COMPANY = { PERSON_TYPE_ID: COMPANY.order, USER_ID: BUYERS.company, PROPERTIES: COMPANY_PROPERTIES };

interface Sale {
  readonly PERSON_TYPE_ID: bigint;
  readonly USER_ID: bigint;
  readonly PROPERTIES: PhpArray;
}

const order = (id: bigint, sale: Sale, price: number, currency: string, more: Readonly<Record<string, PhpValue>>) =>
  rowOf({
    ID: id,
    ACCOUNT_NUMBER: id.toString(),
    LID: 's1',
    ...sale,
    STATUS_ID: 'N',
    PRICE: price,
    CURRENCY: currency,
    PAYED: 'N',
    CANCELED: 'N',
    DATE_INSERT: '24.11.2026 12:30:00',
    DATE_UPDATE: '24.11.2026 12:35:00',
    ...more,
  });

const payment = (id: bigint, orderId: bigint, part: number, sum: number, currency: string, paidAt?: string) =>
  rowOf({
    ID: id,
    ORDER_ID: orderId,
    ACCOUNT_NUMBER: `${orderId}/${part}`,
    SUM: sum,
    CURRENCY: currency,
    PAID: paidAt === undefined ? 'N' : 'Y',
    DATE_PAID: paidAt ?? null,
    DATE_BILL: '24.11.2026 12:30:00',
    DATE_PAY_BEFORE: '30.11.2026',
    // No payment system is chosen yet: there is none in a new portal.
    PAY_SYSTEM_ID: 0n,
    PAY_SYSTEM_NAME: '',
    COMPANY_ID: 1n,
    XML_ID: `bx_${id.toString()}`,
  });

/** Orders: one for each buyer and currency, one paid, one in two payments. */
export const SEED_ORDERS: readonly Row[] = [
  order(101n, BY_PERSON, 1990, 'RUB', {
    PRICE_DELIVERY: 300,
    DELIVERY_ID: 3n,
    DISCOUNT_VALUE: 100,
    TAX_VALUE: 331.67,
    USER_DESCRIPTION: 'Please call before delivery',
  }),
  order(102n, BY_COMPANY, 48500, 'RUB', { TAX_VALUE: 8083.33, COMMENTS: 'Regular customer' }),
  order(103n, BY_PERSON, 49.9, 'USD', {}),
  order(104n, BY_PERSON, 3200.5, 'RUB', { PAYED: 'Y', STATUS_ID: 'P', TRACKING_NUMBER: 'RA123456789RU' }),
  order(105n, BY_COMPANY, 1200, 'USD', { DISCOUNT_VALUE: 60 }),
];

/** Their payments. */
export const SEED_PAYMENTS: readonly Row[] = [
  payment(201n, 101n, 1, 1990, 'RUB'),
  payment(202n, 102n, 1, 48500, 'RUB'),
  payment(203n, 103n, 1, 49.9, 'USD'),
  payment(204n, 104n, 1, 3200.5, 'RUB', '24.11.2026 12:40:00'),
  payment(205n, 105n, 1, 500, 'USD', '24.11.2026 12:45:00'),
  payment(206n, 105n, 2, 700, 'USD'),
];

/** An invoice of the old CRM. */
export const SEED_INVOICES: readonly Row[] = [
  order(51n, { ...BY_COMPANY, PERSON_TYPE_ID: COMPANY.invoice, PROPERTIES: INVOICE_PROPERTIES }, 12000, 'RUB', {
    ORDER_TOPIC: 'Invoice 51',
    DATE_BILL: '24.11.2026',
    DATE_PAY_BEFORE: '30.11.2026',
    TAX_VALUE: 2000,
    PAY_SYSTEM_ID: 0n,
  }),
];
