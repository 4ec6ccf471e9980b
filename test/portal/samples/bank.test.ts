/** What all samples share: the bank's page, limits, and what must not leak. */
import { once } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { sendRaw } from '../local/portal.js';
import { load, press, submit, target } from './browser.js';
import { changePayment, openShop, paymentOf, SAMPLES, spawnSample, type Shop } from './shop.js';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop('form');
});

async function openBank(back: string) {
  const fields = { paymentId: String(shop.paymentId), BX_PAYSYSTEM_ID: String(shop.paySystemId), BX_RETURN_URL: back };
  return load(target(await submit(`${shop.url}/form`, fields)));
}

describe('the way back', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.test/', 'not an address', ''])(
    'is none to %s',
    async (back) => {
      const bank = await openBank(back);
      expect(bank.text).toContain('name="back" value=""');
      const paid = await press(bank, { back });
      expect(paid).toMatchObject({ status: 200 });
      expect(paid.headers.get('location')).toBeNull();
      expect(await paymentOf(shop)).toMatchObject({ paid: 'Y' });
    },
  );

  it('is the own one of each who asks', async () => {
    await openBank('https://evil.test/');
    const bank = await openBank(shop.pageUrl);
    expect(target(await press(bank))).toBe(shop.pageUrl);
  });
});

describe('the page', () => {
  it('escapes what it is given', async () => {
    const bank = await openBank(`https://shop.test/?a='"><script>alert(1)</script>`);
    expect(bank.text).not.toContain('<script');
    expect(bank.text).not.toContain(`'`);
    await changePayment(shop, { CURRENCY: '<b>&' });
    const priced = await openBank('');
    expect(priced.text).toContain('1990.50 &#60;b&#62;&#38;');
  });

  it('runs no scripts and is shown in no frame', async () => {
    const { headers } = await openBank('');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('is not there for an ID that was guessed', async () => {
    await openBank('');
    for (const id of ['', String(shop.paymentId), '__proto__']) {
      expect(await load(`${shop.url}/bank?id=${id}`)).toMatchObject({ status: 404 });
      expect(await submit(`${shop.url}/bank`, { id })).toMatchObject({ status: 404 });
    }
    expect(await paymentOf(shop)).toMatchObject({ paid: 'N' });
  });

  it('does not pay by being looked at', async () => {
    const bank = await openBank(shop.pageUrl);
    await load(bank.url);
    expect(await paymentOf(shop)).toMatchObject({ paid: 'N' });
  });
});

describe('the server', () => {
  it('refuses bodies that are too large, and goes on', async () => {
    const large = `paymentId=${'1'.repeat(64 * 1024)}`;
    expect(await submit(`${shop.url}/form`, large)).toMatchObject({ status: 413 });
    expect((await openBank('')).status).toBe(200);
  });

  it.each(['/', '/form', '/bank/', '//127.0.0.1/form', '/__proto__', '*'])('has no page %s', async (path) => {
    const { hostname, port } = new URL(shop.url);
    const answer = await sendRaw(`http://${hostname}:${port}${path === '*' ? '/%' : path}`, {});
    expect(answer.status).toBe(404);
  });
});

describe.each(SAMPLES)('%s', (sample) => {
  it.each([undefined, 'no address'])('does not start with the webhook %s', async (webhook) => {
    const child = spawnSample(sample, webhook === undefined ? {} : { B24PAY_WEBHOOK: webhook });
    let written = '';
    child.stderr.on('data', (part: Buffer) => {
      written += part.toString();
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(written).toContain('Set B24PAY_WEBHOOK');
    expect(written).not.toContain('no address');
  });
});
