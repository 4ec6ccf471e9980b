/** Registering, against the local portal: directly, and with a server between them that loses answers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseWebhook } from '../../portal/client/connection.js';
import { PortalError, RegistrationError } from '../../portal/client/errors.js';
import { listHandlers } from '../../portal/client/handlers.js';
import { createPortalClient } from '../../portal/client/rest.js';
import { applyPlan, checkConnection, planRegistration } from '../../portal/lifecycle.js';
import { startLocalPortal } from '../../portal/local/server.js';
import type { PortalState } from '../../portal/local/server.js';
import type { HandlerParameters } from '../../schemas/manifest.js';
import { startFakePortal } from './client/fake-portal.js';
import type { Behaviour, Received } from './client/fake-portal.js';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const SETTINGS = { CODES: { KEY: {} }, FORM_DATA: { ACTION_URI: 'https://pay.my-service.com', FIELDS: {} } };
const shop: HandlerParameters = { NAME: 'My shop', CODE: 'my_shop', SETTINGS };

const ADD = 'sale.paysystem.handler.add';
const UPDATE = 'sale.paysystem.handler.update';
const LIST = 'sale.paysystem.handler.list';

async function localPortal(state: PortalState = {}) {
  const portal = await startLocalPortal({ state });
  closing.push(() => portal.close());
  return { webhook: portal.webhook, client: createPortalClient(parseWebhook(portal.webhook)) };
}

/**
 * A client that reaches the local portal through a server in between. `onTheWay` may replace the answer to a request: before
 * the portal has seen it, or after.
 */
async function behind(
  webhook: string,
  onTheWay: (request: Received, forward: () => Promise<Behaviour>, count: number) => Behaviour | Promise<Behaviour>,
) {
  const between = await startFakePortal((request, count) => {
    const forward = async (): Promise<Behaviour> => {
      const answer = await fetch(`${webhook}/${request.method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request.params),
      });
      return { status: answer.status, body: await answer.text() };
    };
    return onTheWay(request, forward, count);
  });
  closing.push(() => between.close());
  return { client: createPortalClient(parseWebhook(between.webhook)), received: between.received };
}

const methods = (received: readonly Received[]) => received.map(({ method }) => method);

describe('checkConnection', () => {
  it('asks the portal for real', async () => {
    const { client, webhook } = await localPortal();
    await expect(checkConnection(client)).resolves.toBeUndefined();
    const wrong = createPortalClient(parseWebhook(webhook.replace(/[^/]+$/, 'wrong')));
    await expect(checkConnection(wrong)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });

  it('finds out that the user has no right', async () => {
    const { webhook } = await localPortal({ webhooks: [{ user: 7, code: 'nobody', rights: 'none' }] });
    const client = createPortalClient(parseWebhook(`${new URL(webhook).origin}/rest/7/nobody`));
    await expect(checkConnection(client)).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
  });
});

describe('registering', () => {
  it('adds a handler whose code is new', async () => {
    const { client } = await localPortal();
    const plan = await planRegistration(client, shop);
    expect(plan).toEqual({ action: 'add', parameters: shop });
    expect(await applyPlan(client, plan)).toEqual({ action: 'add', id: 1 });
    expect(await listHandlers(client)).toMatchObject([{ ID: 1, NAME: 'My shop', CODE: 'my_shop', SORT: 100 }]);
  });

  it('updates the handler that has the code, but for case and blanks at the end', async () => {
    const other = { NAME: 'Other', CODE: 'other', SETTINGS };
    const old = { NAME: 'Old', CODE: 'My_Shop ', SORT: 7, SETTINGS: { CODES: { OLD: {} } } };
    const { webhook, client: direct } = await localPortal({
      handlers: [
        { ID: 3, ...other },
        { ID: 5, ...old },
      ],
    });
    const { client, received } = await behind(webhook, (_, forward) => forward());
    const plan = await planRegistration(client, shop);
    expect(plan).toMatchObject({ action: 'update', id: 5, current: { CODE: 'My_Shop ', NAME: 'Old' } });
    expect(await applyPlan(client, plan)).toEqual({ action: 'update', id: 5 });
    const [, updated] = await listHandlers(direct);
    // SORT is not in the manifest, so it stays.
    expect(updated).toMatchObject({ ID: 5, NAME: 'My shop', CODE: 'my_shop', SORT: 7 });
    expect(updated?.SETTINGS).not.toHaveProperty('CODES.OLD');
    expect(methods(received)).toEqual([LIST, UPDATE, LIST]);
    expect(received[1]?.params).toEqual({ ID: 5, FIELDS: shop });
  });

  it('prefers the same spelling where a portal keeps both', async () => {
    const rows = ['MY_SHOP', 'my_shop'].map((CODE, index) => ({
      ID: index + 1,
      NAME: '',
      CODE,
      SORT: 1,
      SETTINGS: [],
    }));
    const { client } = await behind('', () => ({ body: { result: rows } }));
    expect(await planRegistration(client, shop)).toMatchObject({ action: 'update', id: 2 });
  });

  it('does not send a SORT that is null', async () => {
    const { webhook } = await localPortal();
    const { client, received } = await behind(webhook, (_, forward) => forward());
    await applyPlan(client, await planRegistration(client, { ...shop, SORT: null }));
    await applyPlan(client, await planRegistration(client, { ...shop, SORT: null }));
    expect(received.map(({ params }) => params)).toEqual([{}, shop, {}, {}, { ID: 1, FIELDS: shop }, {}]);
  });

  const folder = join(import.meta.dirname, '..', 'fixtures', 'manifests');
  const fixtures = readdirSync(folder).filter((name) => name.endsWith('.b24pay.json'));

  it.each(fixtures)('finds %s on the portal as it was sent, twice', async (name) => {
    const { NAME, CODE, SORT, SETTINGS } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as HandlerParameters;
    const parameters = { NAME, CODE, ...(SORT !== undefined && { SORT }), SETTINGS };
    const { client } = await localPortal();
    expect(await applyPlan(client, await planRegistration(client, parameters))).toEqual({ action: 'add', id: 1 });
    expect(await applyPlan(client, await planRegistration(client, parameters))).toEqual({ action: 'update', id: 1 });
  });

  it('finds values again that PHP gives back in another form', async () => {
    const OPTIONS = { 0: 'a', 1: 'b', 2: {} };
    const settings = { ...SETTINGS, CODES: { A: { INPUT: { TYPE: 'ENUM', OPTIONS }, DEFAULT: {}, SORT: null } } };
    const { client } = await localPortal();
    const plan = await planRegistration(client, { ...shop, SETTINGS: settings, SORT: '12.7' });
    expect(await applyPlan(client, plan)).toEqual({ action: 'add', id: 1 });
  });
});

describe('when the portal refuses', () => {
  it('reports it and does nothing more', async () => {
    const { client: direct, webhook } = await localPortal();
    const { client, received } = await behind(webhook, (_, forward) => forward());
    const plan = await planRegistration(client, shop);
    await applyPlan(direct, plan);
    await expect(applyPlan(client, plan)).rejects.toMatchObject({ code: 'ERROR_HANDLER_ALREADY_EXIST' });
    expect(methods(received)).toEqual([LIST, ADD]);
  });

  it('reports a handler that is gone', async () => {
    const { client } = await localPortal();
    const current = { ID: 9, NAME: '', CODE: 'my_shop', SORT: 1, SETTINGS: [] };
    const plan = { action: 'update', id: 9, parameters: shop, current } as const;
    await expect(applyPlan(client, plan)).rejects.toBeInstanceOf(PortalError);
  });
});

describe('when no answer comes', () => {
  /** Registers while the answer to the changing call is lost. */
  async function registerLosing(
    lose: (forward: () => Promise<Behaviour>) => Behaviour | Promise<Behaviour>,
    state: PortalState = {},
  ) {
    const { webhook, client: direct } = await localPortal(state);
    const { client, received } = await behind(webhook, ({ method }, forward) =>
      method === LIST ? forward() : lose(forward),
    );
    const outcome: unknown = await applyPlan(client, await planRegistration(client, shop)).catch(
      (error: unknown) => error,
    );
    return { outcome, received, stored: await listHandlers(direct) };
  }

  const handlers = [{ ID: 5, NAME: 'Old', CODE: 'my_shop', SORT: 7, SETTINGS: { CODES: {} } }];
  const lost: [string, Behaviour][] = [
    ['the connection is cut', 'reset'],
    ['a gateway answers instead', { status: 502, body: '<html>Bad gateway</html>' }],
  ];

  it.each(lost)('finds the added handler in the list when %s', async (_, behaviour) => {
    const { outcome, received, stored } = await registerLosing(async (forward) => {
      await forward();
      return behaviour;
    });
    expect(outcome).toEqual({ action: 'add', id: 1 });
    expect(methods(received)).toEqual([LIST, ADD, LIST]);
    expect(stored).toHaveLength(1);
  });

  it.each(lost)('never adds a second time when %s before the portal did anything', async (_, behaviour) => {
    const { outcome, received, stored } = await registerLosing(() => behaviour);
    expect(outcome).toBeInstanceOf(RegistrationError);
    expect(outcome).toMatchObject({ outcome: 'not-found' });
    expect(methods(received)).toEqual([LIST, ADD, LIST]);
    expect(stored).toEqual([]);
  });

  it('finds the update in the list', async () => {
    const { outcome, received } = await registerLosing(
      async (forward): Promise<Behaviour> => {
        await forward();
        return 'reset';
      },
      { handlers },
    );
    expect(outcome).toEqual({ action: 'update', id: 5 });
    expect(methods(received)).toEqual([LIST, UPDATE, LIST]);
  });

  it('finds that the update was not done', async () => {
    const { outcome } = await registerLosing(() => 'reset', { handlers });
    expect(outcome).toMatchObject({ outcome: 'not-found', id: 5 });
  });

  it('says that it does not know when the list cannot be read either', async () => {
    const { webhook } = await localPortal();
    const { client, received } = await behind(webhook, (_, forward, count) => (count === 1 ? forward() : 'reset'));
    const plan = await planRegistration(client, shop);
    await expect(applyPlan(client, plan)).rejects.toMatchObject({ outcome: 'unknown' });
    expect(methods(received)).toEqual([LIST, ADD, LIST]);
  });
});

describe('reading back', () => {
  const failures: [string, Behaviour][] = [
    ['the connection is cut', 'reset'],
    [
      'the portal refuses',
      { status: 503, body: { error: 'OVERLOAD_LIMIT', error_description: 'REST API is blocked' } },
    ],
  ];

  it.each(failures)(
    'says which handler the portal registered when %s before it can be looked at',
    async (_, failure) => {
      const { webhook, client: direct } = await localPortal();
      const { client, received } = await behind(webhook, (_request, forward, count) =>
        count < 3 ? forward() : failure,
      );
      const plan = await planRegistration(client, shop);
      const outcome = { name: 'RegistrationError', outcome: 'unverified', id: 1 };
      await expect(applyPlan(client, plan)).rejects.toMatchObject(outcome);
      expect(methods(received)).toEqual([LIST, ADD, LIST]);
      expect(await listHandlers(direct)).toMatchObject([{ ID: 1, CODE: 'my_shop' }]);
    },
  );

  it('names what the portal stored differently', async () => {
    const { webhook } = await localPortal();
    const { client } = await behind(webhook, async ({ method, params }, forward) => {
      if (method === ADD) Object.assign(params, { NAME: 'Cut' });
      return forward();
    });
    const plan = await planRegistration(client, shop);
    await expect(applyPlan(client, plan)).rejects.toMatchObject({ outcome: 'different', id: 1, places: ['NAME'] });
  });

  it('does not believe an ID that is not in the list', async () => {
    const { client } = await behind('', ({ method }) => ({ body: { result: method === ADD ? '5' : [] } }));
    const plan = await planRegistration(client, shop);
    await expect(applyPlan(client, plan)).rejects.toMatchObject({ outcome: 'not-found', id: 5 });
  });
});
