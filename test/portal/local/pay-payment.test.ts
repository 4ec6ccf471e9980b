/** `pay.payment` and `settings.payment.get`: what an endpoint does when its buyer has paid. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { call, resultOf, WORLD } from './pay-system-world.js';
import { control, post, start } from './portal.js';

const NOW = Date.UTC(2026, 10, 24, 12, 30, 5);

let portal: LocalPortal;
let now: number;
beforeEach(async () => {
  now = NOW;
  portal = await start({ state: WORLD, clock: () => now });
});

type Rows = Readonly<Record<'payments' | 'orders', readonly Readonly<Record<string, unknown>>[]>>;

async function row(table: keyof Rows, id: number): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { shop } = (await control(portal)).body as { shop: Rows };
  return shop[table].find(({ ID }) => ID === id);
}

const pay = (PAYMENT_ID: number, rest: object = {}) =>
  call(portal, 'pay.payment', { PAYMENT_ID, PAY_SYSTEM_ID: 11, ...rest });

describe('pay.payment', () => {
  it('marks the payment paid, and notes when', async () => {
    expect(resultOf(await pay(201))).toBe(true);
    expect(await row('payments', 201)).toEqual({
      ID: 201,
      ORDER_ID: 101,
      PAY_SYSTEM_ID: 11,
      SUM: 10,
      CURRENCY: 'RUB',
      PAID: 'Y',
      DATE_PAID: '24.11.2026 12:30:05',
      PS_STATUS: 'Y',
      PS_STATUS_CODE: 'Y',
      PS_RESPONSE_DATE: '24.11.2026 12:30:05',
      PAY_VOUCHER_DATE: '24.11.2026',
    });
    expect(await row('payments', 202)).toMatchObject({ PAID: 'N' });
  });

  it('stores what the service says, without looking at the sum', async () => {
    const said = {
      PS_INVOICE_ID: 'abc',
      PS_STATUS_CODE: 'OK',
      PS_STATUS_DESCRIPTION: 'done',
      PS_STATUS_MESSAGE: 'm',
      PS_SUM: '0.01',
      PS_CURRENCY: 'USD',
      PS_RECURRING_TOKEN: 't',
      PS_CARD_NUMBER: '*1111',
    };
    expect(resultOf(await pay(201, { ...said, PS_MODE: 'x', SUM: 1, PAID: 'N' }))).toBe(true);
    expect(await row('payments', 201)).toMatchObject({ ...said, SUM: 10, PAID: 'Y' });
    expect(await row('payments', 201)).not.toHaveProperty('PS_MODE');
  });

  it('passes over what is empty', async () => {
    await pay(201, { PS_INVOICE_ID: 'abc' });
    await pay(201, { PS_INVOICE_ID: '', PS_STATUS_CODE: 0 });
    expect(await row('payments', 201)).toMatchObject({ PS_INVOICE_ID: 'abc', PS_STATUS_CODE: 'Y' });
  });

  it('can be called again: the payment stays paid since the first time', async () => {
    await pay(201);
    now += 60_000;
    expect(resultOf(await pay(201, { ps_invoice_id: 'second' }))).toBe(true);
    expect(await row('payments', 201)).toMatchObject({
      DATE_PAID: '24.11.2026 12:30:05',
      PS_RESPONSE_DATE: '24.11.2026 12:31:05',
      PS_INVOICE_ID: 'second',
    });
  });

  it('makes an order paid with its last payment', async () => {
    await pay(201);
    expect(await row('orders', 101)).toMatchObject({ PAYED: 'N' });
    await pay(202);
    expect(await row('orders', 101)).toMatchObject({ PAYED: 'Y', DATE_PAYED: '24.11.2026 12:30:05' });
  });

  it('does not ask whose payment system it is', async () => {
    const params = { PAYMENT_ID: 201, PAY_SYSTEM_ID: 11 };
    expect(await call(portal, 'pay.payment', params, 'other')).toMatchObject({ status: 200 });
  });

  it('can be a command of a batch', async () => {
    const cmd = { pay: 'sale.paysystem.pay.payment?payment_id=201&pay_system_id=11' };
    expect((await post(`${portal.webhook}/batch`, { cmd })).body).toMatchObject({ result: { result: { pay: true } } });
    expect(await row('payments', 201)).toMatchObject({ PAID: 'Y' });
  });
});

describe('settings.payment.get', () => {
  it('gives the values that the codes have for this payment', async () => {
    const SETTINGS = { SHOPKEY: { TYPE: 'VALUE', VALUE: 'secret' } };
    await call(portal, 'settings.update', { ID: 11, SETTINGS, PERSON_TYPE_ID: 1 });
    const params = { PAYMENT_ID: 202, PAY_SYSTEM_ID: '11' };
    expect(resultOf(await call(portal, 'settings.payment.get', params, 'owner'))).toEqual({
      ShopKey: 'secret',
      SUM: 20,
      PRICE: 30,
      NOTHING: null,
    });
  });
});
