// When the view of portals asks a portal, and when it does not: it is VS Code that decides which rows it wants.
// The tests are the steps of one story and run in this order.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  chooseInMenu,
  clipboard,
  dialog,
  fillSecret,
  openFile,
  openPortals,
  portalsRow,
  readMessage,
  runCommand,
  trustFolder,
} from './user.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** A portal with one handler, or one that knows the webhook no more; it counts what it is asked. */
interface CountingPortal {
  readonly webhook: string;
  readonly host: string;
  isWell: boolean;
  asked: number;
  readonly server: Server;
}

async function startCountingPortal(): Promise<CountingPortal> {
  const server = createServer((_request, response) => {
    portal.asked++;
    const handler = { ID: '5', NAME: '$(bell) [Cards](command:x)', CODE: 'cards', SORT: '100', SETTINGS: [] };
    response.writeHead(portal.isWell ? 200 : 401, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(portal.isWell ? { result: [handler] } : { error: 'INVALID_CREDENTIALS' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const host = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  const portal = { webhook: `http://${host}/rest/1/secretcode1`, host, isWell: true, asked: 0, server };
  return portal;
}

describe('a developer', () => {
  let workbench: Workbench;
  let portal: CountingPortal;

  beforeAll(async () => {
    portal = await startCountingPortal();
    workbench = await openWorkbench({});
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });
  afterAll(async () => {
    await workbench.close();
    portal.server.close();
    portal.server.closeAllConnections();
  });

  const row = (text: string): Locator => portalsRow(workbench.page, text);
  const handler = (): Locator => row('cards · ID 5');
  const failure = (): Locator => row('INVALID_CREDENTIALS');

  /** Opens or closes the row of the portal. */
  async function click(becomes: 'open' | 'closed'): Promise<void> {
    await row(portal.host).click();
    await workbench.page
      .locator(`.monaco-list-row[aria-expanded="${String(becomes === 'open')}"]`, { hasText: portal.host })
      .waitFor();
  }

  /** Chooses another portal, which changes rows, and sees that it did. */
  async function choose(label: string): Promise<void> {
    await row(label).hover();
    await row(label).getByRole('button', { name: 'Choose This Portal' }).click();
    await row(label).getByText('chosen').waitFor();
  }

  /** Pastes a webhook into the box. */
  async function pasteWebhook(address: string): Promise<void> {
    await fillSecret(workbench.page, 'Add Portal', address);
    await workbench.page.keyboard.press('Enter');
  }

  /** Presses a button of a message that may have gone to the list of messages. */
  async function press(message: string, button: string): Promise<void> {
    const { page } = workbench;
    await runCommand(page, 'Notifications: Show Notifications');
    const entry = page.locator('.notifications-center .notification-list-item', { hasText: message }).first();
    await entry.getByRole('button', { name: button }).click();
  }

  it('reads in the empty view how to begin', async () => {
    const { page, picture } = workbench;
    await trustFolder(page);
    await openFile(page, 'shop.b24pay.json');
    await openPortals(page);
    const buttons = page.locator('.welcome-view-content').getByRole('button');
    await buttons.first().waitFor();
    expect(await buttons.allInnerTexts()).toEqual(['Add Portal…', 'Start Local Portal', 'New Handler Manifest']);
    await picture('portals-1-empty');
    await buttons.getByText('Add Portal…').click();
    await pasteWebhook(portal.webhook);
    await row(portal.host).getByText('chosen').waitFor();
    expect(portal.asked, 'to try the webhook').toBe(1);
    await readMessage(page, `Added ${portal.host} and chose it.`);
    await picture('portals-1-added');
  });

  it('opens the portal, and it is asked once, whatever else changes', async () => {
    await click('open');
    await handler().waitFor();
    expect(await handler().innerText()).toContain('$(bell) [Cards](command:x)');
    await workbench.picture('portals-2-open');
    await choose('Local portal');
    await choose(portal.host);
    expect(portal.asked).toBe(2);
  });

  it('refreshes, and it is asked again; closed it is not', async () => {
    const { page } = workbench;
    const refresh = async () => {
      await page.locator('.pane-header', { hasText: 'Bitrix24 Portals' }).hover();
      await page.getByRole('button', { name: 'Refresh Portals' }).click();
    };
    await refresh();
    await expect.poll(() => portal.asked).toBe(3);
    await click('closed');
    await handler().waitFor({ state: 'detached' });
    await refresh();
    await choose('Local portal');
    expect(portal.asked).toBe(3);
  });

  it('reads why a portal cannot be read, and tries anew by opening it again', async () => {
    portal.isWell = false;
    await click('open');
    await failure().waitFor();
    await workbench.picture('portals-3-failed');
    await choose(portal.host);
    expect(portal.asked, 'a failure holds, too').toBe(4);
    portal.isWell = true;
    await click('closed');
    await failure().waitFor({ state: 'detached' });
    await click('open');
    await handler().waitFor();
    expect(portal.asked).toBe(5);
  });

  it('copies the code of a handler', async () => {
    const { page } = workbench;
    await chooseInMenu(page, handler(), 'Copy Code');
    await expect.poll(() => clipboard(page)).toBe('cards');
  });

  it('adds the same webhook again, and reads that it was replaced', async () => {
    const { page, picture } = workbench;
    await runCommand(page, 'Add Portal');
    await pasteWebhook(portal.webhook);
    await readMessage(page, `Replaced the webhook of ${portal.host}.`);
    await picture('portals-4-replaced');
  });

  it('adds another portal, which leaves the chosen one in its place until a button says otherwise', async () => {
    const { page, picture } = workbench;
    // The same server, but by its name another portal.
    const other = portal.host.replace('127.0.0.1', 'localhost');
    await runCommand(page, 'Add Portal');
    await pasteWebhook(portal.webhook.replace(portal.host, other));
    await row(other).waitFor();
    await readMessage(page, `Added ${other}. Handlers of this workspace still go to ${portal.host}.`);
    await picture('portals-5-another');
    await row(portal.host).getByText('chosen').waitFor();
    await press(`Added ${other}`, `Choose ${other}`);
    await row(other).getByText('chosen').waitFor();
    await chooseInMenu(page, row(other), 'Forget Portal…');
    await dialog(page).getByText('Forget', { exact: true }).click();
    await row(other).waitFor({ state: 'detached' });
  });

  it('copies the address of the local portal that runs, and of none that is stopped', async () => {
    const { page, picture } = workbench;
    const local = row('Local portal');
    await local.hover();
    await local.getByRole('button', { name: 'Start Local Portal' }).click();
    await local.getByText('127.0.0.1:').waitFor();
    await chooseInMenu(page, local, 'Copy Webhook Address of Local Portal');
    await expect.poll(() => clipboard(page)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/rest\/1\/\w+$/);
    const address = await clipboard(page);
    await chooseInMenu(page, local, 'Stop Local Portal');
    await local.getByText('stopped').waitFor();

    await page.evaluate("navigator.clipboard.writeText('what was copied before')");
    await press('The local portal runs at', 'Copy Webhook Address');
    await readMessage(page, 'The local portal is stopped.');
    await picture('portals-6-stopped');
    expect(await clipboard(page)).toBe('what was copied before');
    await press('The local portal is stopped.', 'Start Local Portal');
    await expect.poll(() => clipboard(page)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/rest\/1\/\w+$/);
    expect(await page.locator('body').innerText()).not.toContain(address.slice(address.lastIndexOf('/')));
  });

  it('is asked before the local portal is reset, in few words', async () => {
    const { page, picture } = workbench;
    await chooseInMenu(page, row('Local portal'), 'Reset Local Portal');
    await dialog(page).waitFor();
    expect(await dialog(page).innerText()).toContain('The file local-portal.json moves to the trash');
    await picture('portals-7-reset');
    await dialog(page).getByText('Cancel', { exact: true }).click();
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('shows a local portal only while it runs', async () => {
    const { page } = workbench;
    await choose('Local portal');
    await chooseInMenu(page, row('Local portal'), 'Stop Local Portal');
    await row('Local portal').getByText('stopped').waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await runCommand(page, 'Show on Portal');
    await readMessage(page, 'The local portal is stopped.');
    expect(await row('Local portal').innerText()).toContain('stopped');
    const opened = page.context().waitForEvent('page');
    await press('The local portal is stopped.', 'Start Local Portal');
    const shown = await opened;
    expect(shown.url()).toContain('/shop/settings/sale_pay_system/');
    await shown.close();
    await chooseInMenu(page, row('Local portal'), 'Stop Local Portal');
    // Rows that are just drawn anew have no portal to tell their buttons.
    await row('Local portal').getByText('stopped').waitFor();
  });

  it('forgets it from its menu, is asked before, and reads that the webhook still works', async () => {
    const { page, picture } = workbench;
    await choose(portal.host);
    await chooseInMenu(page, row(portal.host), 'Forget Portal…');
    await dialog(page).getByText('Forget', { exact: true }).click();
    await readMessage(page, `Forgot ${portal.host}, but its webhook still works.`);
    await picture('portals-8-forgotten');
    await page.locator('.welcome-view-content').getByRole('button').first().waitFor();
  });
});
