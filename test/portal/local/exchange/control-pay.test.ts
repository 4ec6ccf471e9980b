/** The request for a payment without a browser: what it may hold, and who may send it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../../portal/local/server.js';
import { post, send, start } from '../portal.js';
import { serve } from './endpoint.js';
import { askToPay, LINK, payAt, PAYMENT, setHandler } from './paying.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start();
});

describe('the request for it', () => {
  it.each<[string, unknown]>([
    ['The body is not JSON.', '{'],
    ['pay must be an object.', '5'],
    ['pay has the unknown key sum; known are paymentId, paySystemId, fields, fault, seconds.', { ...PAYMENT, sum: 5 }],
    ['pay.paymentId must be a positive whole number.', { paySystemId: 7 }],
    ['The portal has no payment 999.', { paymentId: 999, paySystemId: 7 }],
    ['The portal has no payment system 8, or it has lost its handler.', { paymentId: 201, paySystemId: 8 }],
    ['pay.fault must be one of twice, late, drop-answer.', { ...PAYMENT, fault: 'change-sum' }],
  ])('is refused with "%s"', async (reason, body) => {
    await setHandler(portal, {});
    expect(await askToPay(portal, body)).toMatchObject({ status: 400, body: { error_description: reason } });
    expect(portal.exchanges.all).toEqual([]);
  });

  it('needs the token and is open to no web page', async () => {
    await setHandler(portal, {});
    expect(await askToPay(portal, PAYMENT, { authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
    expect(await askToPay(portal, PAYMENT, { origin: 'https://evil.test' })).toMatchObject({ status: 403 });
    const headers = { authorization: `Bearer ${portal.control.token}` };
    const other = await send(`${portal.url}/.local/pay`, { headers });
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('takes no calls of others for its own', async () => {
    const { url } = await serve((response, got) => {
      void post(`${portal.webhook}/profile`, {}).then(() => {
        LINK(response, got);
      });
    });
    const { exchanges } = await payAt(portal, { CHECKOUT_DATA: { ACTION_URI: url } });
    expect(exchanges).toHaveLength(1);
    expect(portal.exchanges.all.map(({ kind }) => kind)).toEqual(['checkout', 'rest']);
  });
});
