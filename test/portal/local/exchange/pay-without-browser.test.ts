/** Payments without a browser: checkouts and frames. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PayResult } from '../../../../portal/local/exchange/pay-without-browser.js';
import type { LocalPortal } from '../../../../portal/local/server.js';
import { control, start } from '../portal.js';
import { CODES } from '../pay/state.js';
import { always, inTurn, serve, type Answer } from './endpoint.js';
import { askToPay, LINK, payAt, PAYMENT } from './paying.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start();
});

const pay = (settings: object, more: object = {}): Promise<PayResult> => payAt(portal, settings, more);

describe('a checkout', () => {
  const checkout = (url: string, fields: object = { sum: { CODE: 'SUM' } }) => ({
    CHECKOUT_DATA: { ACTION_URI: `${url}/pay`, FIELDS: fields },
  });

  it('is called, judged, and told with what went over the wire', async () => {
    const { url, got } = await serve(LINK);
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
    const { url, stop } = await serve(LINK);
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
    const { url, got } = await serve(LINK);
    const result = await pay(checkout(url, asking), { fields: { phone: '5' } });
    expect(result).toEqual({
      outcome: 'form',
      ok: false,
      buyerSees: 'The buyer sees a form with questions.',
      reason: 'FIELDS asks the buyer first: mail.',
      advice: 'Give the answer: --field mail=….',
      exchanges: [],
    });
    expect(got).toEqual([]);
  });

  it('goes on with the answers of the buyer', async () => {
    const { url, got } = await serve(LINK);
    expect(await pay(checkout(url, asking), { fields: { phone: '5', mail: '' } })).toMatchObject({ ok: true });
    expect(got[0]?.body).toMatch(/^sum=1990&phone=5&mail=&hidden=&BX_SYSTEM/);
  });

  it.each<[string, object, object]>([
    ['my.phone', { CODE: { NAME: 'Phone' }, VISIBLE: 'Y' }, { 'my.phone': '5' }],
    ['my.phone', { CODE: { NAME: 'Phone' }, VISIBLE: 'Y' }, {}],
    ['kind', { CODE: { NAME: 'Kind', INPUT: { TYPE: 'ENUM' } }, VISIBLE: 'Y' }, {}],
    ['when', { CODE: { NAME: 'When', INPUT: { TYPE: 'DATE' } } }, {}],
  ])('says that %s never counts as answered', async (name, field, fields) => {
    const { url, got } = await serve(LINK);
    expect(await pay(checkout(url, { sum: { CODE: 'SUM' }, [name]: field }), { fields })).toMatchObject({
      outcome: 'form',
      ok: false,
      reason: `A portal never counts ${name} as answered, so its form comes back for ever.`,
      exchanges: [],
    });
    expect(got).toEqual([]);
  });

  it('is no success when the answer can only come with the address of the page', async () => {
    const { url, got } = await serve(LINK);
    const kind = { CODE: { NAME: 'Kind', INPUT: { TYPE: 'NUMBER' } }, VISIBLE: 'Y' };
    const result = await pay(checkout(url, { kind }), { fields: { kind: '5' } });
    expect(got[0]?.body).toMatch(/^kind=5&/);
    expect(result).toMatchObject({
      outcome: 'pay-link',
      ok: false,
      reason: expect.stringMatching(/^The page asks for kind and has nothing to enter it in/) as string,
    });
  });

  it('calls nobody for a payment that is paid', async () => {
    const { url, got } = await serve(LINK);
    await pay(checkout(url));
    const state = (await control(portal)).body as { shop: { payments: object[] } };
    const payments = state.shop.payments.map((row) => ({ ...row, PAID: 'Y' }));
    await control(portal, { ...state, shop: { ...state.shop, payments } });
    const { body } = await askToPay(portal, PAYMENT);
    expect(body).toMatchObject({ ok: false, buyerSees: 'The buyer reads that this payment is paid.' });
    expect(got).toHaveLength(1);
  });

  it('takes fields of the address as a buyer could add them', async () => {
    const { url, got } = await serve(LINK);
    await pay(checkout(url), { fields: { sum: '1' } });
    const sent = new URLSearchParams(got[0]?.body);
    expect([sent.get('sum'), sent.get('BX_SYSTEM_PARAMS[SUM]')]).toEqual(['1', '1990']);
  });

  it('is delivered twice, and the second answer counts', async () => {
    const other = always(200, { PAYMENT_URL: 'https://bank.test/2', PAYMENT_ID: 'P-2' });
    const { url } = await serve(inTurn(LINK, other));
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
