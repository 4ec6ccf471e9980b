/** What callers can learn about themselves. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { post, send, start } from './portal.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start({
    state: {
      webhooks: [
        { user: 5, code: 'five', rights: 'admin' },
        { user: 6, code: 'six', rights: 'none' },
      ],
      applications: [{ clientId: 'app.1', accessToken: 'one', rights: 'admin' }],
    },
  });
});

async function resultOf(method: string, params: unknown = {}): Promise<Record<string, unknown>> {
  return (await post(`${portal.webhook}/${method}`, params)).body as Record<string, unknown>;
}

describe('who is calling', () => {
  it('profile says', async () => {
    expect(await resultOf('profile')).toMatchObject({ result: { ID: '5', ADMIN: true } });
    expect((await post(`${portal.url}/rest/6/six/profile`, {})).body).toMatchObject({
      result: { ID: '6', ADMIN: false },
    });
    expect((await send(`${portal.url}/rest/profile?auth=one`)).body).toMatchObject({
      result: { ID: '1', ADMIN: true },
    });
  });

  it('app.info says, to applications', async () => {
    expect((await send(`${portal.url}/rest/app.info?auth=one`)).body).toMatchObject({
      result: { ID: 1, CODE: 'app.1', STATUS: 'L', INSTALLED: true, DAYS: null },
    });
    expect(await post(`${portal.webhook}/app.info`, {})).toMatchObject({
      status: 400,
      body: { error: 'ACCESS_DENIED', error_description: 'Access denied! Application context required' },
    });
  });

  it('scope and methods say what there is', async () => {
    expect(await resultOf('scope')).toMatchObject({ result: ['crm', 'pay_system', 'sale'] });
    const { result } = await resultOf('methods');
    expect(result).toEqual(
      expect.arrayContaining(['batch', 'profile', 'sale.paysystem.handler.add', 'sale.order.get']),
    );
    expect(await resultOf('methods', { scope: 'crm' })).toMatchObject({
      result: ['crm.persontype.list', 'crm.currency.list'],
    });
    expect(await resultOf('methods', { scope: 'pay_system' })).toMatchObject({
      result: expect.arrayContaining(['sale.paysystem.handler.add']) as unknown,
    });
    expect((await resultOf('methods', { scope: '' })).result).toEqual(expect.arrayContaining(['batch', 'scope']));
    expect(await resultOf('methods', { scope: 'none' })).toMatchObject({ result: [] });
  });
});
