/** `b24pay pay`: what can be chosen, what cannot be used, and where the payment is tried. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { always, serve, type Got } from '../portal/local/exchange/endpoint.js';
import { sendRaw, start } from '../portal/local/portal.js';
import { checkout, CODES, frame, manifest, pay, PLAIN, SECRET } from './payment.js';
import { openSession, type Session } from './session.js';

let session: Session;

beforeEach(() => {
  session = openSession();
});

afterEach(() => {
  session.remove();
});

const LINK = always(200, { PAYMENT_URL: 'https://bank.test/1', PAYMENT_ID: 'P-1' });

/** Sound but for its encoding. */
const CP1251 = Buffer.from(manifest(checkout('http://127.0.0.1:9/')).replace('My', '\xcc\xee\xe9'), 'latin1');

/** One of the system parameters of the last request. */
const sent = (got: readonly Got[], name: string) =>
  new URLSearchParams(got.at(-1)?.body).get(`BX_SYSTEM_PARAMS[${name}]`) ?? '';

describe('choices', () => {
  it('are sum, currency and buyer', async () => {
    const { url, got } = await serve(LINK);
    const FIELDS = { kind: { CODE: 'KIND' } };
    const KIND = { DEFAULT: { PROVIDER_KEY: 'ORDER', PROVIDER_VALUE: 'PERSON_TYPE_ID' } };
    session.write('kind.json', manifest(checkout(url, FIELDS), { CODES: { KIND } }));
    const ways = [
      ['--sum', '99.95', '--currency', 'USD', '--buyer', 'company'],
      ['--sum', '100', '--buyer', 'person'],
      ['--sum', '0.5'],
    ];
    for (const args of ways) expect((await session.run(['pay', 'kind.json', ...args])).code).toBe(0);
    const kinds = got.map(({ body }) => new URLSearchParams(body).get('kind'));
    expect(kinds[1]).toBe(kinds[2]);
    expect(kinds[0]).not.toBe(kinds[1]);
    expect(got.map((one) => [sent([one], 'SUM'), sent([one], 'CURRENCY')])).toEqual([
      ['99.95', 'USD'],
      ['100', 'RUB'],
      ['0.5', 'RUB'],
    ]);
  });

  it('take the first currency of the manifest', async () => {
    const { url, got } = await serve(LINK);
    expect((await pay(session, { ...checkout(url), CURRENCY: ['USD', 'EUR'] })).code).toBe(0);
    expect(sent(got, 'CURRENCY')).toBe('USD');
  });

  it('are settings, of which the command line wins over the variables', async () => {
    const { url, got } = await serve(LINK);
    const OTHER = { NAME: 'Other', DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'default' } };
    const mode = { ...checkout(url, { ...PLAIN, other: { CODE: 'OTHER' } }), CODES: { ...CODES, OTHER } };
    await pay(session, mode);
    await pay(session, mode, ['--setting', 'API_KEY=a=b', '--setting', 'OTHER=x'], { env: { B24PAY_SETTING_: 'y' } });
    expect(got.map(({ body }) => body.split('&BX_')[0])).toEqual([
      `sum=100&key=${new URLSearchParams([['', SECRET]]).toString().slice(1)}&other=default`,
      'sum=100&key=a%3Db&other=x',
    ]);
  });

  it('are fields that change what is sent, as a buyer could', async () => {
    const { url, got } = await serve(LINK);
    await pay(session, checkout(url), ['--field', 'sum=1', '--field', 'none=2']);
    expect([new URLSearchParams(got[0]?.body).get('sum'), sent(got, 'SUM')]).toEqual(['1', '100']);
    expect(got[0]?.body).not.toContain('none');
  });
});

describe('what cannot be used', () => {
  it.each<[string, string[], RegExp]>([
    ['no sum', ['--sum'], /--sum needs a value/],
    ['a sum of 0', ['--sum', '0'], /--sum is a number above 0 .* not "0"/],
    ['a sum below 0', ['--sum=-5'], /--sum is a number above 0 .* not "-5"/],
    ['a sum with a comma', ['--sum', '100,5'], /not "100,5"/],
    ['a sum in another style', ['--sum', '1 000'], /not "1 000"/],
    ['a sum of three decimals', ['--sum', '1.005'], /not "1\.005"/],
    ['a sum with an exponent', ['--sum', '1e2'], /not "1e2"/],
    ['two sums', ['--sum', '1', '--sum', '2'], /--sum is given more than once/],
    ['a currency in small letters', ['--sum', '1', '--currency', 'rub'], /--currency is a code of three capitals/],
    ['a currency of four', ['--sum', '1', '--currency', 'RUBL'], /not "RUBL"/],
    ['an unknown buyer', ['--sum', '1', '--buyer', 'dog'], /--buyer is one of person, company, not "dog"/],
    ['an unknown fault', ['--sum', '1', '--fault', 'none'], /--fault is one of twice, late, drop-answer, not "none"/],
    ['a field without a value', ['--sum', '1', '--field', 's3cret'], /--field takes NAME=value/],
    ['a setting without a name', ['--sum', '1', '--setting', '=s3cret'], /--setting takes NAME=value/],
    ['a portal that is none', ['--sum', '1', '--portal', 's3cret'], /--portal: This is no address/],
    [
      'a real portal',
      ['--sum', '1', '--portal', 'https://acme.bitrix24.com/rest/1/s3cret'],
      /Payments can be tried on a local portal only/,
    ],
    [
      'a local portal without its token',
      ['--sum', '1', '--portal', 'http://127.0.0.1:9/rest/1/s3cret'],
      /Set B24PAY_CONTROL_TOKEN to the control token/,
    ],
    ['an unknown option', ['--sum', '1', '--bank', 'x'], /There is no option --bank/],
  ])('%s gives one line and exit code 2', async (_, args, line) => {
    const { url, got } = await serve(LINK);
    session.write('shop.b24pay.json', manifest(checkout(url)));
    const { code, stdout, stderr } = await session.run(['pay', 'shop.b24pay.json', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^b24pay: [^\n]*\n$/);
    expect(stderr).toMatch(line);
    expect(stderr).not.toContain('s3cret');
    expect(got).toEqual([]);
  });

  it('a command without a sum or a file says what is missing', async () => {
    session.write('shop.b24pay.json', manifest(checkout('https://shop.test/')));
    const noSum = await session.run(['pay', 'shop.b24pay.json']);
    expect(noSum).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/--sum is missing: .* e\.g\. --sum 100/) as string,
    });
    const noFile = await session.run(['pay', '--sum', '100']);
    expect(noFile).toMatchObject({ code: 2, stderr: expect.stringMatching(/A file is missing/) as string });
    const none = await session.run(['pay', 'none.json', '--sum', '100']);
    expect(none).toMatchObject({ code: 2, stderr: 'b24pay: none.json: no such file or folder\n' });
  });
});

describe('a manifest with errors', () => {
  it('is tried all the same, since most errors only show on the page', async () => {
    const { url, got } = await serve(LINK);
    session.write('shop.b24pay.json', manifest(checkout(url, { ...PLAIN, order: { CODE: 'NOT_THERE' } })));
    const { code, stdout, stderr } = await session.run(['pay', 'shop.b24pay.json', '--sum', '100', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'pay-link' });
    expect(stderr).toMatch(/^shop\.b24pay\.json has errors\. It is tried all the same:\n[^]* {2}undefined-code\n/);
    expect(new URLSearchParams(got[0]?.body).get('order')).toBeNull();
  });

  it('may be judged for what only a manifest can do wrong', async () => {
    session.write('shop.b24pay.json', manifest(frame('http://pay.shop.invalid/')));
    const { code, stdout } = await session.run(['pay', 'shop.b24pay.json', '--sum', '100', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ reason: expect.stringMatching(/http/) as string });
  });

  it.each<[string, string | Uint8Array, string, string]>([
    ['no UTF-8 text', CP1251, 'The manifest is not JSON, so no portal gets it.', 'is not sent to a portal'],
    ['not JSON', '{ "NAME": ', 'The manifest is not JSON, so no portal gets it.', 'is not sent to a portal'],
    ['refused by the portal', '{ "NAME": "a", "CODE": "a" }', 'SETTINGS', 'It is tried all the same'],
  ])('that is %s ends with a result', async (_what, text, reason, headline) => {
    session.write('shop.b24pay.json', text);
    const { code, stdout, stderr } = await session.run(['pay', 'shop.b24pay.json', '--sum', '100', '--json']);
    expect(code).toBe(1);
    expect(stderr).toContain(headline);
    expect(JSON.parse(stdout)).toEqual({
      outcome: 'default-error',
      buyerSees: 'The buyer is not offered this way to pay.',
      reason: expect.stringContaining(reason) as string,
      advice: 'Correct the manifest: "b24pay check" says what is wrong.',
      exchanges: [],
    });
  });
});

describe('the portal', () => {
  it('is one of its own, which ends with the command', async () => {
    const { url, got } = await serve(LINK);
    await pay(session, checkout(url));
    const { origin, pathname } = new URL(sent(got, 'RETURN_URL'));
    expect(pathname).toMatch(/^\/pay\/\d+$/);
    await expect(sendRaw(origin, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('may be one that runs, which keeps what was done', async () => {
    const portal = await start();
    const { url, got } = await serve(LINK);
    const env = { B24PAY_CONTROL_TOKEN: portal.control.token };
    const args = ['--portal', portal.webhook];
    const outcomes = [
      await pay(session, checkout(url), args, { env }),
      await pay(session, checkout(url), args, { env }),
    ];
    expect(outcomes).toMatchObject([{ code: 0 }, { code: 0 }]);
    expect(sent(got, 'RETURN_URL')).toContain(`${portal.url}/pay/`);
    expect(portal.exchanges.all).toMatchObject([{ kind: 'checkout' }, { kind: 'checkout' }]);
    expect(new Set(got.map((one) => sent([one], 'PAYSYSTEM_ID'))).size).toBe(1);
    expect(new Set(got.map((one) => sent([one], 'PAYMENT_ID'))).size).toBe(2);
    expect(JSON.stringify(outcomes)).not.toContain(portal.control.token);
    expect(JSON.stringify(outcomes)).not.toContain(portal.webhook.split('/').at(-1));
  });

  it('explains a wrong token, and that nobody is there', async () => {
    const portal = await start();
    const { url, got } = await serve(LINK);
    const env = { B24PAY_CONTROL_TOKEN: 'wr0ng-token' };
    const wrong = await pay(session, checkout(url), ['--portal', portal.webhook], { env });
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toMatch(/The control token is missing or wrong \(CONTROL_REFUSED\)\.\n$/);
    const gone = await pay(session, checkout(url), ['--portal', 'http://127.0.0.1:9/rest/1/a'], { env });
    expect(gone).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/: No connection\./) as string });
    expect(JSON.stringify([wrong, gone])).not.toContain('wr0ng');
    expect(got).toEqual([]);
  });
});
