/** Trying a payment: what editor and command line have a local portal do, step by step. */
import { describe, expect, it } from 'vitest';
import { parseWebhook } from '../../portal/client/connection.js';
import { NetworkError, PortalError } from '../../portal/client/errors.js';
import { addPayment, callControl, type LocalControl } from '../../portal/client/local-control.js';
import { createPortalClient } from '../../portal/client/rest.js';
import type { LocalPortal, PortalState } from '../../portal/local/server.js';
import {
  buyerNamed,
  ensureHandler,
  ensurePaySystem,
  currenciesOf,
  listBuyerKinds,
  saveSettings,
  usualCurrency,
} from '../../portal/try-payment.js';
import type { HandlerParameters } from '../../schemas/manifest.js';
import { startFakePortal, type Behaviour } from './client/fake-portal.js';
import { control, start } from './local/portal.js';

const SETTINGS = { CODES: { KEY: {} }, FORM_DATA: { ACTION_URI: 'https://pay.my-service.com', FIELDS: {} } };
const SHOP: HandlerParameters = { NAME: 'My shop', CODE: 'my_shop', SETTINGS };

async function world(state: PortalState = {}) {
  const portal = await start({ state });
  return { portal, client: createPortalClient(parseWebhook(portal.webhook)), control: controlOf(portal) };
}

const controlOf = ({ url, control: { token } }: LocalPortal): LocalControl => ({ origin: url, token });

/** Rows of a table in the portal's state. */
async function rowsOf(portal: LocalPortal, table: string): Promise<unknown> {
  return ((await control(portal)).body as Record<string, unknown>)[table];
}

describe('the handler', () => {
  it('is added, and brought up to date afterwards', async () => {
    const { client, portal } = await world();
    expect(await ensureHandler(client, SHOP)).toEqual({ action: 'add', id: 1 });
    expect(await ensureHandler(client, { ...SHOP, NAME: 'New name' })).toEqual({ action: 'update', id: 1 });
    expect(await rowsOf(portal, 'handlers')).toMatchObject([{ ID: 1, NAME: 'New name' }]);
  });
});

describe('the payment system', () => {
  it('is one for each handler and kind of buyer', async () => {
    const { client, portal } = await world();
    await ensureHandler(client, SHOP);
    await ensureHandler(client, { ...SHOP, CODE: 'other' });
    const ids = [
      await ensurePaySystem(client, SHOP, 1),
      await ensurePaySystem(client, SHOP, 2),
      await ensurePaySystem(client, { ...SHOP, CODE: 'other' }, 1),
      await ensurePaySystem(client, SHOP, 1),
      await ensurePaySystem(client, { ...SHOP, CODE: 'MY_SHOP ' }, 2),
    ];
    expect(new Set(ids.slice(0, 3)).size).toBe(3);
    expect(ids.slice(3)).toEqual(ids.slice(0, 2));
    expect(await rowsOf(portal, 'paySystems')).toMatchObject([
      {
        ID: ids[0],
        NAME: 'My shop',
        ACTION_FILE: 'my_shop',
        PERSON_TYPE_ID: 1,
        ACTIVE: 'Y',
        ENTITY_REGISTRY_TYPE: 'ORDER',
      },
      { ID: ids[1], PERSON_TYPE_ID: 2 },
      { ID: ids[2], ACTION_FILE: 'other' },
    ]);
  });

  it('is none of those for invoices', async () => {
    const { client } = await world({
      handlers: [{ ID: 1, NAME: 'My shop', CODE: 'my_shop', SETTINGS }],
      paySystems: [
        { ID: 5, ACTION_FILE: 'my_shop', NAME: 'Invoices', PERSON_TYPE_ID: 1, ENTITY_REGISTRY_TYPE: 'CRM_INVOICE' },
      ],
    });
    expect(await ensurePaySystem(client, SHOP, 1)).toBe(6);
  });

  it('needs the handler', async () => {
    const { client } = await world();
    await expect(ensurePaySystem(client, SHOP, 1)).rejects.toMatchObject({ code: 'ERROR_HANDLER_NOT_FOUND' });
  });

  it('keeps what an administrator enters', async () => {
    const { client, portal } = await world();
    await ensureHandler(client, SHOP);
    const id = await ensurePaySystem(client, SHOP, 1);
    await saveSettings(client, id, { KEY: { TYPE: 'VALUE', VALUE: 'abc' } });
    expect(await rowsOf(portal, 'mappings')).toMatchObject([
      { CODE_KEY: 'KEY', PAY_SYSTEM_ID: id, PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'abc' },
    ]);
  });
});

describe('the buyers', () => {
  it('are the person types of orders', async () => {
    const { client } = await world();
    const kinds = await listBuyerKinds(client);
    expect(kinds.map(({ code }) => code).sort()).toEqual(['CRM_COMPANY', 'CRM_CONTACT']);
    expect(kinds.every(({ id, name }) => id > 0 && name !== '')).toBe(true);
  });

  it('are read from numbers and texts alike, and what is none is left out', async () => {
    const personTypes = [
      { id: '7', name: 'Person', code: 'CRM_CONTACT' },
      { id: 8, name: 'Own' },
      { name: 'None' },
      null,
    ];
    const fake = await startFakePortal(() => ({ body: { result: { personTypes } } }));
    const kinds = await listBuyerKinds(createPortalClient(parseWebhook(fake.webhook)));
    await fake.close();
    expect(kinds).toEqual([
      { id: 7, name: 'Person', code: 'CRM_CONTACT' },
      { id: 8, name: 'Own', code: '' },
    ]);
    expect(['person', 'company', 'constructor', ''].map((name) => buyerNamed(kinds, name)?.id)).toEqual([
      7,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it.each([
  [['USD', 'EUR'], 'USD'],
  [[], 'RUB'],
  [[5], 'RUB'],
  ['USD', 'RUB'],
  [undefined, 'RUB'],
])('the currency %j proposes %s', (CURRENCY, proposed) => {
  expect(usualCurrency(currenciesOf({ SETTINGS: { ...SETTINGS, CURRENCY } }))).toBe(proposed);
});

describe('the payment', () => {
  it('waits at the address of its page', async () => {
    const { client, portal, control: place } = await world();
    await ensureHandler(client, SHOP);
    const paySystemId = await ensurePaySystem(client, SHOP, 2);
    const payment = await addPayment(place, { paySystemId, sum: 99.5, currency: 'USD', personTypeId: 2 });
    const { paymentId, url } = payment;
    expect(payment).toEqual({ paymentId, paySystemId, url: `${portal.url}/pay/${paymentId}?paysystem=${paySystemId}` });
    expect(await client.call('sale.payment.get', { id: paymentId }, (result) => result)).toMatchObject({
      payment: { sum: 99.5, currency: 'USD', paid: 'N', paySystemId },
    });
    expect((await fetch(url)).status).toBe(200);
  });

  it('is refused in the words of the portal', async () => {
    const { control: place } = await world();
    const wish = { paySystemId: 99, sum: 1, currency: 'RUB', personTypeId: 1 };
    const refused = { code: 'CONTROL_REFUSED', status: 400, description: 'The portal has no payment system 99.' };
    await expect(addPayment(place, wish)).rejects.toMatchObject(refused);
    const wrong: unknown = await addPayment({ ...place, token: 'wr0ng-token' }, wish).catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(PortalError);
    expect(wrong).toMatchObject({ status: 401, description: 'The control token is missing or wrong.' });
    expect(String(wrong)).not.toContain('wr0ng');
  });

  it.each<[string, Behaviour, object]>([
    ['a page', { body: '<html>' }, { reason: 'unexpected', detail: '200' }],
    ['another object', { body: { paymentId: 5 } }, { reason: 'unexpected', detail: '200' }],
    [
      'a failure all the same',
      { status: 500, body: { paymentId: 1, paySystemId: 1, url: 'http://127.0.0.1/' } },
      { reason: 'unexpected', detail: '500' },
    ],
    ['a status without words', { status: 500, body: '' }, { reason: 'unexpected', detail: '500' }],
    ['a redirect', { status: 302, headers: { Location: 'https://else.test/' }, body: '' }, { reason: 'redirect' }],
    ['nothing', 'reset', { reason: 'broken' }],
  ])('has no place when the answer is %s', async (_, behaviour, expected) => {
    const fake = await startFakePortal(() => behaviour);
    const place = { origin: new URL(fake.webhook).origin, token: 's3cret' };
    const failed = await addPayment(place, { paySystemId: 1, sum: 1, currency: 'RUB', personTypeId: 1 }).catch(
      (error: unknown) => error,
    );
    await fake.close();
    expect(failed).toBeInstanceOf(NetworkError);
    expect(failed).toMatchObject(expected);
    expect(String(failed)).not.toContain('s3cret');
    expect(fake.received).toMatchObject([{ url: '/.local/payments', headers: { authorization: 'Bearer s3cret' } }]);
  });

  it('is read by whoever asks', async () => {
    const { control: place } = await world();
    const pay = callControl(place, 'pay', { paymentId: 999, paySystemId: 1 }, (answer) => answer);
    await expect(pay).rejects.toMatchObject({ description: 'The portal has no payment 999.' });
  });
});
