/** Payment systems beyond their checks: what is stored, what is passed over, and what the list shows. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { call, resultOf, WORLD } from './pay-system-world.js';
import { control, post, start } from './portal.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start({ state: WORLD });
});

interface Stored {
  readonly paySystems: readonly Readonly<Record<string, unknown>>[];
  readonly mappings: readonly Readonly<Record<string, unknown>>[];
}

const stored = async (): Promise<Stored> => (await control(portal)).body as Stored;
const GOOD = { NAME: 'New', PERSON_TYPE_ID: 1, BX_REST_HANDLER: 'free', ENTITY_REGISTRY_TYPE: 'ORDER' };

async function rowOf(id: number): Promise<Readonly<Record<string, unknown>> | undefined> {
  return (await stored()).paySystems.find(({ ID }) => ID === id);
}

describe('paysystem.add', () => {
  it('makes a row, numbered after the last, with the portal’s own values for the rest', async () => {
    expect(resultOf(await call(portal, 'add', GOOD))).toBe(14);
    expect(await rowOf(14)).toMatchObject({
      ID: 14,
      NAME: 'New',
      PSA_NAME: 'New',
      ACTION_FILE: 'free',
      PERSON_TYPE_ID: 1,
      ACTIVE: 'N',
      NEW_WINDOW: 'N',
      SORT: 100,
      ENTITY_REGISTRY_TYPE: 'ORDER',
      HAVE_RESULT_RECEIVE: 'Y',
      PS_CLIENT_TYPE: 'b2c',
      DESCRIPTION: null,
      XML_ID: null,
    });
  });

  it('never gives a number twice', async () => {
    expect(resultOf(await call(portal, 'add', GOOD))).toBe(14);
    await call(portal, 'delete', { ID: 14 });
    expect(resultOf(await call(portal, 'add', GOOD))).toBe(15);
  });

  it('takes what is documented and passes over what belongs to the portal', async () => {
    const sent = {
      ...GOOD,
      DESCRIPTION: 'Cards and more',
      ACTIVE: 'Y',
      NEW_WINDOW: 'Y',
      XML_ID: 'shop-1',
      ACTION_FILE: 'mine',
      HANDLER: 'mine',
      RESULT_FILE: 'x',
      CODE: 'x',
      PSA_NAME: 'Other',
      SORT: 5,
    };
    await call(portal, 'add', sent);
    expect(await rowOf(14)).toMatchObject({
      DESCRIPTION: 'Cards and more',
      ACTIVE: 'Y',
      NEW_WINDOW: 'Y',
      XML_ID: 'shop-1',
      ACTION_FILE: 'free',
      RESULT_FILE: null,
      PSA_NAME: 'New',
      SORT: 100,
    });
    expect(await rowOf(14)).not.toHaveProperty('HANDLER');
  });

  it('is for invoices unless it is told otherwise, which a shop’s person type does not fit', async () => {
    const { NAME, BX_REST_HANDLER } = GOOD;
    expect((await call(portal, 'add', { NAME, BX_REST_HANDLER, PERSON_TYPE_ID: 1 })).body).toMatchObject({
      error: 'ERROR_PERSON_TYPE_NOT_FOUND',
    });
    expect(resultOf(await call(portal, 'add', { NAME, BX_REST_HANDLER, PERSON_TYPE_ID: 3 }))).toBe(14);
    expect(await rowOf(14)).toMatchObject({ ENTITY_REGISTRY_TYPE: 'CRM_INVOICE' });
  });

  it('finds its handler as the database does, and notes whose payments it is for', async () => {
    await call(portal, 'add', { ...GOOD, BX_REST_HANDLER: 'UNUSED ' });
    expect(await rowOf(14)).toMatchObject({ ACTION_FILE: 'UNUSED ', PS_CLIENT_TYPE: 'b2b' });
  });

  it('takes keys in any letter case at every depth, and saves settings for its person type', async () => {
    const sent = {
      name: 'New',
      Person_Type_Id: '1',
      bx_rest_handler: 'mine',
      entity_registry_type: 'ORDER',
      settings: {
        ShopKey: { type: 'VALUE', Value: 'k' },
        [`long_${'x'.repeat(60)}`]: { TYPE: 'INPUT', VALUE: 5 },
      },
    };
    expect(resultOf(await call(portal, 'add', sent))).toBe(14);
    const mapping = { PAY_SYSTEM_ID: 14, PERSON_TYPE_ID: 1 };
    expect((await stored()).mappings).toEqual([
      { ...mapping, CODE_KEY: 'SHOPKEY', PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'k' },
      { ...mapping, CODE_KEY: `LONG_${'X'.repeat(45)}`, PROVIDER_KEY: 'INPUT', PROVIDER_VALUE: '5' },
    ]);
  });

  it('crashes at a setting that is a text, after the row and the settings before it were saved', async () => {
    const SETTINGS = { A: { TYPE: 'VALUE', VALUE: 'a' }, B: 'text', C: { TYPE: 'VALUE', VALUE: 'c' } };
    const answer = await call(portal, 'add', { ...GOOD, SETTINGS });
    expect(answer).toMatchObject({ status: 500, body: { error: 'INTERNAL_SERVER_ERROR' } });
    expect(await rowOf(14)).toMatchObject({ NAME: 'New' });
    expect((await stored()).mappings).toMatchObject([{ CODE_KEY: 'A' }]);
  });

  it.each([undefined, null, 'text', 5, []])('takes the SETTINGS %j for none', async (SETTINGS) => {
    expect(resultOf(await call(portal, 'add', { ...GOOD, SETTINGS }))).toBe(14);
    expect((await stored()).mappings).toEqual([]);
  });

  it('passes over a setting without a provider', async () => {
    const SETTINGS = { A: { VALUE: 'a' }, B: 5, C: null, '': { TYPE: 'VALUE', VALUE: 1 }, D: { TYPE: 'VALUE' } };
    expect(resultOf(await call(portal, 'add', { ...GOOD, SETTINGS }))).toBe(14);
    expect((await stored()).mappings).toMatchObject([{ CODE_KEY: 'D', PROVIDER_VALUE: '' }]);
  });
});

describe('a crash', () => {
  it('ends a whole batch, and keeps what its earlier commands saved', async () => {
    const first = 'sale.paysystem.delete?ID=12';
    const second =
      'sale.paysystem.add?NAME=New&PERSON_TYPE_ID=1&BX_REST_HANDLER=free&ENTITY_REGISTRY_TYPE=ORDER&SETTINGS[A]=text';
    const cmd = { first, second, third: 'sale.paysystem.delete?ID=11' };
    const answer = await post(`${portal.webhook}/batch`, { cmd });
    expect(answer).toMatchObject({ status: 500, body: { error: 'INTERNAL_SERVER_ERROR' } });
    expect((await stored()).paySystems.map(({ ID }) => ID)).toEqual([11, 13, 14]);
  });
});

describe('paysystem.update', () => {
  it('changes what it may, and passes over the rest', async () => {
    const FIELDS = {
      name: 'Renamed',
      DESCRIPTION: 'd',
      PERSON_TYPE_ID: '2',
      BX_REST_HANDLER: 'unused',
      ACTIVE: 'Y',
      NEW_WINDOW: 'Y',
      XML_ID: 'x',
      SORT: 1,
      ACTION_FILE: 'free',
      ENTITY_REGISTRY_TYPE: 'CRM_INVOICE',
      SETTINGS: { A: { TYPE: 'VALUE', VALUE: 'a' } },
    };
    expect(resultOf(await call(portal, 'update', { id: 11, fields: FIELDS }))).toBe(true);
    expect(await rowOf(11)).toMatchObject({
      NAME: 'Renamed',
      DESCRIPTION: 'd',
      PERSON_TYPE_ID: 2,
      ACTION_FILE: 'unused',
      PS_CLIENT_TYPE: 'b2b',
      ACTIVE: 'Y',
      NEW_WINDOW: 'Y',
      XML_ID: 'x',
      SORT: 20,
      ENTITY_REGISTRY_TYPE: 'ORDER',
    });
    expect((await stored()).mappings).toEqual([]);
  });

  it.each([undefined, null, {}, { NAME: null }])('changes nothing with FIELDS %j', async (FIELDS) => {
    const before = await rowOf(11);
    expect(resultOf(await call(portal, 'update', { ID: 11, FIELDS }))).toBe(true);
    expect(await rowOf(11)).toMatchObject({ ...before });
  });

  it('is for the owner of the handler, and for every webhook', async () => {
    expect(await call(portal, 'update', { ID: 11, FIELDS: {} }, 'other')).toMatchObject({ status: 403 });
    expect(await call(portal, 'update', { ID: 11, FIELDS: {} }, 'owner')).toMatchObject({ status: 200 });
    expect(await call(portal, 'update', { ID: 11, FIELDS: {} }, 'webhook')).toMatchObject({ status: 200 });
  });

  it('is refused to everyone once the handler was given another code', async () => {
    await call(portal, 'handler.update', { ID: 1, FIELDS: { CODE: 'renamed' } });
    expect(await call(portal, 'update', { ID: 11, FIELDS: {} })).toMatchObject({ status: 403 });
  });
});

describe('paysystem.delete', () => {
  it('takes its settings with it and lets go of the handler', async () => {
    const SETTINGS = { ShopKey: { TYPE: 'VALUE', VALUE: 'k' } };
    for (const ID of [11, 12]) await call(portal, 'settings.update', { ID, SETTINGS });
    expect((await call(portal, 'handler.delete', { ID: 1 })).body).toMatchObject({ error: 'ERROR_PAY_SYSTEM_DELETE' });
    expect(resultOf(await call(portal, 'delete', { ID: '11' }))).toBe(true);
    expect((await stored()).mappings).toMatchObject([{ PAY_SYSTEM_ID: 12 }]);
    await call(portal, 'delete', { ID: 12 });
    expect(resultOf(await call(portal, 'handler.delete', { ID: 1 }))).toBe(true);
  });
});

describe('paysystem.list', () => {
  const ids = async (params: object): Promise<unknown> =>
    ((resultOf(await call(portal, 'list', params)) ?? []) as { ID: unknown }[]).map(({ ID }) => ID);

  it('shows all payment systems of all kinds, with every column that it may', async () => {
    const rows = resultOf(await call(portal, 'list', {})) as Record<string, unknown>[];
    expect(rows).toHaveLength(3);
    expect(Object.keys(rows[0] ?? {})).toHaveLength(25);
    expect(rows[2]).toMatchObject({ ID: 13, NAME: 'Bank', ACTION_FILE: 'bill', TARIFF: null, DESCRIPTION: null });
    expect(rows[0]).not.toHaveProperty('TARIF');
    expect(resultOf(await call(portal, 'list', { SELECT: [] }))).toEqual(rows);
  });

  it('selects names in any letter case, each once', async () => {
    const { text } = await call(portal, 'list', { select: ['name', 'Id', 'ID', 'tariff'], filter: { id: 11 } });
    expect(text).toContain('"result":[{"NAME":"Cards","ID":11,"TARIFF":null}],');
  });

  it.each([
    [{ ACTION_FILE: 'mine' }, [11, 12]],
    [{ action_file: 'MINE', ENTITY_REGISTRY_TYPE: 'order' }, [11]],
    [{ ID: [11, '13'] }, [11, 13]],
    [{ DESCRIPTION: '' }, [11, 12, 13]],
    [{ NAME: 'Card' }, []],
    // Prefixes are taken off: these ask for equality.
    [{ '>=ID': 12 }, [12]],
    [{ '!ID': 12 }, [12]],
    [{ '%NAME': 'ar' }, []],
    [{ '>ID': 11, '<ID': 13 }, [13]],
  ])('filters by %j', async (FILTER, expected) => {
    expect(await ids({ FILTER })).toEqual(expected);
  });

  it.each([
    [{ SORT: 'ASC' }, [12, 11, 13]],
    [{ sort: 'desc' }, [13, 11, 12]],
    [{ ACTION_FILE: 'ASC', ID: 'DESC' }, [13, 12, 11]],
  ])('orders by %j', async (ORDER, expected) => {
    expect(await ids({ ORDER })).toEqual(expected);
  });

  it('takes anything but arrays for nothing', async () => {
    expect(await ids({ SELECT: 'NAME', FILTER: 'ID', ORDER: 5 })).toEqual([11, 12, 13]);
  });
});
