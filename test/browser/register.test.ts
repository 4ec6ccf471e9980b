// The main job as a user does it, in a real VS Code in a real browser: see a mistake, repair it, register, add a portal.
// The tests are the steps of one story and run in this order.
import { copyFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPortal } from '../../scripts/local-portal.mjs';
import { freePort, listHandlers, localWebhook, secretOf } from './portals.js';
import {
  clickLens,
  dialog,
  goTo,
  fillSecret,
  lineWith,
  notification,
  openFile,
  openPortals,
  pick,
  portalsRow,
  readMessage,
  restOn,
  retype,
  runCommand,
  trustFolder,
} from './user.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** Where `npm run screenshot` wants the picture for the README. */
const { B24PAY_SCREENSHOT } = process.env;

describe('a developer', () => {
  let workbench: Workbench;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    portal = await startPortal();
    workbench = await openWorkbench({
      'b24pay.localPortal.port': port,
      // For the pictures.
      'editor.hover.above': false,
      'editor.minimap.enabled': false,
    });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });
  afterAll(async () => {
    await workbench.close();
    await portal.stop();
  });

  it('sees a wrong code underlined while typing, and reads why', async () => {
    const { page, picture } = workbench;
    await trustFolder(page);
    await openFile(page, 'shop.b24pay.json');
    await page.locator('.codelens-decoration', { hasText: 'Register on Portal' }).waitFor();
    expect(await page.locator('.squiggly-error').count()).toBe(0);
    await retype(page, '"shopId"', 'SHOP_ID', 'SHOP_KEYY');
    await page.locator('.squiggly-error').first().waitFor();
    const hover = await restOn(page, lineWith(page, '"shopId"').getByText('SHOP_KEYY'), 'SHOP_KEYY');
    expect(await hover.innerText()).toMatch(/SHOP_KEYY is not in CODES.*undefined-code/s);
    const file = await picture('1-mistake');
    if (B24PAY_SCREENSHOT) copyFileSync(file, B24PAY_SCREENSHOT);
  });

  it('reads in the list of values what the one under the cursor means', async () => {
    const { page, picture } = workbench;
    await lineWith(page, '"PROVIDER_VALUE"').getByText('ACCOUNT_NUMBER').first().dblclick();
    await page.keyboard.press('Control+Space');
    // The editor asks the server for it when the value comes under the cursor.
    const meaning = page.locator('.suggest-widget .focused', { hasText: 'Order number that the buyer sees.' });
    await meaning.waitFor();
    await picture('1-values');
    await page.keyboard.press('Escape');
    // Back to where the lenses are.
    await page.keyboard.press('Control+Home');
  });

  it('cannot register it like that, and is shown the problem', async () => {
    const { page, picture } = workbench;
    await runCommand(page, 'Register on Portal');
    await pick(page, 'Local portal');
    await page.locator('.markers-panel', { hasText: 'SHOP_KEYY' }).waitFor();
    await picture('2-refused');
    expect(await dialog(page).count()).toBe(0);
  });

  it('opens the view of portals, where the local one has no handlers yet', async () => {
    const { page } = workbench;
    await openPortals(page);
    await portalsRow(page, 'Local portal').click();
    await portalsRow(page, 'No handlers yet.').waitFor();
  });

  it('repairs it, and registers it on the local portal', async () => {
    const { page, picture } = workbench;
    await retype(page, '"shopId"', 'SHOP_KEYY', 'SHOP_ID');
    await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
    await runCommand(page, 'Register on Portal');
    await dialog(page).waitFor();
    expect(await dialog(page).innerText()).toContain("Add handler 'My shop' (my_shop) to");
    await picture('3-question');
    await dialog(page).getByText('Add', { exact: true }).click();
    await readMessage(page, 'Registered as handler 1 on');
    await notification(page, 'Registering on').waitFor({ state: 'detached' });
    // The view follows by itself.
    await portalsRow(page, 'My shop').getByText('my_shop · ID 1').waitFor();
    await picture('4-registered');
    expect(await listHandlers(localWebhook(port, workbench.written()))).toMatchObject({
      result: [{ NAME: 'My shop', CODE: 'my_shop', SORT: 100 }],
    });
  });

  it('adds a portal by its webhook, and registers there with the lens above the manifest', async () => {
    const { page, picture } = workbench;
    await runCommand(page, 'Add Portal');
    await fillSecret(page, 'Add Portal', portal.webhook);
    await picture('5-webhook');
    await page.keyboard.press('Enter');
    const { host } = new URL(portal.url);
    await readMessage(page, `Added ${host} and chose it.`);
    // VS Code shows three messages at a time; the next one would wait for room.
    await runCommand(page, 'Notifications: Clear All Notifications');
    await notification(page, `Added ${host}`).waitFor({ state: 'detached' });
    await clickLens(page, 'Register on Portal', dialog(page));
    expect(await dialog(page).innerText()).toContain(host);
    await picture('6-question');
    await dialog(page).getByText('Add', { exact: true }).click();
    await readMessage(page, `Registered as handler 1 on ${host}`);
    await picture('7-registered');
    expect(await listHandlers(portal.webhook)).toMatchObject({ result: [{ CODE: 'my_shop' }] });
  });

  it('finds the portal in the view too, and goes from there to its payment systems', async () => {
    const { page, picture } = workbench;
    const { host, port: number } = new URL(portal.url);
    const row = portalsRow(page, host);
    await row.getByText('chosen').waitFor();
    await row.click();
    await expect.poll(() => page.getByText('my_shop · ID 1').count(), { timeout: 20_000 }).toBe(2);
    await picture('8-view');
    const opened = page.context().waitForEvent('page');
    await row.hover();
    await row.getByRole('button', { name: 'Show on Portal' }).click();
    const shown = await opened;
    // The workbench leads to this machine through its own address.
    expect(shown.url()).toMatch(new RegExp(`\\b${number}/shop/settings/sale_pay_system/$`));
    await shown.close();
  });

  it('is told before registering that payments would go to a placeholder', async () => {
    const { page, picture } = workbench;
    await page.locator('.tab', { hasText: 'shop.b24pay.json' }).click();
    // The host of ACTION_URI, without its ending.
    await goTo(page, 9, '      "ACTION_URI": "https://'.length + 1);
    for (let left = 'pay.my-service'.length; left > 0; left--) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.insertText('example');
    await page.locator('.squiggly-warning').first().waitFor();
    await clickLens(page, 'Register on Portal', dialog(page));
    expect(await dialog(page).innerText()).toContain('ACTION_URI: This address is a placeholder from documentation');
    await picture('9-placeholder');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('finds the secrets of both portals nowhere but where they belong', async () => {
    const { page } = workbench;
    await runCommand(page, 'Show Output');
    await page.locator('.output-view', { hasText: 'Registered as handler 1' }).waitFor();
    await workbench.picture('9-output');
    const written = workbench.written();
    const secrets = [secretOf(portal.webhook), secretOf(localWebhook(port, written))];
    const texts = [...written, ['page', await page.locator('body').innerText()] as const];
    const leaks = texts.filter(([, text]) => secrets.some((secret) => text.includes(secret))).map(([name]) => name);
    // The local portal's own state; the other's webhook is in the editor's secret storage.
    expect(leaks.map((name) => name.split(/[\\/]/).at(-1))).toEqual(['local-portal.json']);
    expect(texts.length).toBeGreaterThan(10);
  });
});
