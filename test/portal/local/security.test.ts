/** What keeps web pages and strangers out. */
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { control, handler, post, send, sendRaw, start } from './portal.js';

const LIST = 'sale.paysystem.handler.list';

let portal: LocalPortal;
let port: string;
beforeEach(async () => {
  portal = await start();
  ({ port } = new URL(portal.url));
});

const authorization = () => `Bearer ${portal.control.token}`;

describe('the host header', () => {
  it.each(['127.0.0.1:PORT', 'localhost:PORT', 'LOCALHOST:PORT', '[::1]:PORT'])('may be %s', async (host) => {
    const headers = { host: host.replace('PORT', port) };
    expect(await sendRaw(`${portal.webhook}/${LIST}`, { headers })).toMatchObject({ status: 200 });
    const controlled = await sendRaw(portal.control.url, { headers: { ...headers, authorization: authorization() } });
    expect(controlled.status).toBe(200);
  });

  it.each([
    'evil.test',
    'evil.test:PORT',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:1',
    '127.0.0.1.evil.test:PORT',
    '0.0.0.0:PORT',
    '10.0.0.1:PORT',
  ])('may not be %s', async (host) => {
    const headers = { host: host.replace('PORT', port), authorization: authorization() };
    for (const address of [`${portal.webhook}/${LIST}`, portal.control.url, portal.url, `${portal.url}/rest/batch`]) {
      const { status, text } = await sendRaw(address, { headers });
      expect(status).toBe(403);
      expect(text).toContain('WRONG_HOST');
    }
  });

  it('is not taken from a proxy’s word', async () => {
    const headers = { host: 'evil.test', 'x-forwarded-host': `127.0.0.1:${port}` };
    expect(await sendRaw(`${portal.webhook}/${LIST}`, { headers })).toMatchObject({ status: 403 });
  });
});

describe('the network', () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);

  it('cannot connect', async () => {
    for (const host of outside) {
      const outcome = await new Promise<string>((resolve) => {
        const socket = connect({ host, port: Number(port) });
        socket.on('connect', () => {
          resolve('connected');
          socket.destroy();
        });
        socket.on('error', () => {
          resolve('refused');
        });
      });
      expect(outcome).toBe('refused');
    }
  });
});

describe('the control interface', () => {
  it.each([undefined, '', 'Bearer', 'Bearer wrong', 'Basic TOKEN', 'TOKEN', 'Bearer TOKENx'])(
    'refuses the authorization %s',
    async (given) => {
      const value = given?.replace('TOKEN', portal.control.token);
      const headers = value === undefined ? {} : { authorization: value };
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const { status, headers: answered, text } = await sendRaw(portal.control.url, { method, headers });
        expect(status).toBe(401);
        expect(answered['www-authenticate']).toBe('Bearer');
        expect(text).not.toContain(portal.control.token);
      }
    },
  );

  it.each([
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('refuses %j even with the token', async (from) => {
    const body = JSON.stringify({ handlers: [{ ID: 1, ...handler('evil') }] });
    const headers = { ...from, authorization: authorization(), 'content-length': String(body.length) };
    for (const method of ['GET', 'PUT', 'OPTIONS']) {
      const { status, headers: answered } = await sendRaw(portal.control.url, { method, headers, body });
      expect(status).toBe(403);
      expect(Object.keys(answered).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect((await control(portal)).body).toMatchObject({ handlers: [] });
  });

  it('lets no browser cache the state or read it from elsewhere', async () => {
    const { headers } = await control(portal);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('does not open with a webhook code', async () => {
    const code = portal.webhook.split('/').at(-1) ?? '';
    expect(await sendRaw(portal.control.url, { headers: { authorization: `Bearer ${code}` } })).toMatchObject({
      status: 401,
    });
  });
});

describe('bodies', () => {
  const large = 'x'.repeat(10 * 1024 * 1024 + 1);

  it('of more than 10 MB are refused with an error that clients can read', async () => {
    const answer = await post(`${portal.webhook}/${LIST}`, large);
    expect(answer).toMatchObject({ status: 413, body: { error: 'REQUEST_TOO_LARGE' } });
    expect(await control(portal, large)).toMatchObject({ status: 413 });
  });

  it.each(['log/1/replay', 'settings/7'])('of a form are refused too: %s', async (path) => {
    const headers = { origin: portal.url, 'content-type': 'application/x-www-form-urlencoded' };
    expect(await sendRaw(`${portal.url}/${path}`, { method: 'POST', headers, body: large })).toMatchObject({
      status: 413,
    });
  });

  it('are counted when their length is not announced', async () => {
    const headers = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
    expect(await sendRaw(`${portal.webhook}/${LIST}`, { method: 'POST', headers, body: large })).toMatchObject({
      status: 413,
    });
  });

  it('are read when their length is not announced', async () => {
    const headers = { 'transfer-encoding': 'chunked', 'content-type': 'application/json' };
    const address = `${portal.webhook}/sale.paysystem.handler.add`;
    const body = JSON.stringify(handler('shop'));
    expect((await sendRaw(address, { method: 'POST', headers, body })).text).toContain('"result":1');
  });

  it('of just under 10 MB are read', async () => {
    const params = {
      ...handler('shop'),
      SETTINGS: { CODES: { A: { NAME: 'x'.repeat(9 * 1024 * 1024) } }, FORM_DATA: { ACTION_URI: 'x' } },
    };
    expect(await post(`${portal.webhook}/sale.paysystem.handler.add`, params)).toMatchObject({ body: { result: 1 } });
  });

  it.each(['['.repeat(2_000_000), '{"a":'.repeat(500_000)])('nested deeply do no harm', async (body) => {
    expect(await post(`${portal.webhook}/sale.paysystem.handler.add`, body)).toMatchObject({ status: 400 });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const form = `NAME${'[a]'.repeat(1_000_000)}=1`;
    expect(
      await send(`${portal.webhook}/sale.paysystem.handler.add`, { method: 'POST', headers, body: form }),
    ).toMatchObject({ status: 400 });
  });
});

describe('secrets', () => {
  it('are in no answer but the state', async () => {
    const code = portal.webhook.split('/').at(-1) ?? '';
    for (const path of [
      `rest/1/${code}/${LIST}`,
      `rest/1/${code}/nothing`,
      `rest/2/${code}/${LIST}`,
      code,
      'rest/batch',
    ]) {
      const { text, headers } = await send(`${portal.url}/${path}`);
      expect(text).not.toContain(code);
      expect(JSON.stringify([...headers])).not.toContain(code);
    }
  });
});
