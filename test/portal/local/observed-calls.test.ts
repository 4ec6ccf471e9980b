/** What the portal tells of the REST calls it answers. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ObservedCall } from '../../../portal/local/rest/observe.js';
import type { LocalPortal } from '../../../portal/local/server.js';
import { control, handler, post, send, start } from './portal.js';

let calls: ObservedCall[];
let portal: LocalPortal;
beforeEach(async () => {
  calls = [];
  portal = await start({
    onCall: (call) => {
      calls.push(call);
    },
  });
});

describe('an observer', () => {
  it('sees a call as it went over the wire', async () => {
    const address = `${portal.webhook}/sale.paysystem.handler.add?extra=1`;
    const body = JSON.stringify(handler('shop'));
    const { text } = await post(address, body);
    expect(calls).toEqual([
      {
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
        method: 'POST',
        url: address,
        headers: expect.arrayContaining([['content-type', 'application/json']]) as unknown,
        body,
        status: 200,
        answer: text,
        milliseconds: expect.any(Number) as number,
      },
    ]);
    expect(calls[0]?.milliseconds).toBeGreaterThan(0);
  });

  it('sees the beginning of a long answer, and the log says so', async () => {
    const handlers = [{ ID: 1, NAME: 'Shop', CODE: 'shop', SETTINGS: { CODES: { A: { NAME: 'Ы'.repeat(70_000) } } } }];
    await control(portal, { handlers });
    await send(`${portal.webhook}/sale.paysystem.handler.list`);
    await send(`${portal.webhook}/profile`);
    expect(calls.map(({ isCut }) => isCut)).toEqual([true, undefined]);
    expect(Buffer.byteLength(calls[0]?.answer ?? '')).toBeLessThanOrEqual(128 * 1024 + 3);
    const { text } = await send(`${portal.url}/log`);
    expect(text.split('The answer goes on; the log keeps its beginning only.')).toHaveLength(2);
  });

  it('sees calls that are refused', async () => {
    await send(`${portal.url}/rest/sale.nothing`);
    const { text } = await send(`${portal.url}/rest/1/wrong/profile.xml`);
    expect(calls).toMatchObject([
      { method: 'GET', status: 404, body: '' },
      { status: 401, answer: text },
    ]);
  });

  it('sees a batch as one call', async () => {
    await post(`${portal.webhook}/batch`, { cmd: { a: 'scope', b: 'profile' } });
    expect(calls).toHaveLength(1);
  });

  it('is not told of anything else', async () => {
    await send(portal.url);
    await control(portal);
    await send(`${portal.webhook}/profile`, { method: 'OPTIONS' });
    expect(calls).toEqual([]);
  });
});
