// When the view of portals asks a portal, and when it does not: it is VS Code that decides which rows it wants.
// The tests are the steps of one story and run in this order.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fillSecret, openFile, openPortals, portalsRow, trustFolder } from './user.js';
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
    await row(label).getByRole('button', { name: 'Choose Portal' }).click();
    await row(label).getByText('chosen').waitFor();
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
    await fillSecret(page, 'Add Portal', portal.webhook);
    await page.keyboard.press('Enter');
    await row(portal.host).getByText('chosen').waitFor();
    expect(portal.asked, 'to try the webhook').toBe(1);
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

  it('forgets it from its menu, and is asked before', async () => {
    const { page } = workbench;
    await row(portal.host).click({ button: 'right' });
    const entry = page.locator('.monaco-menu').getByText('Forget Portal…');
    await entry.waitFor();
    // A menu takes no click in its first moment, in case it was opened by a long press.
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page
      .locator('.monaco-dialog-box', { hasText: `Forget ${portal.host}?` })
      .getByText('Forget', { exact: true })
      .click();
    await page.locator('.welcome-view-content').getByRole('button').first().waitFor();
  });
});
