/** Invoices of the old CRM: paid and asked for by payment system or by handler. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { call, resultOf, WORLD } from './pay-system-world.js';
import { control, start } from './portal.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start({ state: WORLD, clock: () => Date.UTC(2026, 10, 24, 12, 30, 5) });
});

async function invoice(): Promise<unknown> {
  const { shop } = (await control(portal)).body as { shop: { invoices: unknown[] } };
  return shop.invoices[0];
}

describe('pay.invoice', () => {
  it.each([{ PAY_SYSTEM_ID: 12 }, { bx_rest_handler: 'MINE' }, { PAY_SYSTEM_ID: 12, BX_REST_HANDLER: 'free' }])(
    'pays by %j',
    async (by) => {
      expect(resultOf(await call(portal, 'pay.invoice', { INVOICE_ID: 51, PS_INVOICE_ID: 'abc', ...by }))).toBe(true);
      expect(await invoice()).toMatchObject({
        ID: 51,
        PAYED: 'Y',
        DATE_PAYED: '24.11.2026 12:30:05',
        PS_STATUS: 'Y',
        PS_INVOICE_ID: 'abc',
      });
    },
  );

  it('finds no payment system for a handler that has none for invoices', async () => {
    const { body } = await call(portal, 'pay.invoice', { INVOICE_ID: 51, BX_REST_HANDLER: 'free' });
    expect(body).toEqual({ error: 'ERROR_PROCESS_REQUEST_RESULT', error_description: 'Pay system not found' });
    expect(await invoice()).toMatchObject({ PAYED: 'N' });
  });
});

describe('settings.invoice.get', () => {
  it('gives the values that the codes have for the invoice', async () => {
    const SETTINGS = { SHOPKEY: { TYPE: 'VALUE', VALUE: 'for companies' } };
    await call(portal, 'settings.update', { ID: 12, SETTINGS, PERSON_TYPE_ID: 4 });
    const params = { INVOICE_ID: 51, PAY_SYSTEM_ID: 12 };
    expect(resultOf(await call(portal, 'settings.invoice.get', params, 'owner'))).toMatchObject({
      ShopKey: 'for companies',
      PRICE: 120,
      NOTHING: null,
    });
  });

  it('takes the first payment system of a handler, of whatever kind', async () => {
    const SETTINGS = { SHOPKEY: { TYPE: 'VALUE', VALUE: 'of the first' } };
    await call(portal, 'settings.update', { ID: 11, SETTINGS });
    const answer = await call(portal, 'settings.invoice.get', { INVOICE_ID: 51, BX_REST_HANDLER: 'mine' });
    expect(resultOf(answer)).toMatchObject({ ShopKey: 'of the first' });
  });

  it('is for the owner of the handler that is named', async () => {
    const params = { INVOICE_ID: 51, BX_REST_HANDLER: 'mine' };
    expect(await call(portal, 'settings.invoice.get', params, 'other')).toMatchObject({ status: 403 });
  });
});
