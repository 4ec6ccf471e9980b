import { afterEach, describe, expect, it } from 'vitest';
import { parseWebhook } from '../../../portal/client/connection.js';
import { NetworkError, PortalError } from '../../../portal/client/errors.js';
import { listHandlers } from '../../../portal/client/handlers.js';
import { createPortalClient } from '../../../portal/client/rest.js';
import type { ClientDependencies } from '../../../portal/client/rest.js';
import { CODE, startFakePortal } from './fake-portal.js';
import type { Behaviour, FakePortal } from './fake-portal.js';

let portal: FakePortal | undefined;

afterEach(async () => {
  await portal?.close();
  portal = undefined;
});

/** A client of a portal that behaves so: the first call as the first behaviour says, and so on; the last one stays. */
async function clientOf(behaviours: readonly Behaviour[], deps: ClientDependencies = {}) {
  portal = await startFakePortal((_, count) => behaviours[Math.min(count, behaviours.length) - 1] ?? 'silence');
  const waits: number[] = [];
  const wait = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));
  return { portal, waits, client: createPortalClient(parseWebhook(portal.webhook), { wait, ...deps }) };
}

/** The error of a list call. */
async function failure(behaviours: readonly Behaviour[], deps: ClientDependencies = {}): Promise<unknown> {
  const { client } = await clientOf(behaviours, deps);
  return listHandlers(client).then(
    () => undefined,
    (error: unknown) => error,
  );
}

const empty: Behaviour = { body: { result: [] } };
const limit: Behaviour = {
  status: 503,
  body: { error: 'QUERY_LIMIT_EXCEEDED', error_description: 'Too many requests' },
};

describe('a call', () => {
  it('posts JSON to the method of the webhook', async () => {
    const { client, portal } = await clientOf([{ body: { result: 5 } }]);
    const params = { NAME: 'Ж', SETTINGS: { CODES: {} } };
    const result = await client.call('sale.paysystem.handler.add', params, (value) => value);
    expect(result).toBe(5);
    expect(portal.received).toMatchObject([{ url: `/rest/1/${CODE}/sale.paysystem.handler.add`, params }]);
    expect(portal.received[0]?.headers['content-type']).toBe('application/json');
  });

  it('throws what the portal refuses, keyed on its code and not on the status', async () => {
    const body = { error: 'INVALID_CREDENTIALS', error_description: 'Invalid request credentials' };
    for (const status of [200, 401, 403]) {
      const error = await failure([{ status, body }]);
      expect(error).toBeInstanceOf(PortalError);
      expect(error).toMatchObject({ code: 'INVALID_CREDENTIALS', description: 'Invalid request credentials', status });
      await portal?.close();
    }
  });
});

describe('retrying', () => {
  it.each<[string, Behaviour]>([
    ['QUERY_LIMIT_EXCEEDED', limit],
    ['429', { status: 429, body: { error: 'OPERATION_TIME_LIMIT', error_description: 'Method is blocked' } }],
    ['429 that is no answer of a portal', { status: 429, body: '<html>slow down</html>' }],
  ])('waits longer and longer after %s', async (_, refusal) => {
    const { client, portal, waits } = await clientOf([refusal, refusal, empty]);
    expect(await listHandlers(client)).toEqual([]);
    expect(portal.received).toHaveLength(3);
    expect(waits).toEqual([1000, 2000]);
  });

  it('gives up after the fifth try', async () => {
    const { client, portal, waits } = await clientOf([limit]);
    await expect(listHandlers(client)).rejects.toMatchObject({ code: 'QUERY_LIMIT_EXCEEDED' });
    expect(portal.received).toHaveLength(5);
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });

  it.each<[string, Behaviour]>([
    ['a portal that failed inside', { status: 500, body: { error: 'INTERNAL_SERVER_ERROR', error_description: '' } }],
    ['an overloaded portal', { status: 503, body: { error: 'OVERLOAD_LIMIT', error_description: '' } }],
    ['a gateway', { status: 503, body: '<html>503</html>' }],
    ['a refusal', { status: 400, body: { error: 'ERROR_CHECK_FAILURE', error_description: 'x' } }],
    ['a cut connection', 'reset'],
  ])('never sends again after %s', async (_, behaviour) => {
    const { client, portal, waits } = await clientOf([behaviour]);
    await expect(listHandlers(client)).rejects.toThrow();
    expect(portal.received).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('ends a wait that is cancelled', async () => {
    const abort = new AbortController();
    const wait = () => {
      abort.abort();
      return Promise.reject(new Error('aborted'));
    };
    expect(await failure([limit], { wait, signal: abort.signal })).toMatchObject({ reason: 'cancelled', sent: false });
  });
});

describe('no usable answer', () => {
  it('knows that nothing was sent when nobody listens', async () => {
    const { client, portal } = await clientOf([empty]);
    await portal.close();
    await expect(listHandlers(client)).rejects.toMatchObject({
      reason: 'unreachable',
      sent: false,
      detail: 'ECONNREFUSED',
    });
  });

  it('knows that nothing was sent when the host does not speak TLS', async () => {
    portal = await startFakePortal(() => empty);
    const client = createPortalClient(parseWebhook(portal.webhook.replace('http:', 'https:')));
    await expect(listHandlers(client)).rejects.toMatchObject({ reason: 'tls', sent: false });
    expect(portal.received).toEqual([]);
  });

  it('knows that a request may have arrived when the connection is cut', async () => {
    expect(await failure(['reset'])).toMatchObject({ reason: 'broken', sent: true });
  });

  it('stops waiting for an answer that never comes', async () => {
    expect(await failure(['silence'], { timeout: 100 })).toMatchObject({ reason: 'timeout', sent: true });
  });

  it('can be cancelled from outside', async () => {
    const abort = new AbortController();
    portal = await startFakePortal(() => {
      abort.abort();
      return 'silence';
    });
    const client = createPortalClient(parseWebhook(portal.webhook), { signal: abort.signal });
    await expect(listHandlers(client)).rejects.toMatchObject({ reason: 'cancelled', sent: true });
  });

  it('does not follow a redirect with the secret, and names where it leads', async () => {
    const other = await startFakePortal(() => empty);
    const location = `${other.webhook}/sale.paysystem.handler.list`;
    const error = await failure([{ status: 307, headers: { Location: location }, body: '' }]);
    expect(error).toMatchObject({ reason: 'redirect', detail: other.name });
    expect(other.received).toEqual([]);
    await other.close();
  });

  it.each<[string, Behaviour, string]>([
    ['a web page', { body: '<!DOCTYPE html><title>Sign in</title>' }, 'not-json'],
    ['an empty answer', { body: '' }, 'not-json'],
    ['JSON of something else', { body: { ok: true } }, 'unexpected'],
    ['a result that is no list', { body: { result: true } }, 'unexpected'],
    ['a handler without a readable ID', { body: { result: [{ ID: 'five', CODE: 'a' }] } }, 'unexpected'],
    ['a result with a status of failure', { status: 500, body: { result: [] } }, 'unexpected'],
  ])('tells %s from an answer', async (_, behaviour, reason) => {
    const error = await failure([behaviour]);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ reason, sent: true });
  });

  it('stops reading an answer that is far too large', async () => {
    const body = `{"result":[${'{"ID":1,"CODE":"a"},'.repeat(1_700_000)}{"ID":1,"CODE":"a"}]}`;
    expect(await failure([{ body }])).toMatchObject({ reason: 'too-large' });
  });
});

it('keeps the code out of errors even when the answer repeats the address', async () => {
  const { webhook } = (portal = await startFakePortal(({ url }) => ({
    status: 404,
    body: { error: `NOT_FOUND ${url}`, error_description: `No ${url} at ${CODE}` },
  })));
  const error: unknown = await listHandlers(createPortalClient(parseWebhook(webhook))).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ description: 'No /rest/1/•••/sale.paysystem.handler.list at •••' });
  expect(JSON.stringify(error) + String(error)).not.toContain(CODE);
});

it('reads IDs as numbers or as text', async () => {
  const rows = [
    { ID: '1', NAME: 'One', CODE: 'one', SORT: '10', SETTINGS: [] },
    { ID: 2, NAME: 'Two', CODE: null, SORT: 20, SETTINGS: 'x' },
  ];
  const { client } = await clientOf([{ body: { result: rows } }]);
  expect(await listHandlers(client)).toEqual([
    { ID: 1, NAME: 'One', CODE: 'one', SORT: 10, SETTINGS: [] },
    { ID: 2, NAME: 'Two', CODE: '', SORT: 20, SETTINGS: 'x' },
  ]);
});
