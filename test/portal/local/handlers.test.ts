/** The handler methods beyond the recorded answers: numbering, limits of the table, ownership. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { control, handler, post, send, start, type Answer } from './portal.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start();
});

const call = (method: string, params: unknown): Promise<Answer> =>
  post(`${portal.webhook}/sale.paysystem.handler.${method}`, params);

describe('handler.add', () => {
  it('numbers handlers and never gives a number twice', async () => {
    expect(await call('add', handler('a'))).toMatchObject({ body: { result: 1 } });
    expect(await call('add', handler('b'))).toMatchObject({ body: { result: 2 } });
    expect(await call('delete', { ID: 2 })).toMatchObject({ body: { result: true } });
    expect(await call('add', handler('c'))).toMatchObject({ body: { result: 3 } });
    await control(portal, { handlers: [] });
    expect(await call('add', handler('d'))).toMatchObject({ body: { result: 1 } });
  });

  it.each(['SHOP', 'shop ', 'Shop  '])('finds the code shop taken by "%s"', async (code) => {
    await call('add', handler('shop'));
    expect(await call('add', handler(code))).toMatchObject({
      status: 400,
      body: { error: 'ERROR_HANDLER_ALREADY_EXIST' },
    });
  });

  it.each([' shop', 'shop\n', 'schop'])('takes "%s" for another code than shop', async (code) => {
    await call('add', handler('shop'));
    expect(await call('add', handler(code))).toMatchObject({ body: { result: 2 } });
  });

  it('refuses texts wider than the table, and counts characters', async () => {
    const wide = { ...handler('к'.repeat(51)), NAME: '😀'.repeat(256) };
    const { status, body } = await call('add', wide);
    expect(status).toBe(400);
    expect(body).toEqual({
      error: 'ERROR_HANDLER_ADD',
      error_description:
        'The length of "NAME" should not exceed 255 characters.\nThe length of "CODE" should not exceed 50 characters.',
    });
    expect(await call('add', { ...handler('к'.repeat(50)), NAME: '😀'.repeat(255) })).toMatchObject({
      body: { result: 1 },
    });
  });

  it('checks the code before the widths', async () => {
    await call('add', handler('shop'));
    expect(await call('add', { ...handler('shop'), NAME: 'x'.repeat(256) })).toMatchObject({
      body: { error: 'ERROR_HANDLER_ALREADY_EXIST' },
    });
  });

  it('takes SORT 0 for 0, and none or null for 100', async () => {
    for (const [code, SORT] of [
      ['a', 0],
      ['b', null],
      ['c', '0'],
    ])
      await call('add', { ...handler(String(code)), SORT });
    await call('add', handler('d'));
    const { body } = await call('list', {});
    expect(body).toMatchObject({ result: [{ SORT: 0 }, { SORT: 100 }, { SORT: 0 }, { SORT: 100 }] });
  });

  it('keeps whole numbers exact', async () => {
    const json = `{"NAME":12345678901234567890,"CODE":9007199254740993,"SETTINGS":{"CODES":{"A":9007199254740993},"FORM_DATA":{"ACTION_URI":1}}}`;
    await post(`${portal.webhook}/sale.paysystem.handler.add`, json);
    const { text } = await call('list', {});
    expect(text).toContain('"NAME":"1.2345678901235E+19","CODE":"9007199254740993"');
    expect(text).toContain('"A":9007199254740993');
  });
});

describe('handler.update', () => {
  beforeEach(async () => {
    await control(portal, {
      applications: [
        { clientId: 'app.1', accessToken: 'one', rights: 'admin' },
        { clientId: 'app.2', accessToken: 'two', rights: 'admin' },
      ],
      handlers: [
        { ID: 3, ...handler('a'), SORT: 5, APP_ID: 'app.1' },
        { ID: 4, ...handler('b'), SORT: 5, APP_ID: null },
      ],
    });
  });

  const rows = async (): Promise<unknown> => ((await control(portal)).body as { handlers: unknown }).handlers;

  it('changes what FIELDS names, in any letter case, and nothing else', async () => {
    const fields = { ID: 9, name: 'New', SORT: '12x', UNKNOWN: 1 };
    expect(await call('update', { id: '3 ', fields })).toMatchObject({ status: 200, body: { result: true } });
    expect(await rows()).toMatchObject([
      { ID: 3, NAME: 'New', CODE: 'a', SORT: 12, APP_ID: 'app.1' },
      { ID: 4, CODE: 'b' },
    ]);
  });

  it('changes nothing with empty FIELDS', async () => {
    const before = await rows();
    expect(await call('update', { ID: 3, FIELDS: {} })).toMatchObject({ body: { result: true } });
    expect(await rows()).toEqual(before);
  });

  it('stores whatever SETTINGS it gets in place of the old ones', async () => {
    for (const SETTINGS of ['text', 5, null, { CLIENT_TYPE: 'wrong' }, ['a']]) {
      expect(await call('update', { ID: 3, FIELDS: { SETTINGS } })).toMatchObject({ body: { result: true } });
      expect(await rows()).toMatchObject([{ SETTINGS }, {}]);
    }
  });

  it('can hand a handler over to another application', async () => {
    expect(await call('update', { ID: 3, FIELDS: { APP_ID: 'app.2' } })).toMatchObject({ body: { result: true } });
    expect(await rows()).toMatchObject([{ APP_ID: 'app.2' }, {}]);
    const asFirst = `${portal.url}/rest/sale.paysystem.handler.update?auth=one`;
    expect(await post(asFirst, { ID: 3, FIELDS: {} })).toMatchObject({ status: 403, body: { error: 'ACCESS_DENIED' } });
    expect(await post(asFirst, { ID: 4, FIELDS: {} })).toMatchObject({ status: 200 });
  });

  it('looks for a taken code under its upper-case name; the database catches the rest', async () => {
    expect(await call('update', { ID: 3, FIELDS: { CODE: 'B ' } })).toMatchObject({
      status: 400,
      body: { error: 'ERROR_HANDLER_ALREADY_EXIST', error_description: 'Handler already exists!' },
    });
    expect(await call('update', { ID: 3, FIELDS: { code: 'B ' } })).toMatchObject({
      status: 500,
      body: { error: 'ERROR_CORE', error_description: 'SQL query error!' },
    });
    expect(await call('update', { ID: 3, FIELDS: { CODE: 'A' } })).toMatchObject({ body: { result: true } });
  });

  it('refuses what is wider than the table', async () => {
    expect((await call('update', { ID: 3, FIELDS: { code: 'x'.repeat(51) } })).body).toEqual({
      error: 'ERROR_HANDLER_UPDATE',
      error_description: 'The length of "CODE" should not exceed 50 characters.',
    });
  });

  it('does not complain about a text that it does not change', async () => {
    await control(portal, { handlers: [{ ID: 3, ...handler('x'.repeat(60)) }] });
    expect(await call('update', { ID: 3, FIELDS: { SORT: 1 } })).toMatchObject({ body: { result: true } });
  });

  it.each([undefined, null, 'abc', '', 0, 99, [3], {}, true])('finds no handler with the ID %j', async (ID) => {
    expect(await call('update', { ID, FIELDS: {} })).toMatchObject({
      status: 400,
      body: { error: 'ERROR_HANDLER_NOT_FOUND' },
    });
    expect(await call('delete', { ID })).toMatchObject({ status: 400, body: { error: 'ERROR_HANDLER_NOT_FOUND' } });
  });

  it.each(['3abc', 3.9, ' 3', '3e0'])('finds handler 3 by the ID %j', async (ID) => {
    expect(await call('update', { ID, FIELDS: {} })).toMatchObject({ body: { result: true } });
  });
});

describe('handler.delete', () => {
  it('refuses while a payment system uses the handler, whatever the letter case', async () => {
    const paySystems = [{ ID: '7', NAME: 'Shop', ACTION_FILE: 'ШОП' }];
    await control(portal, { handlers: [{ ID: 3, ...handler('шоп') }], paySystems });
    const { status, body } = await call('delete', { ID: 3 });
    expect(status).toBe(400);
    expect(body).toEqual({
      error: 'ERROR_PAY_SYSTEM_DELETE',
      error_description: 'Pay system with handler ШОП exists!',
    });
    expect((await control(portal)).body).toMatchObject({ handlers: [{ ID: 3 }], paySystems });
  });
});

describe('handler.list', () => {
  it('shows every handler, without its application, whatever is asked', async () => {
    await control(portal, {
      handlers: Array.from({ length: 60 }, (_, index) => ({
        ID: index + 1,
        ...handler(`code${index}`),
        APP_ID: 'app.9',
      })),
    });
    const { body } = await send(`${portal.webhook}/sale.paysystem.handler.list?start=50&filter[ID]=1&order[ID]=DESC`);
    const { result } = body as { result: unknown[] };
    expect(result).toHaveLength(60);
    expect(result[0]).toEqual({
      ID: 1,
      SORT: 100,
      ...handler('code0'),
      SETTINGS: { CODES: [], FORM_DATA: { ACTION_URI: 'https://shop.test/' } },
    });
  });
});
