/** The sample endpoint of a checkout: the portal itself sends the payment. */
import { beforeEach, describe, expect, it } from 'vitest';
import { conclude } from '../../../portal/local/exchange/conclude.js';
import { arrayOf } from '../../../portal/local/php/arrays.js';
import { buildQuery } from '../../../portal/local/php/build-query.js';
import type { PhpValue } from '../../../portal/local/php/value.js';
import { stop } from '../local/portal.js';
import { load, press, submit, target } from './browser.js';
import { ask, changePayment, openShop, paymentOf, startSample, type Shop } from './shop.js';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop('checkout');
});

/** Sends what a portal sends, and gives what it makes of the answer. */
async function checkout(system: Record<string, PhpValue> = {}, fields: Record<string, PhpValue> = { sum: 1990.5 }) {
  const params = {
    RETURN_URL: shop.pageUrl,
    PAYSYSTEM_ID: BigInt(shop.paySystemId),
    PAYMENT_ID: BigInt(shop.paymentId),
    SUM: 1990.5,
    CURRENCY: 'RUB',
    ...system,
  };
  const body = buildQuery(arrayOf({ ...fields, BX_SYSTEM_PARAMS: arrayOf(params) }));
  const { status, text } = await submit(`${shop.url}/checkout`, body);
  return conclude({ status, headers: [], body: text });
}

async function payLink(system?: Record<string, PhpValue>, fields?: Record<string, PhpValue>) {
  const conclusion = await checkout(system, fields);
  if (conclusion.kind !== 'pay-link') throw new Error(`No link: ${JSON.stringify(conclusion)}`);
  return conclusion;
}

describe('a payment', () => {
  it('gets a link, is paid there, and led back to the shop', async () => {
    const { url } = await payLink();
    const bank = await load(url);
    expect(bank.text).toContain('1990.50 RUB');
    expect(target(await press(bank))).toBe(shop.pageUrl);
    expect(await paymentOf(shop)).toMatchObject({ paid: 'Y' });
  });

  it('gets the same link and ID, however often the portal asks', async () => {
    const first = await payLink();
    const again = await Promise.all([payLink(), payLink(), payLink({ EXTERNAL_PAYMENT_ID: first.paymentId })]);
    expect(again).toEqual([first, first, first]);
  });

  it('keeps its ID when the sum of the order changes, and costs the new one', async () => {
    const first = await payLink();
    await changePayment(shop, { SUM: 12.3 });
    const { paymentId, url } = await payLink({ SUM: 12.3, EXTERNAL_PAYMENT_ID: first.paymentId });
    expect(paymentId).toBe(first.paymentId);
    expect((await load(url)).text).toContain('12.30 RUB');
  });

  it('costs what BX_SYSTEM_PARAMS say, whatever the buyer made of the fields', async () => {
    const { url } = await payLink({}, { sum: 1, SUM: 1, PAYMENT_ID: 1n, BX_SYSTEM_PARAMS_SUM: 1 });
    expect((await load(url)).text).toContain('1990.50 RUB');
  });

  it('is refused once it is paid', async () => {
    await press(await load((await payLink()).url));
    expect(await checkout()).toEqual({ kind: 'errors', texts: ['This payment is paid already.'] });
  });
});

it.each(['https://pay.test', 'https://pay.test/'])('leads to the public address %s', async (address) => {
  const { url } = await startSample('checkout', { B24PAY_WEBHOOK: shop.portal.webhook, PUBLIC_URL: address });
  shop = { ...shop, url };
  const link = await payLink();
  expect(link.url).toMatch(/^https:\/\/pay\.test\/bank\?/);
  expect(await load(link.url.replace('https://pay.test', url))).toMatchObject({ status: 200 });
});

describe('a request that comes from no portal', () => {
  const wrong = 'The sum is not the one of the order. Please load the page of the shop again.';

  it.each<[string, Record<string, PhpValue>, string]>([
    ['another sum', { SUM: 1 }, wrong],
    ['no sum', { SUM: null }, wrong],
    ['no number', { SUM: 'abc' }, wrong],
    ['another currency', { CURRENCY: 'UAH' }, wrong],
    ['no payment', { PAYMENT_ID: null }, 'The shop has sent no payment.'],
    ['an unknown payment', { PAYMENT_ID: 999_999n }, 'This does not work right now. Please try again later.'],
    ['a payment system of the portal', { PAYSYSTEM_ID: 999n }, 'This does not work right now. Please try again later.'],
  ])('gets a reason with status 200: %s', async (_, system, reason) => {
    expect(await checkout(system)).toEqual({ kind: 'errors', texts: [reason] });
    expect(await paymentOf(shop)).toMatchObject({ paid: 'N' });
  });
});

it('gives a reason with status 200 when the portal is gone, and keeps the webhook secret', async () => {
  await stop(shop.portal);
  expect(await checkout()).toEqual({
    kind: 'errors',
    texts: ['This does not work right now. Please try again later.'],
  });
  const code = shop.portal.webhook.split('/').at(-1) ?? '';
  expect(shop.written.text).toContain('the portal could not be reached');
  expect(shop.written.text).not.toContain(code);
});

it('is refused when the shop has no number', async () => {
  const { portal, paySystemId } = shop;
  const SETTINGS = { SHOP_ID: { TYPE: 'ORDER', VALUE: 'COMMENTS' } };
  await ask(portal, 'sale.paysystem.settings.update', { ID: paySystemId, SETTINGS, PERSON_TYPE_ID: 0 });
  expect(await checkout()).toEqual({
    kind: 'errors',
    texts: ['The shop is not ready for this way to pay: its number is missing.'],
  });
});
