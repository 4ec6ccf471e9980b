/** A checkout from the page to the paid payment, with an endpoint that calls the portal back. */
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../../portal/local/server.js';
import { handler, post, send, sendRaw, start } from '../portal.js';

const servers = new Set<Server>();
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers.clear();
});

/** An endpoint with one answer; gives its address and the bodies that it got. */
async function endpoint(answer: object) {
  const bodies: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      bodies.push(new URLSearchParams(body));
      response.end(JSON.stringify(answer));
    });
  });
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { bodies, url: `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/pay` };
}

/** A portal whose payment system 1 pays by that address. */
async function portalWith(ACTION_URI: string): Promise<LocalPortal> {
  const portal = await start();
  const CHECKOUT_DATA = { ACTION_URI, FIELDS: {} };
  await post(`${portal.webhook}/sale.paysystem.handler.add`, {
    ...handler('shop'),
    SETTINGS: { CODES: {}, CHECKOUT_DATA },
  });
  await post(`${portal.webhook}/sale.paysystem.add`, {
    NAME: 'Cards',
    BX_REST_HANDLER: 'shop',
    PERSON_TYPE_ID: 1,
    ENTITY_REGISTRY_TYPE: 'ORDER',
    ACTIVE: 'Y',
  });
  return portal;
}

async function tokenOf(portal: LocalPortal): Promise<string> {
  const { text } = await send(`${portal.url}/pay/201?paysystem=1`);
  return /name="b24pay-token" value="([0-9a-f]+)"/.exec(text)?.[1] ?? '';
}

async function submit(portal: LocalPortal, path: string): Promise<string> {
  const body = new URLSearchParams({ 'b24pay-token': await tokenOf(portal), paysystem: '1' });
  return (await send(`${portal.url}${path}`, { method: 'POST', headers: { origin: portal.url }, body })).text;
}

const CALL = '/pay/201/call?paysystem=1';

describe('a checkout on the whole portal', () => {
  it('calls the endpoint, links its payment page, remembers PAYMENT_ID and ends paid', async () => {
    const { url, bodies } = await endpoint({ payment_url: 'https://bank.test/9', payment_id: 'inv-9' });
    const portal = await portalWith(url);
    await submit(portal, '/pay/201/choose');
    const shown = await submit(portal, CALL);
    expect(shown).toContain('href="https://bank.test/9"');
    expect(shown).toMatch(/href="\/log#exchange-\d+"/);
    await submit(portal, CALL);
    const names = ['SUM', 'PAYMENT_ID', 'EXTERNAL_PAYMENT_ID'].map((name) => `BX_SYSTEM_PARAMS[${name}]`);
    expect(bodies.map((body) => names.map((name) => body.get(name)))).toEqual([
      ['1990', '201', null],
      ['1990', '201', 'inv-9'],
    ]);

    const paid = await post(`${portal.webhook}/sale.paysystem.pay.payment`, { PAYMENT_ID: 201, PAY_SYSTEM_ID: 1 });
    expect(paid).toMatchObject({ body: { result: true } });
    expect((await send(`${portal.url}/pay/201?paysystem=1`)).text).toContain('This payment is paid.');
  });

  it('shows what the buyer reads when nothing usable comes back', async () => {
    const { url } = await endpoint({ PAYMENT_ERRORS: 'Not a list' });
    expect(await submit(await portalWith(url), CALL)).toContain('Error registering order in payment system');
  });

  it('has a form token that opens nothing else', async () => {
    const portal = await portalWith('https://shop.test/');
    const headers = { authorization: `Bearer ${await tokenOf(portal)}` };
    expect(await send(portal.control.url, { headers })).toMatchObject({ status: 401 });
    expect((await send(`${portal.url}/pay/201?paysystem=1`)).text).not.toContain(portal.control.token);
  });

  it('refuses bodies of more than 10 MB', async () => {
    const portal = await portalWith('https://shop.test/');
    const headers = { origin: portal.url, 'content-type': 'application/x-www-form-urlencoded' };
    const body = `b24pay-token=${await tokenOf(portal)}&x=${'x'.repeat(10 * 1024 * 1024)}`;
    for (const path of [CALL, '/pay/201/report?paysystem=1', '/pay/201/choose']) {
      const refused = await sendRaw(`${portal.url}${path}`, { method: 'POST', headers, body });
      expect([refused.status, refused.text]).toEqual([413, expect.stringContaining('REQUEST_TOO_LARGE')]);
    }
  });
});
