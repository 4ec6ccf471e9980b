/** The cloud's limits, by a clock of the test's own. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Limits, Plan } from '../../../portal/local/rest/limits.js';
import { createOperatingTime } from '../../../portal/local/rest/operating-time.js';
import { createRequestLimit } from '../../../portal/local/rest/request-limit.js';
import type { LocalPortal } from '../../../portal/local/server.js';
import { call, WORLD, type Who } from './pay-system-world.js';
import { post, send, start, type Answer } from './portal.js';

const LIST = 'sale.paysystem.list';
const EXCEEDED = { error: 'QUERY_LIMIT_EXCEEDED', error_description: 'Too many requests' };
const BLOCKED = { error: 'OPERATION_TIME_LIMIT', error_description: 'Method is blocked due to operation time limit.' };
/** A bucket that never fills. */
const MANY = { drain: 1000, size: 1000 };
/** The first minute of an hour. */
const NOON = Date.UTC(2026, 10, 24, 12) / 1000;

let seconds: number;
/** What every look at the clock takes: two of them are a method's time. */
let pace: number;
beforeEach(() => {
  seconds = NOON;
  pace = 0;
});

const startLimited = (limits: Plan | Limits): Promise<LocalPortal> =>
  start({
    state: WORLD,
    limits,
    clock: () => {
      seconds += pace;
      return seconds * 1000;
    },
  });

const list = (portal: LocalPortal, who: Who = 'webhook'): Promise<Answer> =>
  call(portal, 'list', { SELECT: ['ID'] }, who);

describe('the leaky bucket', () => {
  it.each([
    ['standard', 50, 2],
    ['enterprise', 250, 5],
  ] as const)('of the plan %s holds %i requests and loses %i a second', async (plan, size, drain) => {
    const portal = await startLimited(plan);
    for (let index = 0; index < size; index += 1) expect((await list(portal)).status).toBe(200);
    expect(await list(portal)).toMatchObject({ status: 503, body: EXCEEDED });
    seconds += 1;
    for (let index = 0; index < drain; index += 1) expect((await list(portal)).status).toBe(200);
    expect((await list(portal)).status).toBe(503);
  });

  it('stands before everything else, and takes a batch for one request', async () => {
    const portal = await startLimited({ requests: { drain: 1, size: 2 }, operatingSeconds: 420 });
    const cmd = Array.from({ length: 10 }, () => LIST);
    const { body } = await post(`${portal.webhook}/batch`, { cmd });
    expect(body).toMatchObject({ result: { result_error: [] } });
    expect(await send(`${portal.url}/rest/sale.nothing`)).toMatchObject({ status: 404 });
    expect(await send(`${portal.url}/rest/sale.nothing`)).toMatchObject({ status: 503, body: EXCEEDED });
  });

  it('is one for each address', () => {
    const limit = createRequestLimit({ drain: 1, size: 1 });
    limit('10.0.0.1', 0);
    limit('10.0.0.2', 0);
    expect(() => {
      limit('10.0.0.1', 0.5);
    }).toThrow('Too many requests');
    // The refused one did not count.
    limit('10.0.0.1', 1);
  });

  it('is not there unless it is asked for', async () => {
    const portal = await startLimited('off');
    const answers = await Promise.all(Array.from({ length: 260 }, () => list(portal)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});

describe('the operating time', () => {
  it('blocks a method that took too long, for this caller alone', async () => {
    const portal = await startLimited({ requests: MANY, operatingSeconds: 10 });
    pace = 2;
    for (let calls = 0; calls < 5; calls += 1) {
      const answer = await list(portal);
      if (answer.status !== 200) break;
    }
    expect(await list(portal)).toMatchObject({ status: 429, body: BLOCKED });
    expect(await list(portal, 'owner')).toMatchObject({ status: 200 });
    expect(await call(portal, 'handler.list', {})).toMatchObject({ status: 200 });
    pace = 0;
    seconds += 11 * 60;
    expect(await list(portal)).toMatchObject({ status: 200 });
  });

  it('is shown in the answer with the moment when it begins to be forgotten', async () => {
    const portal = await startLimited({ requests: MANY, operatingSeconds: 100 });
    pace = 1;
    const time = async (): Promise<Record<string, number>> =>
      ((await list(portal)).body as { time: Record<string, number> }).time;
    const first = await time();
    const second = await time();
    expect(first.operating).toBeGreaterThan(0);
    expect(second.operating).toBeCloseTo(2 * (first.operating ?? 0));
    expect(first.operating_reset_at).toBe(NOON + 600);
    expect(Object.keys(first).slice(-2)).toEqual(['operating_reset_at', 'operating']);
  });

  it('is not shown when it is not limited', async () => {
    const portal = await startLimited('off');
    const { body } = await list(portal);
    expect(body).not.toHaveProperty('time.operating');
    expect(body).not.toHaveProperty('time.operating_reset_at');
  });

  it('counts the commands of a batch and not the batch', async () => {
    const portal = await startLimited({ requests: MANY, operatingSeconds: 1 });
    pace = 1;
    const batch = () => post(`${portal.webhook}/batch`, { cmd: { a: LIST, b: LIST } });
    const { status, body } = await batch();
    expect(status).toBe(200);
    expect(body).toMatchObject({ result: { result_error: { b: BLOCKED } } });
    expect(body).not.toHaveProperty('time.operating');
    expect(body).toHaveProperty('result.result_time.a.operating');
    expect(await batch()).toMatchObject({
      status: 200,
      body: { result: { result_error: { a: BLOCKED, b: BLOCKED } } },
    });
  });

  it('counts calls that fail', async () => {
    const portal = await startLimited({ requests: MANY, operatingSeconds: 1 });
    pace = 1;
    expect(await call(portal, 'delete', { ID: 99 })).toMatchObject({ status: 400 });
    expect(await call(portal, 'delete', { ID: 99 })).toMatchObject({ status: 429 });
  });

  it('forgets minute by minute', () => {
    const time = createOperatingTime(100);
    time.add('a', 'm', NOON, 60);
    time.add('a', 'm', NOON + 9 * 60 + 59, 30);
    expect(time.look('a', 'm', NOON + 599)).toEqual({ operating: 90, resetAt: NOON + 600 });
    expect(time.look('a', 'm', NOON + 600)).toEqual({ operating: 30, resetAt: NOON + 19 * 60 });
    expect(time.look('a', 'm', NOON + 1200)).toEqual({ operating: 0 });
  });
});
