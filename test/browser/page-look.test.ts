// How the portal's pages look in a real browser.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { start } from '../portal/local/portal.js';
import { addPaySystem, addPayment, ask } from '../portal/samples/shop.js';
import { startBrowser } from '../vscode/host/browser.mjs';

let browser: Browser;
let page: Page;
const servers: Server[] = [];

beforeAll(async () => {
  ({ browser, page } = await startBrowser());
  page.setDefaultTimeout(30_000);
});
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});
afterAll(() => browser.close());

/** A server that answers everything alike; gives its origin. */
async function serve(body: string, type = 'text/html'): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': type });
    response.end(body);
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
}

const LONG = 'payment_service_with_a_long_code_of_a_single_word';
const CODES = {
  PHONE: {
    NAME: 'Phone',
    INPUT: { TYPE: 'STRING' },
    DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: '+7 900 000-00-00, in the evening' },
  },
  KEY: { NAME: 'Secret key', DESCRIPTION: 'In the account at the bank.', INPUT: { TYPE: 'STRING' } },
  TEST: { NAME: 'Test mode', INPUT: { TYPE: 'Y/N' } },
  // A portal shows an error in its place, and the local one a warning.
  TAX: { NAME: 'Tax', INPUT: { TYPE: 'ENUM' } },
  ORDER: { NAME: 'Order', DEFAULT: { PROVIDER_KEY: 'ORDER', PROVIDER_VALUE: 'ACCOUNT_NUMBER' } },
};
const HIDDEN = { order: { CODE: 'ORDER' }, key: { CODE: 'KEY' } };

type Mode = 'FORM_DATA' | 'CHECKOUT_DATA' | 'IFRAME_DATA';

/** A portal with a handler of long names and a payment for it. */
async function shop(mode: Mode, data: object) {
  const portal = await start();
  for (const code of ['first', 'second']) {
    const SETTINGS = { CODES: {}, FORM_DATA: { ACTION_URI: 'https://shop.test/' } };
    await ask(portal, 'sale.paysystem.handler.add', { NAME: `The ${code} shop`, CODE: code, SETTINGS });
  }
  const NAME = 'A payment service with quite a long name that somebody chose for it';
  await ask(portal, 'sale.paysystem.handler.add', { NAME, CODE: LONG, SETTINGS: { CODES, [mode]: data } });
  const paySystemId = await addPaySystem(portal, LONG);
  return { portal, paySystemId, ...(await addPayment(portal, paySystemId)) };
}

const checkout = async (answer: object) =>
  shop('CHECKOUT_DATA', {
    ACTION_URI: `${await serve(JSON.stringify(answer), 'application/json')}/a/long/path/to/the/checkout/of/payments`,
    FIELDS: HIDDEN,
  });

async function callEndpoint(pageUrl: string): Promise<void> {
  await page.goto(pageUrl);
  await page.locator('#buyer button').click();
  await page.locator('#verdict .state').waitFor();
}

const PAID = { PAYMENT_URL: 'https://bank.test/pay/1', PAYMENT_ID: '1' };
const REFUSED = { PAYMENT_ERRORS: ['The card is refused', 'Ask your bank'] };

it('good and bad are told by more than a colour', async () => {
  const signs = () =>
    page.evaluate<string[]>(
      "[...document.querySelectorAll('.state, .warn')].map((one) => getComputedStyle(one, '::before').content)",
    );
  await callEndpoint((await checkout(PAID)).pageUrl);
  expect(await signs()).toEqual([expect.stringContaining('✓')]);
  const { pageUrl, portal, paySystemId } = await checkout(REFUSED);
  await callEndpoint(pageUrl);
  expect(await signs()).toEqual([expect.stringContaining('✕')]);
  await page.goto(`${portal.url}/log`);
  expect(await signs()).toEqual([expect.stringContaining('✕')]);
  await page.goto(`${portal.url}/settings/${paySystemId}`);
  expect(await signs()).toEqual([expect.stringContaining('⚠')]);
});
