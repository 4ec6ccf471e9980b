// The buttons of the exchange log in a real browser: what reaches the clipboard, and what the page shows.
import { beforeEach, describe, expect, it } from 'vitest';
import { control, send, start } from '../portal/local/portal.js';
import { page, picture } from './one-page.js';

const SECRET = 'top-secret-of-the-shop';

beforeEach(async () => {
  const portal = await start();
  const DEFAULT = { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: SECRET };
  // Nobody listens there: what was sent is all that counts.
  const CHECKOUT_DATA = { ACTION_URI: 'http://127.0.0.1:9/pay', FIELDS: { key: { CODE: 'API_SECRET' } } };
  await control(portal, {
    handlers: [
      {
        ID: 3,
        NAME: 'Shop',
        CODE: 'shop',
        SETTINGS: { CODES: { API_SECRET: { NAME: 'Key', DEFAULT } }, CHECKOUT_DATA },
      },
    ],
    paySystems: [{ ID: 7, ACTION_FILE: 'shop', NAME: 'Cards' }],
  });
  await send(`${portal.url}/.local/pay`, {
    method: 'POST',
    headers: { authorization: `Bearer ${portal.control.token}` },
    body: JSON.stringify({ paymentId: 201, paySystemId: 7 }),
  });
  await page.goto(`${portal.url}/log`);
  await page.locator('details.entry > summary').click();
});

const copyAsCurl = () => page.getByRole('button', { name: 'Copy as curl' }).click();

describe('Copy as curl', () => {
  it('copies the command with its secrets, and the page still hides them', async () => {
    await copyAsCurl();
    await page.getByRole('status').getByText('Copied.').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toMatch(/^curl /);
    expect(copied).toContain(SECRET);
    await picture('log-copied');
    expect(await page.content()).not.toContain(SECRET);
  });

  it('shows the command, selected, where the clipboard is out of reach', async () => {
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('denied'))");
    await copyAsCurl();
    await page.locator('pre.curl').waitFor();
    expect(await page.evaluate<string>('getSelection().toString()')).toContain(SECRET);
    expect(await page.getByText('Copied.').count()).toBe(0);
  });
});
