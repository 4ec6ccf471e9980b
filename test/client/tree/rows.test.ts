/** The rows of the view of portals. */
import { describe, expect, it } from 'vitest';
import { contextOf, handlerRows, noteRow, portalRows, type Row } from '../../../client/tree/rows.js';

const acme = { id: 'https://acme.bitrix24.com/rest/1/•••', name: 'acme.bitrix24.com' };
const shop = { id: 'https://shop.bitrix24.com/rest/1/•••', name: 'shop.bitrix24.com' };
const NOTHING = { saved: [], chosen: undefined, localUrl: undefined };
const LOCAL_URL = 'http://127.0.0.1:4567';
const HANDLER = { ID: 5, NAME: 'My shop', CODE: 'my_shop', SORT: 100, SETTINGS: {} };

const shown = (rows: readonly Row[]) => rows.map(({ label, description }) => [label, description]);

describe('portals', () => {
  it('are none while nothing is saved and nothing runs, unless the local one is chosen', () => {
    expect(portalRows(NOTHING)).toEqual([]);
    expect(shown(portalRows({ ...NOTHING, chosen: 'local' }))).toEqual([['Local portal', 'chosen · stopped']]);
  });

  it('are the saved ones in their order, and the local one', () => {
    expect(shown(portalRows({ ...NOTHING, saved: [shop, acme] }))).toEqual([
      ['shop.bitrix24.com', ''],
      ['acme.bitrix24.com', ''],
      ['Local portal', 'stopped'],
    ]);
  });

  it('say which one the workspace registers on, and where the local one runs', () => {
    expect(shown(portalRows({ saved: [acme, shop], chosen: shop.id, localUrl: LOCAL_URL }))).toEqual([
      ['acme.bitrix24.com', ''],
      ['shop.bitrix24.com', 'chosen'],
      ['Local portal', '127.0.0.1:4567'],
    ]);
    const [local] = portalRows({ ...NOTHING, chosen: 'local', localUrl: LOCAL_URL });
    expect(local).toMatchObject({ chosen: true, description: 'chosen · 127.0.0.1:4567' });
    expect(local?.hover).toEqual(['Local portal', LOCAL_URL, 'Handlers of this workspace are registered here.']);
  });

  it('tell two users of one portal apart, without their codes', () => {
    const other = { ...acme, id: acme.id.replace('/1/', '/7/') };
    expect(shown(portalRows({ ...NOTHING, saved: [acme, other, shop], chosen: other.id }))).toEqual([
      [acme.name, 'user 1'],
      [acme.name, 'chosen · user 7'],
      [shop.name, ''],
      ['Local portal', 'stopped'],
    ]);
  });

  it('say by the icon what a narrow side bar cuts off', () => {
    const icons = (chosen: string, localUrl?: string) =>
      portalRows({ saved: [acme], chosen, localUrl }).map(({ icon }) => icon);
    expect(icons(acme.id)).toEqual(['check', 'vm']);
    expect(icons('local')).toEqual(['globe', 'check']);
    expect(icons('', LOCAL_URL)).toEqual(['globe', 'vm-running']);
  });

  it('open, but for a local one that is stopped', () => {
    const opens = (localUrl: string | undefined) =>
      portalRows({ saved: [acme], chosen: undefined, localUrl }).map((row) => row.opens);
    expect(opens(undefined)).toEqual([true, false]);
    expect(opens(LOCAL_URL)).toEqual([true, true]);
  });

  it('carry what their commands ask for', () => {
    const rows = portalRows({ ...NOTHING, saved: [acme] });
    expect(rows.map(({ row, portal }) => [row, portal])).toEqual([
      ['saved', acme.id],
      ['local', 'local'],
    ]);
  });
});

describe('handlers', () => {
  it('are shown by name, with code and ID', () => {
    const [row] = handlerRows(acme.id, [HANDLER]);
    expect(row).toMatchObject({ row: 'handler', portal: acme.id, label: 'My shop', description: 'my_shop · ID 5' });
    expect(row?.hover).toEqual(['NAME: My shop', 'CODE: my_shop', 'ID: 5', 'SORT: 100']);
  });

  it('keep the order of the portal, and have IDs of their own', () => {
    const rows = [...handlerRows(acme.id, [{ ...HANDLER, ID: 9 }, HANDLER]), ...handlerRows(shop.id, [HANDLER])];
    expect(rows.map(({ description }) => description)).toEqual(['my_shop · ID 9', 'my_shop · ID 5', 'my_shop · ID 5']);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
  });

  it.each([
    [{ NAME: ' ' }, ['my_shop', 'my_shop · ID 5']],
    [{ NAME: '', CODE: '' }, ['(no name)', 'ID 5']],
    [{ CODE: '' }, ['My shop', 'ID 5']],
  ])('have a label with %o too', (change, expected) => {
    expect(shown(handlerRows(acme.id, [{ ...HANDLER, ...change }]))).toEqual([expected]);
  });

  it('are said to be none', () => {
    const label = 'No handlers yet. Register one.';
    const hover = [label, 'Open a manifest and choose "Register on Portal".'];
    expect(handlerRows(acme.id, [])).toEqual([{ ...noteRow(acme.id, label, 'info'), hover }]);
  });

  it('carry their code as the portal has it, where there is one to copy', () => {
    const codes = handlerRows(acme.id, [
      { ...HANDLER, CODE: 'My  Shop ' },
      { ...HANDLER, CODE: ' ' },
    ]);
    expect(codes.map(({ code }) => code)).toEqual(['My  Shop ', undefined]);
  });
});

it('menus tell rows apart by what they are, whether they are chosen, and whether there is a code', () => {
  const rows = [
    ...portalRows({ saved: [acme, shop], chosen: shop.id, localUrl: LOCAL_URL }),
    ...handlerRows(acme.id, [HANDLER, { ...HANDLER, CODE: '' }]),
    ...handlerRows(shop.id, []),
  ];
  expect(rows.map(contextOf)).toEqual(['saved', 'saved chosen', 'local', 'handler code', 'handler', 'note']);
});
