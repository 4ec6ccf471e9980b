/** Payments that are added through the control interface. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { control, send, start } from './portal.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start();
});

describe('POST of a payment', () => {
  const paySystems = [
    { ID: 3, ACTION_FILE: 'shop', NAME: 'Bank card' },
    { ID: 4, ACTION_FILE: 'shop', NAME: 'Invoice', PERSON_TYPE_ID: 2 },
  ];
  beforeEach(() => control(portal, { paySystems }));

  const pay = (body: unknown, headers: Record<string, string> = {}) =>
    send(`${portal.url}/.local/payments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${portal.control.token}`, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('adds an order with a payment and tells where it is paid', async () => {
    expect(await pay({ paySystemId: 3, sum: 99.5, currency: 'USD' })).toMatchObject({
      status: 200,
      body: { paymentId: 207, paySystemId: 3, url: `${portal.url}/pay/207?paysystem=3` },
    });
    const { shop } = (await control(portal)).body as { shop: Record<'orders' | 'payments', unknown[]> };
    expect(shop.payments.at(-1)).toMatchObject({
      ID: 207,
      ORDER_ID: 106,
      ACCOUNT_NUMBER: '106/1',
      SUM: 99.5,
      CURRENCY: 'USD',
      PAID: 'N',
      PAY_SYSTEM_ID: 3,
      PAY_SYSTEM_NAME: 'Bank card',
    });
    expect(shop.orders.at(-1)).toMatchObject({ ID: 106, PERSON_TYPE_ID: 1, USER_ID: 17, PRICE: 99.5, CURRENCY: 'USD' });
  });

  it("takes the person type that is asked for, else the payment system's", async () => {
    const buyers = [{ paySystemId: 4, personTypeId: 1 }, { paySystemId: '4' }, { paySystemId: 3, personTypeId: 2 }];
    for (const buyer of buyers) await pay({ sum: '10.50', currency: 'RUB', ...buyer });
    const { shop } = (await control(portal)).body as { shop: { orders: Record<string, unknown>[] } };
    expect(shop.orders.slice(-3)).toMatchObject([
      { PERSON_TYPE_ID: 1, USER_ID: 17, PROPERTIES: { '2': 'anna@shop.test' }, PRICE: 10.5 },
      { PERSON_TYPE_ID: 2, USER_ID: 18, PROPERTIES: { '13': '7700000000' } },
      { PERSON_TYPE_ID: 2, USER_ID: 18 },
    ]);
  });

  const good = { paySystemId: 3, sum: 5, currency: 'RUB' };
  it.each<[string, unknown]>([
    ['The body is not JSON.', '{'],
    ['payment must be an object.', '5'],
    ['payment has the unknown key amount; known are paySystemId, sum, currency, personTypeId.', { ...good, amount: 5 }],
    ['payment.paySystemId must be a positive whole number.', { ...good, paySystemId: 'a' }],
    ['The portal has no payment system 9.', { ...good, paySystemId: 9 }],
    ['There is no person type 3 for orders; known are 1, 2.', { ...good, personTypeId: 3 }],
    ['payment.sum must be a number above 0.', { ...good, sum: 0 }],
    ['payment.sum must be a number above 0.', { ...good, sum: -5 }],
    ['payment.sum must be a number above 0.', { ...good, sum: '5 RUB' }],
    ['payment.sum must be a number above 0.', { ...good, sum: [5] }],
    ['payment.sum must be a number above 0.', '{"paySystemId":3,"sum":1e999,"currency":"RUB"}'],
    ['payment.currency must be a currency code such as RUB.', { ...good, currency: 'rub' }],
    ['payment.currency must be a currency code such as RUB.', { paySystemId: 3, sum: 5 }],
  ])('refuses with "%s" and adds nothing', async (reason, body) => {
    const before = (await control(portal)).body;
    expect(await pay(body)).toMatchObject({ status: 400, body: { error_description: reason } });
    expect((await control(portal)).body).toEqual(before);
  });

  it('wants the token, and no web page', async () => {
    expect(await pay(good, { authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
    expect(await pay(good, { origin: 'https://evil.test' })).toMatchObject({ status: 403 });
    expect(await pay(good, { 'sec-fetch-site': 'cross-site' })).toMatchObject({ status: 403 });
  });

  it('is the only method there', async () => {
    const headers = { authorization: `Bearer ${portal.control.token}` };
    const answer = await send(`${portal.url}/.local/payments`, { headers });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });
});
