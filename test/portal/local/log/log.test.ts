/** The pages and the data of the exchange log, on a running portal. */
import { beforeEach, describe, expect, it } from 'vitest';
import { createPortalClient } from '../../../../portal/client/rest.js';
import { parseWebhook } from '../../../../portal/client/connection.js';
import type { LocalPortal } from '../../../../portal/local/server.js';
import { always, serve, type Answer, type Endpoint } from '../exchange/endpoint.js';
import { control, post, send, sendRaw, start } from '../portal.js';
import { CODES } from '../pay/state.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start();
});

const KEY = { NAME: 'Any', DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'top-secret' } };
const link: Answer = always(200, { PAYMENT_URL: 'https://bank.test/1', PAYMENT_ID: 'P-1' });

/** Pays once at an endpoint. */
async function paid(answer: Answer, paymentId = 201): Promise<Endpoint> {
  const endpoint = await serve(answer);
  const FIELDS = { sum: { CODE: 'SUM' }, key: { CODE: 'API_SECRET' } };
  const SETTINGS = { CODES: { ...CODES, API_SECRET: KEY }, CHECKOUT_DATA: { ACTION_URI: endpoint.url, FIELDS } };
  await control(portal, {
    handlers: [{ ID: 3, NAME: 'Shop', CODE: 'shop', SETTINGS }],
    paySystems: [{ ID: 7, ACTION_FILE: 'shop', NAME: 'Cards' }],
  });
  await payAgain(paymentId);
  return endpoint;
}

const payAgain = (paymentId = 201) =>
  send(`${portal.url}/.local/pay`, {
    method: 'POST',
    headers: { authorization: `Bearer ${portal.control.token}` },
    body: JSON.stringify({ paymentId, paySystemId: 7 }),
  });

async function page(query = '') {
  const { status, headers, text } = await send(`${portal.url}/log${query}`);
  const numbers = [...text.matchAll(/id="exchange-(\d+)"/g)].map(([, number]) => Number(number));
  return { status, headers, numbers, text: text.replace(/\s+/g, ' ') };
}

async function token(): Promise<string> {
  return /data-token="([0-9a-f]+)"/.exec((await page()).text)?.[1] ?? '';
}

/** What a button does. */
async function press(path: string, more: { token?: string; origin?: string } = {}) {
  const headers = { origin: more.origin ?? portal.url, 'b24pay-token': more.token ?? (await token()) };
  return send(`${portal.url}/log/${path}`, { method: 'POST', headers });
}

describe('the page', () => {
  it('says what to do when there is nothing yet', async () => {
    const { status, text, headers } = await page();
    expect(status).toBe(200);
    expect(text).toContain('Nothing yet. Open a payment and pay it;');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*form-action 'self';/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('shows what was sent, answered and concluded, the newest first', async () => {
    await paid(always(400, { PAYMENT_ERRORS: ['No card'] }));
    await payAgain();
    const { text, numbers } = await page();
    expect(numbers).toEqual([2, 1]);
    for (const shown of [
      '2. Checkout',
      'The buyer reads &quot;Error registering order in payment system&quot;.',
      'PAYMENT_ERRORS was lost: the status of the answer is 400,',
      'Answer with status 200, also when there are PAYMENT_ERRORS to show.',
      '<td class="mono">BX_SYSTEM_PARAMS[SUM]</td> <td class="mono">1990</td>',
      'Content-Type: application/x-www-form-urlencoded',
      'Status 400',
      '&quot;PAYMENT_ERRORS&quot;: [ &quot;No card&quot; ]',
    ]) {
      expect(text).toContain(shown);
    }
  });

  it('escapes everything that comes from an endpoint', async () => {
    const nasty = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'';
    await paid(always(200, { PAYMENT_ERRORS: [nasty] }, { 'x-shop': '</pre><script>alert(3)</script>' }));
    const { text } = await page();
    expect(text).not.toMatch(/<script>alert|<img/);
    expect(text).toContain('&lt;script&gt;alert(3)');
  });

  it('shows one payment', async () => {
    await paid(link);
    await payAgain(202);
    expect((await page('?payment=202')).numbers).toEqual([2]);
    expect((await page('?payment=')).numbers).toEqual([2, 1]);
    expect((await page('?payment=999')).numbers).toEqual([]);
    const { text } = await page('?payment=%3Cb%3E');
    expect(text).not.toContain('<b>');
  });

  // Payments 201 and 202 belong to the orders 101 and 102.
  it.each([
    ['sale.paysystem.pay.payment', { PAYMENT_ID: 201, PAY_SYSTEM_ID: 7 }, { PAYMENT_ID: 202 }],
    ['sale.paysystem.settings.payment.get', { PAYMENT_ID: '201' }, { PAYMENT_ID: 1, PAY_SYSTEM_ID: 201 }],
    ['sale.payment.get', { id: 201 }, { id: 101 }],
    ['sale.payment.list.json', { filter: { '@id': [202, 201] } }, { filter: { sum: 201 } }],
    ['sale.payment.list', { FILTER: { '=orderId': 101 } }, { FILTER: { orderId: 201 } }],
    ['sale.order.get', { ID: 101 }, { ID: 201 }],
    [
      'batch',
      { cmd: { a: 'profile', b: 'sale.order.get?id=101#x' } },
      { cmd: ['sale.order.get?id=102', 201, 'batch'] },
    ],
    ['batch', { CMD: ['sale.paysystem.pay.payment?PAYMENT_ID=201'] }, { CMD: 'sale.payment.get?id=201' }],
  ])('keeps %s for a payment that it names: %j, not %j', async (method, named, other) => {
    await post(`${portal.webhook}/${method}`, other);
    await post(`${portal.webhook}/profile`, { ID: 201 });
    await post(`${portal.webhook}/${method}`, named);
    const { numbers, text } = await page('?payment=201');
    expect(numbers).toEqual([3]);
    expect(text).toContain('Payment 201 only: what was sent for it, and REST calls that name it or its order.');
    expect((await send(`${portal.url}/log/entries?payment=201`)).text.split('class="entry"')).toHaveLength(2);
  });

  it('keeps a call that names the payment in its address, in a form or in a form of parts', async () => {
    const parts = new FormData();
    parts.set('PAYMENT_ID', '201');
    for (const body of [new URLSearchParams({ PAYMENT_ID: '201' }), parts]) {
      await fetch(`${portal.webhook}/sale.paysystem.pay.payment`, { method: 'POST', body });
    }
    await send(`${portal.webhook}/sale.payment.get?id=201`);
    await send(`${portal.webhook}/sale.payment.get?id=202`);
    expect((await page('?payment=201')).numbers).toEqual([3, 2, 1]);
  });

  it('shows the newest hundred and says so', async () => {
    for (let round = 0; round < 101; round += 1) await send(`${portal.webhook}/scope`);
    const { text, numbers } = await page();
    expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([100, 101, 2]);
    expect(text).toContain('The newest 100 of 101 are shown.');
  });

  it('leaves out the calls of editor and command line', async () => {
    await createPortalClient(parseWebhook(portal.webhook)).call('profile', {}, (result) => result);
    await send(`${portal.webhook}/scope`);
    expect(portal.exchanges.all).toMatchObject([{ number: 1, kind: 'rest' }]);
    const { text } = await page();
    expect(text).toContain('REST call to the portal');
    // Those of the request: of the portal's own answer there is no list.
    expect(text.match(/<summary>Headers<\/summary>/g)).toHaveLength(1);
  });

  it('gives the entries alone', async () => {
    await paid(link);
    const { text } = await send(`${portal.url}/log/entries?payment=201`);
    expect(text).toMatch(/^\s*<details/);
    expect((await send(`${portal.url}/log/entries?payment=202`)).text).toContain('Nothing yet.');
  });
});

describe('secrets', () => {
  it('are masked in the page, its entries and the data', async () => {
    await paid(always(400, 'No top-secret here'));
    await send(`${portal.webhook}/profile?auth=my-token`);
    const code = portal.webhook.split('/').at(-1) ?? '';
    for (const path of ['/log', '/log/entries', '/log.json']) {
      const { text } = await send(`${portal.url}${path}`);
      expect(text).toContain('No ••• here');
      expect(text).not.toContain('top-secret');
      expect(text).not.toContain('my-token');
      expect(text).not.toContain(code);
    }
  });

  it('are masked in calls to the portal, whatever their codes are called', async () => {
    const literal = (value: string) => ({ PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: value });
    const SETTINGS = {
      CODES: {
        K1: { NAME: 'Secret key', DEFAULT: literal('LEAK-default') },
        k2: { NAME: 'Секретный ключ' },
        Param: { NAME: 'Пароль магазина' },
        SHOP: { NAME: 'Shop', DEFAULT: literal('S-1') },
      },
      FORM_DATA: { ACTION_URI: 'https://shop.test/' },
    };
    const call = (method: string, params: object) => post(`${portal.webhook}/sale.paysystem.${method}`, params);
    const handler = { NAME: 'Shop', CODE: 'labelled', SETTINGS };
    await call('handler.add', handler);
    await call('handler.add', handler);
    await call('handler.list', {});
    const added = await call('add', {
      NAME: 'Cards',
      PERSON_TYPE_ID: 1,
      BX_REST_HANDLER: 'labelled',
      ENTITY_REGISTRY_TYPE: 'ORDER',
      SETTINGS: { k2: { TYPE: 'VALUE', VALUE: 'LEAK-added' } },
    });
    const { result: ID } = added.body as { result: number };
    const stored = { TYPE: 'VALUE', VALUE: 'LEAK-stored' };
    await call('settings.update', { ID, PERSON_TYPE_ID: 1, SETTINGS: { K2: stored, Param: stored } });
    await call('settings.get', { ID, PERSON_TYPE_ID: 1 });
    await call('settings.payment.get', { PAYMENT_ID: 201, PAY_SYSTEM_ID: ID });
    await send(`${portal.webhook}/sale.paysystem.settings.get.xml?ID=${ID}&PERSON_TYPE_ID=1`);
    // Refused, so that nobody but the call itself knows of the label.
    await call('handler.add', {
      CODE: 'x',
      SETTINGS: { CODES: { K9: { NAME: 'Ключ API', DEFAULT: literal('LEAK-9') } } },
    });
    await post(`${portal.webhook}/profile`, { note: 'the key is LEAK-stored' });

    expect(JSON.stringify(portal.exchanges.all).match(/LEAK-(stored|default|added|9)/g)?.length).toBeGreaterThan(10);
    for (const path of ['/log', '/log/entries', '/log.json']) {
      const { text } = await send(`${portal.url}${path}`);
      expect(text).toContain('S-1');
      expect(text).toContain('the key is •••');
      expect(text).not.toContain('LEAK-');
    }
  });

  it('are masked when an endpoint repeats a setting that looks like one', async () => {
    const { url } = await serve(always(200, { PAYMENT_ERRORS: ['Bad account sk_live_1234, key stored-key'] }));
    const CODES = { ACCOUNT: { NAME: 'Account' }, API_KEY: { NAME: 'Key' } };
    const mapping = { PAY_SYSTEM_ID: 7, PERSON_TYPE_ID: 0, PROVIDER_KEY: 'VALUE' };
    await control(portal, {
      handlers: [{ ID: 3, NAME: 'Shop', CODE: 'shop', SETTINGS: { CODES, CHECKOUT_DATA: { ACTION_URI: url } } }],
      paySystems: [{ ID: 7, ACTION_FILE: 'shop', NAME: 'Cards' }],
      mappings: [
        { ...mapping, CODE_KEY: 'ACCOUNT', PROVIDER_VALUE: 'sk_live_1234' },
        { ...mapping, CODE_KEY: 'API_KEY', PROVIDER_VALUE: 'stored-key' },
      ],
    });
    const { body } = await payAgain();
    expect(body).toMatchObject({ buyerSees: expect.stringContaining('Bad account •••, key •••') as string });
    for (const text of [JSON.stringify(body), (await page()).text, (await send(`${portal.url}/log.json`)).text]) {
      expect(text).not.toMatch(/sk_live_1234|stored-key/);
    }
  });

  it('are shown on request, to our own page', async () => {
    await paid(link);
    const { status, text, headers } = await press('1/reveal');
    expect(status).toBe(200);
    expect(text).toContain('top-secret');
    expect(text).toContain('data-revealed');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('have a button only where there is one', async () => {
    await paid(link);
    expect((await page()).text).toContain('data-do="reveal"');
    expect((await press('1/reveal')).text).not.toContain('data-do="reveal"');
    await send(`${portal.webhook}/scope`);
    expect((await send(`${portal.url}/log/entries?payment=202`)).text).not.toContain('data-do="reveal"');
  });
});

describe('the buttons', () => {
  it('give a command for a shell, with its secrets', async () => {
    const { url, got } = await paid(link);
    const { text } = await press('1/curl');
    expect(text).toMatch(/^curl /);
    expect(text).toContain(`--data-raw '${got[0]?.body ?? ''}'`);
    expect(text).toContain(`'${url}'`);
  });

  it.each(['file:///etc/passwd', '/pay'])('give no command for %s', async (ACTION_URI) => {
    await control(portal, {
      handlers: [{ ID: 3, NAME: 'Shop', CODE: 'shop', SETTINGS: { CODES, CHECKOUT_DATA: { ACTION_URI } } }],
      paySystems: [{ ID: 7, ACTION_FILE: 'shop', NAME: 'Cards' }],
    });
    await payAgain();
    const { text } = await page();
    expect(text).toContain('1. Checkout');
    expect(text).not.toContain('data-do="curl"');
    expect((await press('1/curl')).status).toBe(404);
  });

  it('send the request again and lead to the new entry', async () => {
    const { got } = await paid(link);
    const response = await fetch(`${portal.url}/log/1/replay`, {
      method: 'POST',
      headers: { origin: portal.url },
      body: new URLSearchParams({ 'b24pay-token': await token() }),
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/log#exchange-2']);
    expect(got).toHaveLength(2);
    expect(got[1]).toEqual(got[0]);
    expect((await page()).text).toContain('repeats 1');
  });

  it.each(['reveal', 'curl', 'replay'])('do nothing for other pages: %s', async (what) => {
    const { got } = await paid(link);
    const refused = { status: 403, body: { error: 'WRONG_ORIGIN' } };
    expect(await press(`1/${what}`, { origin: 'https://evil.test' })).toMatchObject(refused);
    expect(await press(`1/${what}`, { origin: 'null' })).toMatchObject(refused);
    expect(await press(`1/${what}`, { token: '0'.repeat(64) })).toMatchObject(refused);
    expect((await send(`${portal.url}/log/1/${what}`)).status).toBe(404);
    expect(got).toHaveLength(1);
  });

  it.each(['/log', '/log.json', '/log/entries', '/log/events', '/log/1/reveal', '/log/1/curl', '/log/1/replay'])(
    'nor is %s there for a foreign name that leads here',
    async (path) => {
      const { got } = await paid(link);
      const { port } = new URL(portal.url);
      const { status, text } = await sendRaw(`${portal.url}${path}`, {
        method: /\d/.test(path) ? 'POST' : 'GET',
        headers: { host: `evil.test:${port}`, origin: `http://evil.test:${port}`, 'b24pay-token': await token() },
      });
      expect([status, JSON.parse(text)]).toMatchObject([403, { error: 'WRONG_HOST' }]);
      expect(got).toHaveLength(1);
    },
  );

  it('know no entry that is not there', async () => {
    expect((await press('5/reveal')).status).toBe(404);
    expect((await press('x/curl')).status).toBe(404);
  });
});

describe('the data for tools', () => {
  it('are all entries in their order, masked', async () => {
    await paid(link);
    await payAgain(202);
    const { body, headers } = await send(`${portal.url}/log.json`);
    expect(body).toMatchObject([
      { number: 1, kind: 'checkout', judgement: { outcome: 'pay-link' } },
      { number: 2, payment: { paymentId: '202' }, response: { status: 200 } },
    ]);
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('come to the host program with what they hide', async () => {
    let told = 0;
    const leave = portal.exchanges.subscribe(() => {
      told += 1;
    });
    await paid(link);
    leave();
    expect(told).toBeGreaterThan(0);
    expect(JSON.stringify(portal.exchanges.all)).toContain('top-secret');
  });
});

describe('live events', () => {
  it('tell of every change', async () => {
    const leaving = new AbortController();
    const response = await fetch(`${portal.url}/log/events`, { signal: leaving.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const stream = response.body as ReadableStream<Uint8Array>;
    const reader = stream.getReader();
    let seen = '';
    const readUntil = async (text: string) => {
      while (!seen.includes(text)) {
        const part = await reader.read();
        if (!part.value) throw new Error(`The stream ended before ${text}.`);
        seen += new TextDecoder().decode(part.value);
      }
    };
    await readUntil(': open');
    expect(seen).not.toContain('changed');
    await send(`${portal.webhook}/scope`);
    await readUntil('event: changed');
    leaving.abort();
  });
});
