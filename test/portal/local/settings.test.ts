/** Settings of payment systems: saving and reading where values come from. */
import { beforeEach, describe, expect, it } from 'vitest';
import { startLocalPortal, type LocalPortal } from '../../../portal/local/server.js';
import { call, resultOf, WORLD } from './pay-system-world.js';
import { control, post, start } from './portal.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start({ state: WORLD });
});

const update = (SETTINGS: unknown, rest: object = {}) => call(portal, 'settings.update', { ID: 11, SETTINGS, ...rest });
const get = async (PERSON_TYPE_ID: unknown, ID: unknown = 11) =>
  resultOf(await call(portal, 'settings.get', { ID, PERSON_TYPE_ID }));
const mappings = async () => ((await control(portal)).body as { mappings: unknown }).mappings;

const DEFAULTS = {
  ShopKey: { TYPE: 'VALUE', VALUE: 'from the manifest' },
  SUM: { TYPE: 'PAYMENT', VALUE: 'SUM' },
  PRICE: { TYPE: 'ORDER', VALUE: 'PRICE' },
  NOTHING: { TYPE: null, VALUE: null },
};

describe('settings.get', () => {
  it('shows every code of the handler in its own spelling, with DEFAULT where nothing is set', async () => {
    expect(await get(0)).toEqual(DEFAULTS);
  });

  it('prefers what is set for the person type to what is set for all', async () => {
    await update({ shopkey: { type: 'VALUE', value: 'for all' } });
    await update({ SHOPKEY: { TYPE: 'VALUE', VALUE: 'for companies' } }, { PERSON_TYPE_ID: 2 });
    expect(await get(0)).toMatchObject({ ShopKey: { TYPE: 'VALUE', VALUE: 'for all' } });
    expect(await get(1)).toMatchObject({ ShopKey: { TYPE: 'VALUE', VALUE: 'for all' } });
    expect(await get('2')).toMatchObject({ ShopKey: { TYPE: 'VALUE', VALUE: 'for companies' } });
  });

  it('keeps one payment system’s settings from another’s', async () => {
    await update({ ShopKey: { TYPE: 'VALUE', VALUE: 'cards' } });
    expect(await get(0, 12)).toEqual(DEFAULTS);
  });

  it('shows bare values on a portal that follows the documentation', async () => {
    const documented = await startLocalPortal({ state: WORLD, version: 'docs-2026-08' });
    const answer = await call(documented, 'settings.get', { ID: 11, PERSON_TYPE_ID: 0 });
    await documented.close();
    expect(resultOf(answer)).toEqual({ ShopKey: 'from the manifest', SUM: 'SUM', PRICE: 'PRICE', NOTHING: null });
  });

  it('is empty for a handler without codes', async () => {
    await call(portal, 'update', { ID: 11, FIELDS: { BX_REST_HANDLER: 'free' } });
    expect(await get(0)).toEqual([]);
  });
});

describe('settings.update', () => {
  it('upper-cases codes, replaces what is there, and keeps codes that the handler does not have', async () => {
    expect(
      resultOf(await update({ ShopKey: { TYPE: 'VALUE', VALUE: 'a' }, Other: { TYPE: 'USER', VALUE: 'NAME' } })),
    ).toBe(true);
    await update({ shopKEY: { TYPE: 'INPUT', VALUE: 7 } });
    const owner = { PAY_SYSTEM_ID: 11, PERSON_TYPE_ID: 0 };
    expect(await mappings()).toEqual([
      { ...owner, CODE_KEY: 'OTHER', PROVIDER_KEY: 'USER', PROVIDER_VALUE: 'NAME' },
      { ...owner, CODE_KEY: 'SHOPKEY', PROVIDER_KEY: 'INPUT', PROVIDER_VALUE: '7' },
    ]);
  });

  it.each([undefined, null, '', 0, '0', -3])('takes the person type %j for all', async (PERSON_TYPE_ID) => {
    await update({ A: { TYPE: 'VALUE', VALUE: 'a' } }, { PERSON_TYPE_ID });
    expect(await mappings()).toMatchObject([{ PERSON_TYPE_ID: 0 }]);
  });

  it('keeps what stands before an item that is refused', async () => {
    const answer = await update({ A: { TYPE: 'VALUE', VALUE: 'a' }, b: 5, C: { TYPE: 'VALUE', VALUE: 'c' } });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: 'ERROR_CHECK_FAILURE', error_description: 'The value of SETTINGS[B] is not valid' },
    });
    expect(await mappings()).toMatchObject([{ CODE_KEY: 'A' }]);
  });

  it('keeps it in a batch too', async () => {
    const cmd = {
      bad: 'sale.paysystem.settings.update?ID=11&SETTINGS[A][TYPE]=VALUE&SETTINGS[A][VALUE]=a&SETTINGS[B]=b',
    };
    const { body } = await post(`${portal.webhook}/batch`, { cmd });
    expect(body).toMatchObject({ result: { result_error: { bad: { error: 'ERROR_CHECK_FAILURE' } } } });
    expect(await mappings()).toMatchObject([{ CODE_KEY: 'A' }]);
  });

  it('answers false when the table does not take an item, and stops there', async () => {
    const SETTINGS = { A: { TYPE: 'VALUE', VALUE: 'a' }, B: { VALUE: 'b' }, C: { TYPE: 'VALUE', VALUE: 'c' } };
    expect(resultOf(await update(SETTINGS))).toBe(false);
    expect(await mappings()).toMatchObject([{ CODE_KEY: 'A' }]);
  });

  it('survives a restart', async () => {
    await update({ ShopKey: { TYPE: 'VALUE', VALUE: '' }, [`k${'x'.repeat(80)}`]: { TYPE: 'VALUE', VALUE: 'long' } });
    const document = (await control(portal)).body;
    expect((await control(portal, document)).status).toBe(200);
  });
});
