/** A portal with two applications, handlers and payment systems, for the tests of the payment system methods. */
import type { PortalState } from '../../../portal/local/server.js';
import type { LocalPortal } from '../../../portal/local/server.js';
import { post, type Answer } from './portal.js';

/** Who calls: the application that owns the handler `mine`, another one, one without rights, or a webhook. */
export type Who = 'owner' | 'other' | 'nobody' | 'webhook';

const handler = (ID: number, CODE: string, APP_ID: string | null, SETTINGS: Record<string, unknown> = {}) => ({
  ID,
  CODE,
  NAME: `Handler ${CODE}`,
  APP_ID,
  SETTINGS: { FORM_DATA: { ACTION_URI: 'https://shop.test/' }, ...SETTINGS },
});

const CODES = {
  ShopKey: { NAME: 'Key', DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'from the manifest' } },
  SUM: { DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'SUM' } },
  PRICE: { DEFAULT: { PROVIDER_KEY: 'ORDER', PROVIDER_VALUE: 'PRICE' } },
  NOTHING: {},
};

const order = (ID: number, columns: Record<string, unknown> = {}) => ({
  ID,
  PERSON_TYPE_ID: 1,
  PRICE: 30,
  PAYED: 'N',
  CANCELED: 'N',
  ...columns,
});

/** A payment by payment system 11. */
const payment = (ID: number, ORDER_ID: number, SUM: number) => ({
  ID,
  ORDER_ID,
  PAY_SYSTEM_ID: 11,
  SUM,
  CURRENCY: 'RUB',
  PAID: 'N',
});

/** Person types are the seed's: 1 and 2 for orders, 3 and 4 for invoices. Payment system 13 is one of the portal's own. */
export const WORLD: PortalState = {
  webhooks: [{ user: 1, code: 'admin', rights: 'admin' }],
  applications: [
    { clientId: 'app.owner', accessToken: 'owner', rights: 'admin' },
    { clientId: 'app.other', accessToken: 'other', rights: 'admin' },
    { clientId: 'app.nobody', accessToken: 'nobody', rights: 'none' },
  ],
  handlers: [
    handler(1, 'mine', 'app.owner', { CODES }),
    handler(2, 'unused', 'app.owner', { CODES: {}, CLIENT_TYPE: 'b2b' }),
    handler(3, 'free', null, { CODES: {} }),
  ],
  paySystems: [
    { ID: 11, ACTION_FILE: 'mine', NAME: 'Cards', PERSON_TYPE_ID: 1, SORT: 20, ENTITY_REGISTRY_TYPE: 'ORDER' },
    { ID: 12, ACTION_FILE: 'mine', NAME: 'Invoices', PERSON_TYPE_ID: 4, SORT: 3, ENTITY_REGISTRY_TYPE: 'CRM_INVOICE' },
    { ID: 13, ACTION_FILE: 'bill', NAME: 'Bank', PERSON_TYPE_ID: 2, SORT: 100, ENTITY_REGISTRY_TYPE: 'ORDER' },
  ],
  shop: {
    orders: [order(101), order(102, { CANCELED: 'Y' })],
    payments: [payment(201, 101, 10), payment(202, 101, 20), payment(203, 102, 30), payment(204, 109, 40)],
    invoices: [order(51, { PERSON_TYPE_ID: 4, PRICE: 120 }), order(52, { PERSON_TYPE_ID: 4, CANCELED: 'Y' })],
  },
};

/** Calls `sale.paysystem.METHOD`. */
export function call(portal: LocalPortal, method: string, params: object, who: Who = 'webhook'): Promise<Answer> {
  const name = `sale.paysystem.${method}`;
  if (who === 'webhook') return post(`${portal.url}/rest/1/admin/${name}`, params);
  return post(`${portal.url}/rest/${name}?auth=${who}`, params);
}

/** The `result` of an answer. */
export function resultOf({ body }: Answer): unknown {
  return typeof body === 'object' && body !== null && 'result' in body ? body.result : undefined;
}
