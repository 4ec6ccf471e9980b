/** `b24pay pay`: each way in which a payment can end, at a real endpoint. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { always, serve, type Answer } from '../portal/local/exchange/endpoint.js';
import { checkout, form, frame, pay, PLAIN, SECRET } from './payment.js';
import { openSession, type Session } from './session.js';

let session: Session;

beforeEach(() => {
  session = openSession();
});

afterEach(() => {
  session.remove();
});

const LINK = always(200, { PAYMENT_URL: 'https://bank.test/1', PAYMENT_ID: 'P-1' });
const PAGE = always(200, '<p>Pay</p>', { 'content-type': 'text/html' });

/** The result of `--json`, with the exit code. */
async function paid(mode: object, args: readonly string[] = []) {
  const { code, stdout } = await pay(session, mode, ['--json', ...args]);
  expect(stdout).toMatch(/^[^\n]+\n$/);
  return { code, ...(JSON.parse(stdout) as Record<string, unknown>) };
}

describe('a checkout', () => {
  it('with a Pay link ends well', async () => {
    const { url } = await serve(LINK);
    const { code, stdout, stderr } = await pay(session, checkout(`${url}/pay`));
    expect({ code, stderr }).toEqual({ code: 0, stderr: `Trying ${url} …\n` });
    expect(stdout).toMatch(/^The buyer gets a Pay link to bank\.test\.\n\nPOST http/);
    expect(stdout).toContain(`POST ${url}/pay\n  sum = 100\n  key = •••\n`);
    expect(stdout).toMatch(/\n {2}BX_SYSTEM_PARAMS\[CURRENCY\] = RUB\nstatus 200, after \d+ ms\n/);
    expect(stdout).toMatch(/\n {2}\{\n {4}"PAYMENT_URL": "https:\/\/bank\.test\/1",\n/);
  });

  it.each<[string, Answer, RegExp]>([
    ['payment-errors', always(200, { PAYMENT_ERRORS: ['No card'] }), /^The endpoint answered with PAYMENT_ERRORS/],
    ['default-error', always(400, { PAYMENT_ERRORS: ['No card'] }), /^PAYMENT_ERRORS was lost: .* is 400/],
    ['decoding-error', always(200, '<!DOCTYPE html>'), /^The answer is a web page/],
    ['unreachable', (response) => response.socket?.destroySoon(), /closed the connection/],
  ])('ends with %s', async (outcome, answer, reason) => {
    const { url } = await serve(answer);
    expect(await paid(checkout(url))).toMatchObject({
      code: 1,
      outcome,
      buyerSees: expect.stringMatching(/^The buyer reads "/) as string,
      reason: expect.stringMatching(reason) as string,
      advice: expect.stringMatching(/\.$/) as string,
      exchanges: [{ response: outcome === 'unreachable' ? null : {} }],
    });
  });

  it('tells people why, and what to do', async () => {
    const { url } = await serve(always(400, { PAYMENT_ERRORS: ['No card'] }));
    const { code, stdout } = await pay(session, checkout(url));
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      'The buyer reads "Error registering order in payment system".',
      'PAYMENT_ERRORS was lost: the status of the answer is 400, and a portal reads only answers with status 200.',
      'Answer with status 200, also when there are PAYMENT_ERRORS to show.',
      '',
    ]);
  });

  it('asks for what the buyer has to enter', async () => {
    const { url, got } = await serve(LINK);
    const asking = checkout(url, { ...PLAIN, phone: { CODE: { NAME: 'Phone' }, VISIBLE: 'Y' } });
    expect(await paid(asking)).toMatchObject({
      code: 1,
      buyerSees: 'The buyer sees a form with questions.',
      advice: 'Give the answer: --field phone=….',
      exchanges: [],
    });
    expect(got).toEqual([]);
    expect(await paid(asking, ['--field', 'phone=+7=5'])).toMatchObject({ code: 0, outcome: 'pay-link' });
    expect(new URLSearchParams(got[0]?.body).get('phone')).toBe('+7=5');
  });

  it.each([
    ['twice', 2, 0],
    ['drop-answer', 1, 1],
  ])('can be disturbed: %s', async (fault, calls, code) => {
    const { url, got } = await serve(LINK);
    expect(await paid(checkout(url), ['--fault', fault])).toMatchObject({ code });
    expect(got).toHaveLength(calls);
  });
});

describe('a form', () => {
  it('is sent as a browser would', async () => {
    const { url, got } = await serve(PAGE);
    expect(await paid(form(`${url}/form`, 'POST'))).toMatchObject({
      code: 0,
      outcome: 'form',
      exchanges: [{ request: { method: 'POST', url: `${url}/form` }, response: { status: 200 } }],
    });
    expect(got[0]?.body).toMatch(/^sum=100&key=k3y.*&BX_PAYSYSTEM_ID=\d+&BX_RETURN_URL=/);
  });

  it('that is a direct link is followed', async () => {
    const { url, got } = await serve(PAGE);
    expect(await paid(form(`${url}/go`, 'GET', { sum: { CODE: 'SUM' } }))).toMatchObject({
      code: 0,
      outcome: 'redirect',
    });
    expect(got).toMatchObject([{ method: 'GET', path: expect.stringMatching(/^\/go\?sum=100&/) as string }]);
  });

  it('that meets an error page fails', async () => {
    const { url } = await serve(always(500, ''));
    expect(await paid(form(url, 'POST'))).toMatchObject({ code: 1, outcome: 'form' });
  });
});

describe('a frame', () => {
  it('says what would be posted', async () => {
    const { url } = await serve(PAGE);
    expect(await paid(frame(`${url}/frame`))).toMatchObject({
      code: 0,
      outcome: 'frame',
      exchanges: [{ request: { method: 'GET', url: `${url}/frame` } }],
      posted: { sum: 100, key: '•••', BX_SYSTEM_PARAMS: { SUM: 100, CURRENCY: 'RUB' } },
    });
    const { stdout } = await pay(session, frame(url));
    expect(stdout).toMatch(/\n\nPosted into the frame:\n {2}\{\n {4}"sum": 100,\n {4}"key": "•••",\n/);
  });

  it('may be refused', async () => {
    const { url } = await serve(always(200, '', { 'x-frame-options': 'DENY' }));
    expect(await paid(frame(url))).toMatchObject({
      code: 1,
      outcome: 'frame',
      buyerSees: 'The buyer sees an empty frame.',
      reason: 'X-Frame-Options: DENY forbids a portal to show the page in a frame.',
    });
  });
});

describe('what is printed', () => {
  it('as JSON has exactly the promised keys', async () => {
    const { url } = await serve(LINK);
    const { stdout } = await pay(session, checkout(url), ['--json']);
    expect(JSON.parse(stdout)).toEqual({
      outcome: 'pay-link',
      buyerSees: 'The buyer gets a Pay link to bank.test.',
      reason: '',
      advice: '',
      exchanges: [
        {
          request: {
            method: 'POST',
            url,
            headers: expect.objectContaining({ 'content-type': 'application/x-www-form-urlencoded' }) as object,
            body: expect.stringMatching(/^sum=100&key=•••&BX_SYSTEM_PARAMS%5BRETURN_URL%5D=/) as string,
          },
          response: {
            status: 200,
            headers: expect.objectContaining({ 'content-type': 'application/json' }) as object,
            body: '{"PAYMENT_URL":"https://bank.test/1","PAYMENT_ID":"P-1"}',
          },
          milliseconds: expect.any(Number) as number,
        },
      ],
    });
  });

  it.each<[string, (url: string) => object]>([
    ['a checkout', checkout],
    ['a form', (url) => form(url, 'POST')],
    ['a link', (url) => form(url, 'GET')],
  ])('shows no secret that %s sends and the endpoint repeats', async (_, mode) => {
    const { url, got } = await serve(
      always(200, { PAYMENT_ERRORS: [SECRET] }, { 'x-key': encodeURIComponent(SECRET) }),
    );
    const outcomes = [await pay(session, mode(url)), await pay(session, mode(url), ['--json'])];
    expect(got.map(({ path, body }) => `${path} ${body}`).join('\n')).toContain('key=k3y');
    expect(JSON.stringify(outcomes)).not.toMatch(/k3y|the.{0,4}shop"/);
    expect(outcomes.every(({ stdout }) => stdout.includes('•••'))).toBe(true);
  });

  it('lets no control character of an endpoint through', async () => {
    const { url } = await serve(always(200, { PAYMENT_ERRORS: ['\u001b[31mred\u0007'] }));
    const raw = await serve(always(200, '\u001b]0;title\u0007 no JSON'));
    for (const address of [url, raw.url]) {
      const { stdout } = await pay(session, checkout(address));
      expect(stdout.split('\n').filter((line) => /\p{Cc}/u.test(line))).toEqual([]);
    }
  });

  it('has colours on a terminal only', async () => {
    const { url } = await serve(LINK);
    expect((await pay(session, checkout(url), [], { isTTY: true })).stdout.slice(0, 13)).toBe('\u001b[1mThe buyer');
    expect((await pay(session, checkout(url), [], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).toMatch(/^The/);
  });
});
