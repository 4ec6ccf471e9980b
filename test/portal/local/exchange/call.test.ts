/** One HTTP call: what goes over the wire, and why no answer comes. */
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { call, type Patience } from '../../../../portal/local/exchange/call.js';
import { always, serve, serveSecurely } from './endpoint.js';

const get = (url: string, patience?: Patience) => call({ method: 'GET', url, headers: [], body: '' }, patience);

const servers = new Set<Server>();
afterEach(() => {
  for (const server of servers) server.close();
  servers.clear();
});

/** A server that speaks no HTTP. Gives host and port. */
async function listenRaw(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    // What the other side does to its end is its own affair.
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

describe('a call', () => {
  it('tells exactly what it sent', async () => {
    const { url, got } = await serve(always(200, 'ok'));
    const { request, failure } = await call({
      method: 'POST',
      url: `${url}/a?b=1`,
      headers: [['Content-Type', 'text/plain']],
      body: 'é',
    });
    expect(failure).toBeUndefined();
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ method: 'POST', path: '/a?b=1', body: 'é' });
    expect(got[0]?.rawHeaders).toEqual(request.headers.flat());
    expect(got[0]?.headers).toMatchObject({
      host: url.slice('http://'.length),
      'content-length': '2',
      connection: 'close',
    });
  });

  it('brings back status, headers in their spelling, and body', async () => {
    const { url } = await serve((response) => {
      response.writeHead(418, { 'X-Shop': 'a' });
      response.end('short');
    });
    const { response } = await get(url);
    expect(response).toMatchObject({ status: 418, body: 'short' });
    expect(response?.headers).toContainEqual(['X-Shop', 'a']);
    expect(response).not.toHaveProperty('isCut');
    expect(response).not.toHaveProperty('isBroken');
  });

  it('measures how long the answer took', async () => {
    let held = 0;
    const { url } = await serve((response) => {
      const came = performance.now();
      setTimeout(() => {
        held = performance.now() - came;
        response.end();
      }, 30);
    });
    const began = performance.now();
    const { milliseconds } = await get(url);
    expect(milliseconds).toBeGreaterThanOrEqual(Math.floor(held));
    expect(milliseconds).toBeLessThanOrEqual(Math.ceil(performance.now() - began));
    expect(held).toBeGreaterThan(20);
  });

  it('follows no redirect', async () => {
    const { url, got } = await serve(always(302, '', { location: '/other' }));
    expect((await get(url)).response).toMatchObject({ status: 302 });
    expect(got).toHaveLength(1);
  });

  it('keeps a byte order mark and says what is not UTF-8', async () => {
    const { url } = await serve((response, { path }) => {
      response.end(path === '/mark' ? '\ufeff{}' : Buffer.from([0x7b, 0xe9, 0x7d]));
    });
    expect((await get(`${url}/mark`)).response).toMatchObject({ body: '\ufeff{}' });
    expect((await get(`${url}/latin`)).response).toMatchObject({ body: '{\ufffd}', isBroken: true });
  });

  it('reads one megabyte and no more', async () => {
    const { url } = await serve((response, { path }) => {
      response.end('a'.repeat(1024 * 1024 + (path === '/long' ? 1 : 0)));
    });
    const fits = await get(`${url}/fits`);
    expect(fits.response?.body).toHaveLength(1024 * 1024);
    expect(fits.response).not.toHaveProperty('isCut');
    const long = await get(`${url}/long`);
    expect(long.response?.body).toHaveLength(1024 * 1024);
    expect(long.response).toMatchObject({ isCut: true });
  });
});

describe('no answer', () => {
  it('because nobody listens', async () => {
    const { url, stop } = await serve(always(200, ''));
    await stop();
    expect(await get(url)).toMatchObject({ response: null, failure: { kind: 'refused' } });
  });

  it('because nobody listens on any address of the name', async () => {
    const { url, stop } = await serve(always(200, ''));
    await stop();
    const port = new URL(url).port;
    expect(await get(`http://localhost:${port}/`)).toMatchObject({ failure: { kind: 'refused' } });
  });

  it('because there is no such host', async () => {
    expect(await get('http://shop.invalid/')).toMatchObject({ response: null, failure: { kind: 'unknown-host' } });
  });

  it('because the certificate is not trusted', async () => {
    const { url, got } = await serveSecurely(always(200, ''));
    const failure = { kind: 'tls', message: 'DEPTH_ZERO_SELF_SIGNED_CERT' };
    expect(await get(url)).toMatchObject({ response: null, failure });
    expect(got).toEqual([]);
  });

  it('because the other side speaks no https', async () => {
    const { url } = await serve(always(200, ''));
    expect(await get(url.replace('http:', 'https:'))).toMatchObject({ failure: { kind: 'tls' } });
  });

  it('because the connection is lost before or in the middle of it', async () => {
    const { url } = await serve((response, { path }) => {
      if (path === '/middle') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half');
      }
      response.socket?.destroySoon();
    });
    expect(await get(`${url}/before`)).toMatchObject({ response: null, failure: { kind: 'dropped' } });
    expect(await get(`${url}/middle`)).toMatchObject({ response: null, failure: { kind: 'dropped' } });
  });

  it('in time', async () => {
    const { url } = await serve((response, { path }) => {
      // Begins, and never ends.
      if (path === '/middle') response.write('half');
    });
    const patience = { readTimeout: 100 };
    const failure = { kind: 'timeout', message: 'no answer after 0.1 s' };
    expect(await get(`${url}/before`, patience)).toMatchObject({ response: null, failure });
    expect(await get(`${url}/middle`, patience)).toMatchObject({ response: null, failure });
  });

  it('because no secure connection comes about in time', async () => {
    const sockets = new Set<Socket>();
    const host = await listenRaw((socket) => sockets.add(socket));
    const failure = { kind: 'timeout', message: 'no connection after 0.1 s' };
    expect(await get(`https://${host}/`, { connectTimeout: 100 })).toMatchObject({ response: null, failure });
    for (const socket of sockets) socket.destroy();
  });

  it('that is HTTP', async () => {
    const host = await listenRaw((socket) => socket.end('220 mail.test ESMTP\r\n'));
    expect(await get(`http://${host}/`)).toMatchObject({ response: null, failure: { kind: 'other' } });
  });

  it.each(['', 'shop.test/pay', '/pay', 'ftp://shop.test/', 'javascript:alert(1)', 'http://'])(
    'because %j is no address for it',
    async (url) => {
      expect(await get(url)).toMatchObject({ response: null, failure: { kind: 'invalid-address' }, milliseconds: 0 });
    },
  );
});
