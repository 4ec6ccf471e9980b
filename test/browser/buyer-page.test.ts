// The buyer's page in a real browser, against the sample endpoints and against endpoints that do something wrong.
import { describe, expect, it } from 'vitest';
import { addPaySystem, addPayment, ask, openShop, paymentOf } from '../portal/samples/shop.js';
import { start } from '../portal/local/portal.js';
import { page, picture, serve, type FixedAnswer } from './one-page.js';

describe('a payment is paid end to end', () => {
  it('by a form', async () => {
    const shop = await openShop('form');
    await page.goto(shop.pageUrl);
    await picture('page-form');
    await page.locator('#buyer').getByRole('button', { name: 'Pay' }).click();
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.locator('#paid').waitFor();
    expect(page.url()).toContain(`/pay/${shop.paymentId}`);
    expect(await paymentOf(shop)).toMatchObject({ paid: 'Y' });
    await picture('page-paid');
  });

  it('by a checkout, after the origin was agreed to', async () => {
    const shop = await openShop('checkout');
    await page.goto(shop.pageUrl);
    expect(await page.locator('#origin').innerText()).toBe(new URL(shop.url).origin);
    await page.getByRole('button', { name: 'Call the endpoint' }).click();
    await picture('page-checkout');
    await page.locator('#buyer').getByRole('link', { name: 'Pay' }).click();
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.locator('#paid').waitFor();
    expect(await paymentOf(shop)).toMatchObject({ paid: 'Y' });
    await page.goto(`${shop.portal.url}/log`);
    await page.locator('details.entry', { hasText: 'The buyer gets a Pay link' }).first().waitFor();
    await picture('page-log');
  });

  it('in a frame', async () => {
    const shop = await openShop('iframe');
    await page.goto(shop.pageUrl);
    await page.getByRole('button', { name: 'Show the frame' }).click();
    const frame = page.frameLocator('#rest-payment-frame');
    await frame.getByRole('button', { name: 'Pay' }).waitFor();
    await picture('page-frame');
    await frame.getByRole('button', { name: 'Pay' }).click();
    await page.locator('#paid').waitFor();
    expect(await paymentOf(shop)).toMatchObject({ paid: 'Y' });
  });
});

/** A payment whose endpoint answers like that; gives the address of its page. */
async function wrongShop(mode: 'CHECKOUT_DATA' | 'IFRAME_DATA', answer: FixedAnswer): Promise<string> {
  const ACTION_URI = `${await serve(answer)}/pay`;
  const portal = await start();
  const SETTINGS = { CODES: {}, [mode]: { ACTION_URI } };
  await ask(portal, 'sale.paysystem.handler.add', { NAME: 'Wrong', CODE: 'wrong', SETTINGS });
  return (await addPayment(portal, await addPaySystem(portal, 'wrong'))).pageUrl;
}

describe('what goes wrong is explained', () => {
  const ERRORS = JSON.stringify({ PAYMENT_ERRORS: ['The card is refused'] });

  it.each([
    [
      'a status that is not 200',
      { status: 400, body: ERRORS },
      'PAYMENT_ERRORS was lost: the status of the answer is 400',
    ],
    ['no PAYMENT_URL', { body: '{"PAYMENT_ID": "1"}' }, 'PAYMENT_URL is missing in the answer'],
    ['a web page', { body: '<!DOCTYPE html><h1>Oops</h1>' }, 'The answer is a web page, not JSON'],
    ['a text for a list', { body: '{"PAYMENT_ERRORS": "no"}' }, 'PAYMENT_ERRORS is not a list'],
    ['a redirect', { status: 302, headers: { Location: 'https://bank.test/' }, body: '' }, 'The answer is a redirect'],
    ['errors to show', { body: ERRORS }, 'The buyer reads "The card is refused".'],
  ] as const)('%s', async (_what, answer, sentence) => {
    await page.goto(await wrongShop('CHECKOUT_DATA', answer));
    await page.getByRole('button', { name: 'Call the endpoint' }).click();
    await page.getByText(sentence).first().waitFor();
  });

  it.each([
    ['X-Frame-Options', { 'X-Frame-Options': 'DENY' }],
    ['frame-ancestors', { 'Content-Security-Policy': "frame-ancestors 'none'" }],
  ])('a frame that %s refuses', async (name, headers) => {
    const url = await wrongShop('IFRAME_DATA', { headers, body: '<h1>Bank</h1>' });
    await page.goto(url);
    await page.getByRole('button', { name: 'Show the frame' }).click();
    await page.getByRole('status').getByText('The buyer sees an empty frame.').waitFor();
    expect(await page.getByRole('status').innerText()).toContain(name);
    await picture(`page-frame-${name}`);
    await page.getByRole('link', { name: /^Exchange \d+ in the log$/ }).click();
    await page.locator('details.entry[open]', { hasText: name }).waitFor();
  });

  it('a frame that never answers', async () => {
    const url = await wrongShop('IFRAME_DATA', { headers: { 'Content-Type': 'text/html' }, body: '<h1>Bank</h1>' });
    await page.goto(url);
    await page.clock.install();
    await page.getByRole('button', { name: 'Show the frame' }).click();
    await page.frameLocator('#rest-payment-frame').getByRole('heading', { name: 'Bank' }).waitFor();
    const reported = page.waitForResponse((response) => response.url().includes('/report'));
    await page.clock.fastForward(60_000);
    await reported;
    await page.getByRole('status').getByText('The frame asked for no size within').waitFor();
  });
});

describe('the pages', () => {
  it('have the help of every setting at one distance, and texts level with their buttons', async () => {
    const types = [{ TYPE: 'STRING' }, { TYPE: 'STRING', MULTILINE: 'Y' }, { TYPE: 'ENUM', OPTIONS: { a: 'A' } }];
    const named = [...types, { TYPE: 'ENUM' }, undefined].map((INPUT, index) => [
      `CODE_${index}`,
      { NAME: 'A', INPUT },
    ]);
    const portal = await start();
    const SETTINGS = { CODES: Object.fromEntries(named) as object, FORM_DATA: { ACTION_URI: 'https://shop.test/' } };
    await ask(portal, 'sale.paysystem.handler.add', { NAME: 'All', CODE: 'all', SETTINGS });
    const { paymentId } = await addPayment(portal, await addPaySystem(portal, 'all'));
    await page.goto(`${portal.url}/pay/${paymentId}`);
    const middles = await page.evaluate<
      number[]
    >(`Array.from(document.querySelectorAll('form.row > :not([type=hidden])'), (part) => {
      const { top, bottom } = part.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    })`);
    expect(middles).toHaveLength(2);
    expect(middles[0]).toBe(middles[1]);
    await page.goto(`${portal.url}/settings/1`);
    const gaps = await page.evaluate<number[]>(`Array.from(document.querySelectorAll('.help'), (help) =>
      Math.round(help.getBoundingClientRect().top - help.previousElementSibling.getBoundingClientRect().bottom))`);
    expect(gaps).toEqual([6, 6, 6, 6, 6]);
  });
});
