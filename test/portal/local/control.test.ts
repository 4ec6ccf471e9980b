/** The control interface: reading and replacing the state. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { control, handler, post, send, start } from './portal.js';

const LIST = 'sale.paysystem.handler.list';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start();
});

describe('the addresses', () => {
  it('are what a caller needs', async () => {
    expect(portal.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(portal.control.url).toBe(`${portal.url}/.local/state`);
    expect(portal.webhook).toMatch(new RegExp(`^${portal.url}/rest/1/[0-9a-f]{32}$`));
    expect(await send(`${portal.webhook}/${LIST}`)).toMatchObject({ status: 200 });
  });

  it('hold secrets of their own for every portal', async () => {
    const other = await start();
    expect(other.control.token).not.toBe(portal.control.token);
    expect(other.webhook.split('/').at(-1)).not.toBe(portal.webhook.split('/').at(-1));
  });
});

describe('GET', () => {
  it('shows the whole state', async () => {
    const [, , , , , code] = portal.webhook.split('/');
    expect((await control(portal)).body).toEqual({
      webhooks: [{ user: 1, code, rights: 'admin' }],
      applications: [],
      handlers: [],
      paySystems: [],
      mappings: [],
      shop: expect.objectContaining({ orders: expect.anything() as unknown }) as unknown,
    });
  });
});

describe('PUT', () => {
  const document = {
    webhooks: [{ user: 5, code: 'five', rights: 'none' }],
    applications: [{ clientId: 'app.1', accessToken: 'one', rights: 'admin' }],
    handlers: [
      { ID: 3, NAME: 'Shop', CODE: 'shop', SORT: 5, SETTINGS: { CODES: { A: { NAME: 'a' } } }, APP_ID: 'app.1' },
    ],
    paySystems: [{ ID: 7, ACTION_FILE: 'shop', NAME: 'Card', OTHER: [1, { a: null }] }],
    mappings: [
      { CODE_KEY: 'A', PAY_SYSTEM_ID: 7, PERSON_TYPE_ID: 1, PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'a' },
      { CODE_KEY: 'A', PAY_SYSTEM_ID: null, PERSON_TYPE_ID: 0, PROVIDER_KEY: 'ORDER', PROVIDER_VALUE: 'ID' },
    ],
    shop: {
      personTypes: [{ ID: 1, CODE: 'CRM_CONTACT', ENTITY_REGISTRY_TYPE: 'ORDER' }],
      currencies: [{ CURRENCY: 'RUB', BASE: 'Y' }],
      users: [{ ID: 17, EMAIL: 'anna@shop.test' }],
      properties: [{ ID: 12, CODE: 'EMAIL', PERSON_TYPE_ID: 1 }],
      orders: [{ ID: 253, PRICE: 10.5, PROPERTIES: { '12': 'anna@shop.test' } }],
      payments: [{ ID: 247, ORDER_ID: 253, SUM: 10.5 }],
      invoices: [{ ID: 5 }],
      details: [{ PROVIDER_KEY: 'COMPANY', ORDER_ID: 0, VALUES: { NAME: 'My shop' } }],
    },
  };

  it('replaces the state and answers with it', async () => {
    expect(await control(portal, document)).toMatchObject({ status: 200, body: document });
    expect((await control(portal)).body).toEqual(document);
    expect(await send(`${portal.webhook}/${LIST}`)).toMatchObject({ status: 401 });
    expect(await send(`${portal.url}/rest/5/five/${LIST}`)).toMatchObject({ status: 403 });
    expect(await send(`${portal.url}/rest/${LIST}?auth=one`)).toMatchObject({ status: 200 });
  });

  it('without handlers, payment systems or settings removes them, without senders or shop keeps these', async () => {
    await control(portal, document);
    await control(portal, {});
    const { webhooks, applications, shop } = document;
    const none = { handlers: [], paySystems: [], mappings: [] };
    expect((await control(portal)).body).toEqual({ webhooks, applications, shop, ...none });
    await control(portal, { webhooks: [], applications: [] });
    expect((await control(portal)).body).toEqual({ webhooks: [], applications: [], shop, ...none });
  });

  it('keeps the tables of the shop that it does not speak of', async () => {
    await control(portal, document);
    await control(portal, { shop: { payments: [{ ID: 1, ORDER_ID: 253 }], details: [] } });
    expect((await control(portal)).body).toMatchObject({
      shop: { ...document.shop, payments: [{ ID: 1, ORDER_ID: 253 }], details: [] },
    });
  });

  it('writes codes of settings as their table keeps them', async () => {
    const settings = { CODE_KEY: 'x'.repeat(51), PAY_SYSTEM_ID: '7', PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 5 };
    await control(portal, { mappings: [settings, { ...settings, PAY_SYSTEM_ID: 0 }] });
    const written = { CODE_KEY: 'X'.repeat(50), PERSON_TYPE_ID: 0, PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: '5' };
    expect((await control(portal)).body).toMatchObject({
      mappings: [
        { ...written, PAY_SYSTEM_ID: 7 },
        { ...written, PAY_SYSTEM_ID: null },
      ],
    });
  });

  it('takes numbers written as text, and fills in what a row leaves out', async () => {
    await control(portal, {
      webhooks: [{ user: '9', code: 'c', rights: 'admin' }],
      handlers: [{ ID: '12', NAME: 'a', CODE: 'b' }],
    });
    expect((await control(portal)).body).toMatchObject({
      webhooks: [{ user: 9 }],
      handlers: [{ ID: 12, NAME: 'a', CODE: 'b', SORT: 100, SETTINGS: [], APP_ID: null }],
    });
    expect(await post(`${portal.url}/rest/9/c/sale.paysystem.handler.add`, handler('c'))).toMatchObject({
      body: { result: 13 },
    });
  });

  const row = { ID: 1, NAME: 'a', CODE: 'b' };
  const setting = { CODE_KEY: 'A', PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'a' };
  it.each<[string, unknown]>([
    ['The body is not JSON.', '{"handlers":'],
    ['The state must be an object.', '[1]'],
    ['The state must be an object.', '"text"'],
    [
      'The state has the unknown key paysystems; known are webhooks, applications, handlers, paySystems, mappings, shop.',
      { paysystems: [] },
    ],
    ['handlers must be a list.', { handlers: { a: row } }],
    ['handlers must be a list.', { handlers: 'text' }],
    ['handlers[0] must be an object.', { handlers: [5] }],
    ['handlers[1].ID must be a positive whole number.', { handlers: [row, { ...row, ID: 0 }] }],
    ['handlers[0].ID must be a positive whole number.', { handlers: [{ ...row, ID: '1x' }] }],
    ['handlers[0].ID must be a positive whole number.', { handlers: [{ NAME: 'a', CODE: 'b' }] }],
    ['handlers[0].NAME must be a text.', { handlers: [{ ID: 1, CODE: 'b' }] }],
    ['handlers[0].CODE must be a text.', { handlers: [{ ...row, CODE: [] }] }],
    [
      'handlers[0] has the unknown key Name; known are ID, NAME, CODE, SORT, SETTINGS, APP_ID.',
      { handlers: [{ ...row, Name: 1 }] },
    ],
    [
      'handlers[1] has the ID or the CODE of an earlier one; on a portal both are unique.',
      { handlers: [row, { ...row, CODE: 'c' }] },
    ],
    [
      'handlers[1] has the ID or the CODE of an earlier one; on a portal both are unique.',
      { handlers: [row, { ...row, ID: 2, CODE: 'B ' }] },
    ],
    ['webhooks[0].user must be a positive whole number.', { webhooks: [{ user: 'me', code: 'a', rights: 'admin' }] }],
    ['webhooks[0].code must be a non-empty text.', { webhooks: [{ user: 1, code: '', rights: 'admin' }] }],
    ['webhooks[0].code must not contain a slash.', { webhooks: [{ user: 1, code: 'a/b', rights: 'admin' }] }],
    ['webhooks[0].rights must be "admin" or "none".', { webhooks: [{ user: 1, code: 'a', rights: 'all' }] }],
    ['applications[0].clientId must be a non-empty text.', { applications: [{ accessToken: 'a', rights: 'admin' }] }],
    [
      'applications[0].accessToken must be a non-empty text.',
      { applications: [{ clientId: 'a', accessToken: 5, rights: 'admin' }] },
    ],
    ['paySystems[0].ACTION_FILE must be a text.', { paySystems: [{ ID: 1 }] }],
    [
      'paySystems[1] has the ID of an earlier one; on a portal it is unique.',
      { paySystems: [1, 1].map((ID) => ({ ID, ACTION_FILE: 'a' })) },
    ],
    ['mappings must be a list.', { mappings: { a: setting } }],
    [
      'mappings[0] has the unknown key CODE; known are CODE_KEY, PAY_SYSTEM_ID, PERSON_TYPE_ID, PROVIDER_KEY, PROVIDER_VALUE.',
      { mappings: [{ ...setting, CODE: 'A' }] },
    ],
    ['mappings[0].CODE_KEY must be a non-empty text.', { mappings: [{ ...setting, CODE_KEY: '' }] }],
    [
      'mappings[0].PAY_SYSTEM_ID must be a whole number, 0 or above.',
      { mappings: [{ ...setting, PAY_SYSTEM_ID: -1 }] },
    ],
    [
      'mappings[0].PERSON_TYPE_ID must be a whole number, 0 or above.',
      { mappings: [{ ...setting, PERSON_TYPE_ID: 'a' }] },
    ],
    ['mappings[0].PROVIDER_KEY must be a non-empty text.', { mappings: [{ ...setting, PROVIDER_KEY: null }] }],
    ['mappings[0].PROVIDER_VALUE must be a text.', { mappings: [{ ...setting, PROVIDER_VALUE: {} }] }],
    [
      'mappings[1] is for the same code, payment system and person type as an earlier one.',
      { mappings: [setting, { ...setting, CODE_KEY: 'a', PROVIDER_KEY: 'ORDER' }] },
    ],
    ['shop must be an object.', { shop: [1] }],
    [
      'shop has the unknown key order; known are personTypes, users, properties, orders, payments, invoices, currencies, details.',
      { shop: { order: [] } },
    ],
    ['shop.orders must be a list.', { shop: { orders: { ID: 1 } } }],
    ['shop.payments[0].ID must be a positive whole number.', { shop: { payments: [{ SUM: 5 }] } }],
    ['shop.users[0] must be an object.', { shop: { users: ['Anna'] } }],
    [
      'shop.orders[1] has the ID of an earlier one; on a portal it is unique.',
      { shop: { orders: [{ ID: 1 }, { ID: '1' }] } },
    ],
    ['shop.currencies[0].CURRENCY must be a non-empty text.', { shop: { currencies: [{}] } }],
    ['shop.details[0].PROVIDER_KEY must be a non-empty text.', { shop: { details: [{ VALUES: {} }] } }],
    ['shop.details[0].VALUES must be an object.', { shop: { details: [{ PROVIDER_KEY: 'COMPANY' }] } }],
    [
      'shop.details[0].ORDER_ID must be a whole number, 0 or above.',
      { shop: { details: [{ PROVIDER_KEY: 'COMPANY', ORDER_ID: 'x', VALUES: {} }] } },
    ],
  ])('refuses with "%s" and leaves the state alone', async (reason, body) => {
    await control(portal, document);
    expect(await control(portal, body)).toMatchObject({ status: 400, body: { error_description: reason } });
    expect((await control(portal)).body).toEqual(document);
  });
});

describe('other methods', () => {
  it.each(['POST', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    const headers = { authorization: `Bearer ${portal.control.token}` };
    const answer = await send(portal.control.url, { method, headers });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, PUT');
  });
});
