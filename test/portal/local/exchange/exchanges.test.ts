/** What the log keeps: checkouts with their faults, replays, and calls to the portal. */
import { describe, expect, it } from 'vitest';
import { Exchanges } from '../../../../portal/local/exchange/exchanges.js';
import { createStore } from '../../../../portal/local/store.js';
import { toText } from '../../../../portal/local/php/cast.js';
import { rowById } from '../../../../portal/local/shop/row.js';
import { stateWith } from '../pay/state.js';
import { always, inTurn, serve, type Answer } from './endpoint.js';
import { checkout, checkoutAt, IDS, judgedOf, worldWith, type World } from './world.js';

const linkWith = (id: string): Answer => always(200, { PAYMENT_URL: 'https://bank.test/1', PAYMENT_ID: id });

async function storedId({ state }: World): Promise<string> {
  return toText(rowById((await state()).shop.payments, IDS.paymentId)?.row.get('PS_INVOICE_ID') ?? null);
}

async function endpointAndWorld(answer: Answer) {
  const endpoint = await serve(answer);
  return { ...endpoint, world: worldWith(checkoutAt(`${endpoint.url}/pay?mode=test`)) };
}

describe('a checkout', () => {
  it('posts a form, concludes, judges and is kept', async () => {
    const { world, url, got } = await endpointAndWorld(linkWith('P-1'));
    const { exchange, conclusion } = await checkout(world);
    expect(got).toMatchObject([
      {
        method: 'POST',
        path: '/pay?mode=test',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: expect.stringMatching(/^sum=1990&shop=S-1&BX_SYSTEM_PARAMS%5BRETURN_URL%5D=/) as string,
      },
    ]);
    expect(conclusion).toEqual({ kind: 'pay-link', url: 'https://bank.test/1', paymentId: 'P-1' });
    expect(exchange).toMatchObject({
      number: 1,
      kind: 'checkout',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      payment: { paymentId: '201', paySystemId: '7' },
      request: { method: 'POST', url: `${url}/pay?mode=test`, body: got[0]?.body },
      response: { status: 200 },
      judgement: { outcome: 'pay-link', ok: true },
    });
    expect(world.exchanges.all).toEqual([exchange]);
    expect(world.exchanges.find(1)).toEqual(exchange);
    expect(world.exchanges.find(2)).toBeUndefined();
  });

  it('stores PAYMENT_ID, and the next one sends it as EXTERNAL_PAYMENT_ID', async () => {
    const { world, got } = await endpointAndWorld(linkWith('P 1'));
    await checkout(world);
    expect(await storedId(world)).toBe('P 1');
    await checkout(world);
    expect(got.map(({ body }) => new URLSearchParams(body).get('BX_SYSTEM_PARAMS[EXTERNAL_PAYMENT_ID]'))).toEqual([
      null,
      'P 1',
    ]);
  });

  it('stores nothing when it brings no link', async () => {
    const { world } = await endpointAndWorld(always(200, { PAYMENT_ID: 'P-1', PAYMENT_ERRORS: ['No'] }));
    await checkout(world);
    expect(await storedId(world)).toBe('');
  });

  it('is in the log while it is under way', async () => {
    let isAnswered = false;
    let seen: unknown;
    const { world } = await endpointAndWorld((response, got) => {
      seen = world.exchanges.all;
      isAnswered = true;
      linkWith('P-1')(response, got);
    });
    await checkout(world);
    expect(isAnswered).toBe(true);
    expect(seen).toMatchObject([{ number: 1, response: null }]);
    expect(seen).not.toHaveProperty('0.judgement');
    expect(seen).not.toHaveProperty('0.failure');
  });
});

describe('a fault', () => {
  it('delivers twice: the same request, and the second answer counts', async () => {
    const { world, got } = await endpointAndWorld(linkWith('P-1'));
    const { exchange } = await checkout(world, 'twice');
    expect(got).toHaveLength(2);
    expect(got[1]).toEqual(got[0]);
    expect(world.exchanges.all).toMatchObject([
      { number: 1, fault: 'twice', judgement: { ok: true } },
      { number: 2, fault: 'twice', judgement: { ok: true } },
    ]);
    expect(exchange.number).toBe(2);
  });

  it('delivers twice, and says when that made two payments', async () => {
    const { world } = await endpointAndWorld(inTurn(linkWith('P-1'), linkWith('P-2')));
    expect(judgedOf((await checkout(world, 'twice')).exchange)).toMatchObject({
      outcome: 'pay-link',
      ok: false,
      reason: 'The same request, delivered twice, made two payments: P-1 and P-2.',
      advice: expect.stringContaining('Look the payment up by PAYMENT_ID') as string,
    });
  });

  it('delivers late', async () => {
    const { world, got } = await endpointAndWorld(linkWith('P-1'));
    const begun = performance.now();
    await checkout(world, 'late', 0.2);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(195);
    expect(got).toHaveLength(1);
    expect(world.exchanges.all).toMatchObject([{ fault: 'late', judgement: { ok: true } }]);
  });

  it('drops the answer, so that nothing is stored', async () => {
    const { world, got } = await endpointAndWorld(linkWith('P-1'));
    const { exchange, conclusion } = await checkout(world, 'drop-answer');
    expect(got).toHaveLength(1);
    expect(conclusion).toEqual({ kind: 'default-error' });
    expect(exchange).toMatchObject({ response: null, failure: { kind: 'dropped' }, fault: 'drop-answer' });
    expect(await storedId(world)).toBe('');
  });

  it('of the address only leaves a mark', async () => {
    const { world } = await endpointAndWorld(linkWith('P-1'));
    await checkout(world, 'change-sum');
    expect(world.exchanges.all).toMatchObject([{ fault: 'change-sum', judgement: { ok: true } }]);
  });
});

describe('a replay', () => {
  it('sends the same request to the letter, judges and stores anew', async () => {
    const { world, got } = await endpointAndWorld(inTurn(always(500, ''), linkWith('P-9')));
    await checkout(world);
    const replayed = await world.exchanges.replay(1);
    expect(got).toHaveLength(2);
    expect(got[1]).toEqual(got[0]);
    expect(replayed?.exchange).toMatchObject({ number: 2, replayOf: 1, judgement: { outcome: 'pay-link' } });
    expect(await storedId(world)).toBe('P-9');
  });

  it('is for checkouts only', async () => {
    const { url, got } = await serve(always(200, ''));
    const { exchanges } = worldWith({});
    await exchanges.report(IDS, { kind: 'form-sent', method: 'POST', url, fields: [] });
    expect(await exchanges.replay(1)).toBeUndefined();
    expect(await exchanges.replay(2)).toBeUndefined();
    expect(got).toEqual([]);
  });
});

describe('the log', () => {
  const store = createStore(stateWith({}));
  const observed = (answer: string) => ({
    at: '2026-11-24T12:00:00.000Z',
    method: 'GET',
    url: 'http://127.0.0.1:1/rest/1/code/profile',
    headers: [] as [string, string][],
    body: '',
    status: 200,
    answer,
    milliseconds: 1.4,
  });

  it('keeps the newest 500', () => {
    const exchanges = new Exchanges(store);
    for (let round = 0; round < 503; round += 1) exchanges.recordRestCall(observed('{}'));
    expect(exchanges.all).toHaveLength(500);
    expect(exchanges.all[0]?.number).toBe(4);
    expect(exchanges.all.at(-1)?.number).toBe(503);
  });

  it('keeps fewer when they are long', () => {
    const exchanges = new Exchanges(store);
    const answer = 'a'.repeat(1024 * 1024);
    for (let round = 0; round < 30; round += 1) exchanges.recordRestCall(observed(answer));
    expect(exchanges.all.length).toBeGreaterThan(5);
    expect(exchanges.all.length).toBeLessThan(17);
    expect(exchanges.all.at(-1)?.number).toBe(30);
  });

  it('tells its listeners of every change until they leave', () => {
    const exchanges = new Exchanges(store);
    let told = 0;
    const leave = exchanges.subscribe(() => {
      told += 1;
    });
    exchanges.recordRestCall(observed('{}'));
    exchanges.recordRestCall(observed('{}'));
    expect(told).toBe(2);
    leave();
    exchanges.recordRestCall(observed('{}'));
    expect(told).toBe(2);
  });
});
