/** Payments without a browser, over the control interface of a running portal. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PayResult } from '../../../../portal/local/exchange/pay-without-browser.js';
import type { LocalPortal } from '../../../../portal/local/server.js';
import { control, post, send, start, type Answer as Sent } from '../portal.js';
import { CODES } from '../pay/state.js';
import { always, inTurn, serve, type Answer } from './endpoint.js';

const IDS = { paymentId: 201, paySystemId: 7 };

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start();
});

/** Lets payment system 7 have a handler with these SETTINGS. */
const set = (settings: object) =>
  control(portal, {
    handlers: [{ ID: 3, NAME: 'Shop', CODE: 'shop', SETTINGS: { CODES, ...settings } }],
    paySystems: [{ ID: 7, ACTION_FILE: 'shop', NAME: 'Cards' }],
  });

const ask = (body: unknown, headers: Record<string, string> = {}): Promise<Sent> =>
  send(`${portal.url}/.local/pay`, {
    method: 'POST',
    headers: { authorization: `Bearer ${portal.control.token}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function pay(settings: object, more: object = {}): Promise<PayResult> {
  await set(settings);
  const { status, body } = await ask({ ...IDS, ...more });
  expect(status).toBe(200);
  return body as PayResult;
}

const link: Answer = always(200, { PAYMENT_URL: 'https://bank.test/1', PAYMENT_ID: 'P-1' }, { 'X-Shop': 'a' });

describe('a checkout', () => {
  const checkout = (url: string, fields: object = { sum: { CODE: 'SUM' } }) => ({
    CHECKOUT_DATA: { ACTION_URI: `${url}/pay`, FIELDS: fields },
  });

  it('is called, judged, and told with what went over the wire', async () => {
    const { url, got } = await serve(link);
    const result = await pay(checkout(url));
    expect(result).toEqual({
      outcome: 'pay-link',
      ok: true,
      buyerSees: 'The buyer gets a Pay link to bank.test.',
      reason: '',
      advice: '',
      exchanges: [
        {
          request: {
            method: 'POST',
            url: `${url}/pay`,
            headers: expect.objectContaining({
              host: new URL(url).host,
              'content-type': 'application/x-www-form-urlencoded',
            }) as object,
            body: got[0]?.body,
          },
          response: {
            status: 200,
            headers: expect.objectContaining({ 'x-shop': 'a', 'content-type': 'application/json' }) as object,
            body: '{"PAYMENT_URL":"https://bank.test/1","PAYMENT_ID":"P-1"}',
          },
          milliseconds: expect.any(Number) as number,
        },
      ],
    });
    const returnUrl = new URLSearchParams(got[0]?.body).get('BX_SYSTEM_PARAMS[RETURN_URL]');
    expect(returnUrl).toBe(`${portal.url}/pay/201?paysystem=7`);
    expect(portal.exchanges.all).toMatchObject([{ kind: 'checkout', payment: { paymentId: '201' } }]);
  });

  it.each<[string, Answer]>([
    ['payment-errors', always(200, { PAYMENT_ERRORS: ['No'] })],
    ['default-error', always(400, { PAYMENT_ERRORS: ['No'] })],
    ['decoding-error', always(200, '<html>')],
  ])('ends with %s', async (outcome, answer) => {
    const { url } = await serve(answer);
    expect(await pay(checkout(url))).toMatchObject({ outcome, ok: false, exchanges: [{ response: {} }] });
  });

  it('is unreachable without an answer', async () => {
    const { url, stop } = await serve(link);
    await stop();
    expect(await pay(checkout(url))).toMatchObject({
      outcome: 'unreachable',
      ok: false,
      buyerSees: 'The buyer reads "Error registering order in payment system".',
      exchanges: [{ response: null }],
    });
  });

  const asking = {
    sum: { CODE: 'SUM' },
    phone: { CODE: { NAME: 'Phone' }, VISIBLE: 'Y' },
    mail: { CODE: { NAME: 'Mail' }, VISIBLE: 'Y' },
    hidden: { CODE: { NAME: 'Hidden' } },
  };

  it('says what the buyer is asked for first', async () => {
    const { url, got } = await serve(link);
    const result = await pay(checkout(url, asking), { fields: { phone: '5' } });
    expect(result).toEqual({
      outcome: 'default-error',
      ok: false,
      buyerSees: 'The buyer sees a form with questions.',
      reason: `${url}/pay calls for an answer of the buyer first: mail.`,
      advice: 'Give the answer: --field mail=….',
      exchanges: [],
    });
    expect(got).toEqual([]);
  });

  it('goes on with the answers of the buyer', async () => {
    const { url, got } = await serve(link);
    expect(await pay(checkout(url, asking), { fields: { phone: '5', mail: '' } })).toMatchObject({ ok: true });
    expect(got[0]?.body).toMatch(/^sum=1990&phone=5&mail=&hidden=&BX_SYSTEM/);
  });

  it.each<[string, object, object]>([
    ['my.phone', { CODE: { NAME: 'Phone' }, VISIBLE: 'Y' }, { 'my.phone': '5' }],
    ['kind', { CODE: { NAME: 'Kind', INPUT: { TYPE: 'ENUM' } }, VISIBLE: 'Y' }, {}],
    ['when', { CODE: { NAME: 'When', INPUT: { TYPE: 'DATE' } } }, {}],
  ])('says that %s never counts as answered', async (name, field, fields) => {
    const { url, got } = await serve(link);
    expect(await pay(checkout(url, { sum: { CODE: 'SUM' }, [name]: field }), { fields })).toMatchObject({
      outcome: 'default-error',
      ok: false,
      reason: `A portal never counts ${name} as answered, so its form comes back for ever.`,
      exchanges: [],
    });
    expect(got).toEqual([]);
  });

  it('takes fields of the address as a buyer could add them', async () => {
    const { url, got } = await serve(link);
    await pay(checkout(url), { fields: { sum: '1' } });
    const sent = new URLSearchParams(got[0]?.body);
    expect([sent.get('sum'), sent.get('BX_SYSTEM_PARAMS[SUM]')]).toEqual(['1', '1990']);
  });

  it('is delivered twice, and the second answer counts', async () => {
    const other = always(200, { PAYMENT_URL: 'https://bank.test/2', PAYMENT_ID: 'P-2' });
    const { url } = await serve(inTurn(link, other));
    expect(await pay(checkout(url), { fault: 'twice' })).toMatchObject({
      outcome: 'pay-link',
      ok: false,
      reason: 'The same request, delivered twice, made two payments: P-1 and P-2.',
      exchanges: [{ response: {} }, { response: {} }],
    });
  });

  it('hides secrets in what it tells', async () => {
    const { url, got } = await serve(always(400, 'Wrong key top-secret'));
    const KEY = { NAME: 'Any', DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'top-secret' } };
    const fields = { key: { CODE: 'API_SECRET' } };
    const result = await pay({ ...checkout(url, fields), CODES: { API_SECRET: KEY } });
    expect(got[0]?.body).toContain('key=top-secret');
    expect(JSON.stringify(result)).not.toContain('top-secret');
    expect(result.exchanges[0]?.response?.body).toBe('Wrong key •••');
  });
});

describe('a form', () => {
  const form = (url: string, more: object = { METHOD: 'POST' }) => ({
    FORM_DATA: {
      ACTION_URI: `${url}/form?a=1`,
      FIELDS: {
        sum: { CODE: 'SUM' },
        note: { CODE: 'SHOP', VISIBLE: 'Y' },
        test: { CODE: 'TEST', VISIBLE: 'Y' },
        tax: { CODE: 'TAX' },
      },
      ...more,
    },
  });

  it('is sent as a browser would: what is drawn, and what the buyer enters', async () => {
    const { url, got } = await serve(always(200, '<p>Pay'));
    expect(await pay(form(url), { fields: { note: 'new', sum: '1' } })).toMatchObject({
      outcome: 'form',
      ok: true,
      buyerSees: `The buyer sees the page of ${new URL(url).host}.`,
      exchanges: [{ request: { method: 'POST', url: `${url}/form?a=1` }, response: { status: 200, body: '<p>Pay' } }],
    });
    expect([...new URLSearchParams(got[0]?.body)]).toEqual([
      ['sum', '1990'],
      ['note', 'new'],
      ['test', 'N'],
      ['test', 'Y'],
      ['BX_PAYSYSTEM_ID', '7'],
      ['BX_RETURN_URL', `${portal.url}/pay/201?paysystem=7`],
      ['button', 'Pay'],
    ]);
  });

  it('replaces the query with GET, which no METHOD is too', async () => {
    const { url, got } = await serve(always(200, ''));
    await pay(form(url, {}), { fields: { test: 'N' } });
    expect(got).toMatchObject([
      { method: 'GET', path: expect.stringMatching(/^\/form\?sum=1990&note=S-1&test=N&BX_PAY/) as string, body: '' },
    ]);
  });

  it('follows redirects, each told', async () => {
    const { url, got } = await serve(inTurn(always(303, '', { location: '/page' }), always(200, 'Page')));
    expect(await pay(form(url))).toMatchObject({
      outcome: 'form',
      ok: true,
      exchanges: [
        { request: { method: 'POST' }, response: { status: 303 } },
        { request: { method: 'GET', url: `${url}/page`, body: '' }, response: { status: 200 } },
      ],
    });
    expect(got).toHaveLength(2);
  });

  it('is sent once more where a redirect says so', async () => {
    const { url, got } = await serve(inTurn(always(307, '', { location: '/page' }), always(200, 'Page')));
    await pay(form(url));
    expect(got[1]).toMatchObject({ method: 'POST', path: '/page', body: got[0]?.body });
  });

  it('fails on an error page, and without an end of redirects', async () => {
    const failing = await serve(always(500, ''));
    expect(await pay(form(failing.url))).toMatchObject({
      outcome: 'form',
      ok: false,
      buyerSees: `The buyer sees an error instead of the page of ${new URL(failing.url).host}.`,
      reason: `${new URL(failing.url).host} answered with status 500.`,
    });
    const turning = await serve(always(302, '', { location: '/on' }));
    expect(await pay(form(turning.url))).toMatchObject({ outcome: 'form', ok: false });
    expect(turning.got).toHaveLength(6);
  });

  it('is unreachable without an answer', async () => {
    const { url, stop } = await serve(link);
    await stop();
    expect(await pay(form(url))).toMatchObject({ outcome: 'unreachable', ok: false, exchanges: [{ response: null }] });
  });

  it('that is a direct link is followed', async () => {
    const { url, got } = await serve(always(200, 'Page'));
    const settings = { FORM_DATA: { ACTION_URI: `${url}/go`, METHOD: 'GET', FIELDS: { sum: { CODE: 'SUM' } } } };
    expect(await pay(settings)).toMatchObject({ outcome: 'redirect', ok: true });
    expect(got).toMatchObject([{ method: 'GET', path: '/go?sum=1990&BX_PAYSYSTEM_ID=7' }]);
  });
});

describe('a frame', () => {
  const CODES_WITH_KEY = {
    ...CODES,
    API_KEY: { NAME: 'Key', DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'top-secret' } },
  };
  const frame = (url: string) => ({
    CODES: CODES_WITH_KEY,
    IFRAME_DATA: { ACTION_URI: `${url}/frame`, FIELDS: { sum: { CODE: 'SUM' }, key: { CODE: 'API_KEY' } } },
  });

  it('is looked at, and what would be posted is told without its secrets', async () => {
    const { url, got } = await serve(always(200, '<p>', { 'content-type': 'text/html' }));
    const result = await pay(frame(url));
    expect(result).toMatchObject({
      outcome: 'frame',
      ok: true,
      exchanges: [{ request: { method: 'GET', url: `${url}/frame` }, response: { status: 200 } }],
      posted: {
        sum: 1990,
        key: '•••',
        BX_SYSTEM_PARAMS: { PAYMENT_ID: 201, SUM: 1990, CURRENCY: 'RUB' },
      },
    });
    expect(got).toHaveLength(1);
    expect(JSON.stringify(result)).not.toContain('top-secret');
  });

  it('may be refused', async () => {
    const { url } = await serve(always(200, '', { 'x-frame-options': 'DENY' }));
    expect(await pay(frame(url))).toMatchObject({
      outcome: 'frame',
      ok: false,
      reason: 'X-Frame-Options: DENY forbids a portal to show the page in a frame.',
    });
  });
});

describe('nothing to pay with', () => {
  it('says why', async () => {
    expect(await pay({ CHECKOUT_DATA: { FIELDS: { sum: { CODE: 'SUM' } } } })).toMatchObject({
      ok: false,
      buyerSees: 'The buyer reads "ACTION_URI parameter is missing".',
      exchanges: [],
    });
    expect(await pay({})).toMatchObject({ ok: false, buyerSees: 'The buyer sees nothing to pay with.' });
  });
});

describe('the request for it', () => {
  it.each<[string, unknown]>([
    ['The body is not JSON.', '{'],
    ['pay must be an object.', '5'],
    ['pay has the unknown key sum; known are paymentId, paySystemId, fields, fault, seconds.', { ...IDS, sum: 5 }],
    ['pay.paymentId must be a positive whole number.', { paySystemId: 7 }],
    ['The portal has no payment 999.', { paymentId: 999, paySystemId: 7 }],
    ['The portal has no payment system 8, or it has lost its handler.', { paymentId: 201, paySystemId: 8 }],
    ['pay.fault must be one of twice, late, drop-answer.', { ...IDS, fault: 'change-sum' }],
  ])('is refused with "%s"', async (reason, body) => {
    await set({});
    expect(await ask(body)).toMatchObject({ status: 400, body: { error_description: reason } });
    expect(portal.exchanges.all).toEqual([]);
  });

  it('needs the token and is open to no web page', async () => {
    await set({});
    expect(await ask(IDS, { authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
    expect(await ask(IDS, { origin: 'https://evil.test' })).toMatchObject({ status: 403 });
    const headers = { authorization: `Bearer ${portal.control.token}` };
    const other = await send(`${portal.url}/.local/pay`, { headers });
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('takes no calls of others for its own', async () => {
    const { url } = await serve((response, got) => {
      void post(`${portal.webhook}/profile`, {}).then(() => {
        link(response, got);
      });
    });
    const { exchanges } = await pay({ CHECKOUT_DATA: { ACTION_URI: url } });
    expect(exchanges).toHaveLength(1);
    expect(portal.exchanges.all.map(({ kind }) => kind)).toEqual(['checkout', 'rest']);
  });
});
