// Trying a payment without leaving the editor: the buyer's page beside the manifest, the log under it.
// The tests are the steps of one story and run in this order.
import type { Frame, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startEndpoint, type Endpoint } from './endpoint.js';
import { clickLens, lineWith, openFile, pick, runCommand, trustFolder } from './user.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** A checkout that asks for nothing. */
const manifestFor = (endpoint: string) => `{
  "NAME": "Tried shop",
  "CODE": "tried_shop",
  "SETTINGS": {
    "CURRENCY": ["RUB"],
    "CHECKOUT_DATA": {
      "ACTION_URI": "${endpoint}/checkout",
      "FIELDS": {
        "order": { "CODE": "ORDER_NUMBER" },
        "key": { "CODE": "SHOP_SECRET" }
      }
    },
    "CODES": {
      "ORDER_NUMBER": {
        "NAME": "Order number",
        "DEFAULT": { "PROVIDER_KEY": "ORDER", "PROVIDER_VALUE": "ACCOUNT_NUMBER" }
      },
      "SHOP_SECRET": { "NAME": "Secret key", "INPUT": { "TYPE": "STRING" } }
    }
  }
}
`;

describe('a developer', () => {
  let workbench: Workbench;
  let endpoint: Endpoint;

  beforeAll(async () => {
    endpoint = await startEndpoint();
    workbench = await openWorkbench(
      { 'editor.minimap.enabled': false },
      { 'tried.b24pay.json': manifestFor(endpoint.url) },
    );
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });
  afterAll(async () => {
    await workbench.close();
    endpoint.close();
  });

  /** The portal's page with that path, wherever the editor shows it. */
  async function frameAt(path: string): Promise<Frame> {
    const { page } = workbench;
    for (;;) {
      const frame = page.frames().find((one) => new URL(one.url() || 'about:blank').pathname.startsWith(path));
      if (frame) return frame;
      await page.waitForEvent('framenavigated');
    }
  }

  /** A page of the portal that was clicked has the keyboard. */
  const backToManifest = () => workbench.page.locator('.tab', { hasText: 'tried.b24pay.json' }).click();

  /** What the editor shows in place of a page, found by its text. */
  async function noteWith(text: string): Promise<Locator> {
    const { page } = workbench;
    const shown = async () => {
      const notes = page.frames().map((frame) => frame.locator('main', { hasText: text }));
      // A frame may go while it is asked.
      const counts = await Promise.all(notes.map((one) => one.count().catch(() => 0)));
      return notes.find((_one, at) => counts[at] === 1);
    };
    await expect.poll(shown, { timeout: 60_000 }).toBeDefined();
    const found = await shown();
    if (!found) throw new Error(`"${text}" is gone again`);
    return found;
  }

  it('opens the log before anything runs, and reads what is going to be there', async () => {
    const { page, picture } = workbench;
    await trustFolder(page);
    await openFile(page, 'tried.b24pay.json');
    // A user reads the manifest before opening anything else; an editor that loses the focus early shows its lenses late.
    await page.locator('.codelens-decoration', { hasText: 'Try Payment' }).waitFor();
    await runCommand(page, 'Show Exchange Log');
    const note = await noteWith('The local portal does not run.');
    expect(await note.getByRole('link').allInnerTexts()).toEqual(['Try Payment', 'Start Local Portal']);
    await picture('try-0-empty');
  });

  it('tries the payment with the lens above the manifest, and sees whom the portal is going to call', async () => {
    const { page, picture } = workbench;
    await clickLens(
      page,
      'Try Payment',
      page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Individual' }),
    );
    await pick(page, 'Individual');
    await page.locator('.quick-input-widget', { hasText: 'Sum and currency' }).waitFor();
    await picture('try-1-sum');
    await page.keyboard.press('Enter');
    const pay = await frameAt('/pay/');
    await pay.getByText(endpoint.url).first().waitFor();
    await picture('try-2-page');
    expect(endpoint.received).toEqual([]);
    expect(await pay.locator('body').innerText()).toContain('1990.00 RUB');
  });

  it('calls the endpoint, and gets the Pay link; the log has the exchange', async () => {
    const { picture } = workbench;
    const pay = await frameAt('/pay/');
    await pay.getByRole('button', { name: 'Call the endpoint' }).click();
    await pay.locator('#buyer').getByRole('link', { name: 'Pay' }).waitFor();
    const log = await frameAt('/log');
    await log.locator('details.entry', { hasText: 'The buyer gets a Pay link' }).first().waitFor();
    await picture('try-3-paid');
    expect(endpoint.received.map((form) => form.get('BX_SYSTEM_PARAMS[SUM]'))).toEqual(['1990']);
  });

  it('learns why the buyer would see an error', async () => {
    const { picture } = workbench;
    endpoint.answer = { status: 400, body: { PAYMENT_ERRORS: ['The card is refused'] } };
    const pay = await frameAt('/pay/');
    await pay.getByRole('button', { name: 'Call again' }).click();
    await pay.getByText('PAYMENT_ERRORS was lost').waitFor();
    const log = await frameAt('/log');
    await log.locator('details.entry', { hasText: 'PAYMENT_ERRORS was lost' }).first().waitFor();
    await picture('try-4-error');
  });

  it('mends the endpoint and sends the same request again', async () => {
    endpoint.answer = { status: 200, body: { PAYMENT_ERRORS: ['There is not enough money'] } };
    const log = await frameAt('/log');
    const entry = log.locator('details.entry', { hasText: 'PAYMENT_ERRORS was lost' }).first();
    await entry.locator('summary').first().click();
    await entry.getByRole('button', { name: 'Replay' }).click();
    await log.locator('details.entry', { hasText: 'There is not enough money' }).first().waitFor();
    expect(endpoint.received.length).toBe(3);
  });

  it('saves another name, and the page beside it shows it', async () => {
    const { page, picture } = workbench;
    await lineWith(page, '"Tried shop"').getByText('Tried shop').first().dblclick();
    await page.keyboard.type('Renamed');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+S');
    const pay = await frameAt('/pay/');
    await pay
      .getByText(/Renamed/)
      .first()
      .waitFor();
    await picture('try-5-saved');
  });

  it('enters a setting as an administrator would, and the endpoint gets it', async () => {
    const { page, picture } = workbench;
    await backToManifest();
    await runCommand(page, 'Payment Settings');
    const settings = await frameAt('/settings/');
    await settings.getByLabel('Secret key').fill('top-secret-1');
    await picture('try-6-settings');
    await settings.getByRole('button', { name: 'Save' }).click();
    await settings.getByText('Saved').waitFor();
    await page.locator('.tab', { hasText: 'Payment: ' }).click();
    const pay = await frameAt('/pay/');
    await pay.getByRole('button', { name: /Call/ }).first().click();
    await expect.poll(() => endpoint.received.at(-1)?.get('key')).toBe('top-secret-1');
    const log = await frameAt('/log');
    expect(await log.locator('body').innerText()).not.toContain('top-secret-1');
  });

  it('stops the portal and starts it again, and the pages return', async () => {
    const { page, picture } = workbench;
    await backToManifest();
    await runCommand(page, 'Stop Local Portal');
    const note = await noteWith('The local portal has stopped.');
    await picture('try-7-stopped');
    await note.getByRole('link', { name: 'Start Local Portal' }).click();
    const pay = await frameAt('/pay/');
    await pay
      .getByText(/Renamed/)
      .first()
      .waitFor();
    await frameAt('/log');
  });

  it('works in the dark, and the pages are dark too', async () => {
    const { page, picture } = workbench;
    // The tests' browser pretends to a light system; here the system has no say.
    await page.emulateMedia({ colorScheme: null });
    await backToManifest();
    await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
    const isDark = async (path: string) =>
      (await frameAt(path)).evaluate<boolean>("matchMedia('(prefers-color-scheme: dark)').matches");
    await expect.poll(() => isDark('/pay/'), { timeout: 20_000 }).toBe(true);
    await expect.poll(() => isDark('/log'), { timeout: 20_000 }).toBe(true);
    await picture('try-8-dark');
  });

  it('works with high contrast, and the pages have it too, without being loaded again', async () => {
    const { page, picture } = workbench;
    const choose = async (theme: string) => {
      for (let tries = 1; ; tries++) {
        await backToManifest();
        // In the palette, its title is a part of another one's.
        await page.keyboard.press('Control+K');
        await page.keyboard.press('Control+T');
        try {
          await page.getByPlaceholder('Select Color Theme').fill(theme, { timeout: 5_000 });
          await pick(page, theme);
          return;
        } catch (error) {
          // A page that has just come takes the keyboard, and the list closes: a user opens it once more.
          if (tries === 6) throw error;
        }
      }
    };
    const coloursAt = async (path: string) =>
      (await frameAt(path)).evaluate<string[]>(`(({ backgroundColor, color }) => [backgroundColor, color])(
        getComputedStyle(document.body))`);
    const become = async (path: string, ...colours: string[]) => {
      await expect.poll(() => coloursAt(path), { timeout: 20_000 }).toEqual(colours);
    };
    const [black, white] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'];
    await (await frameAt('/pay/')).evaluate('window.isOld = true');

    await choose('Dark High Contrast');
    await become('/pay/', black, white);
    await become('/log', black, white);
    await picture('try-9-high-contrast-dark');
    await choose('Light High Contrast');
    await become('/pay/', white, black);
    await become('/log', white, black);
    await picture('try-9-high-contrast-light');
    expect(await (await frameAt('/pay/')).evaluate<boolean>('window.isOld')).toBe(true);

    // From page to page it stays.
    await (await frameAt('/pay/')).getByRole('link', { name: 'Payment settings' }).click();
    await become('/settings/', white, black);
    await choose('Dark Modern');
    await expect.poll(() => coloursAt('/log'), { timeout: 20_000 }).not.toContain(black);
  });
});
