// The walkthrough as a newcomer follows it: opened from the palette, its pictures in both kinds of themes, its buttons.
// The tests are the steps of one story and run in this order.
import type { Frame, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lineWith, pick, runCommand, trustFolder } from './user.js';
import { openWorkbench, type Workbench } from './workbench.js';

describe('a newcomer', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({
      // Without motion VS Code moves the keyboard at once, and not away from a list that has been opened since.
      'workbench.reduceMotion': 'on',
    });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });
  afterAll(async () => {
    await workbench.close();
  });

  const step = (title: string): Locator => workbench.page.locator('.getting-started-step', { hasText: title });
  const isDone = (title: string) => step(title).locator('.codicon.complete').waitFor();

  /** Opens a step. VS Code takes the keyboard to it a moment later, away from any list that is opened before. */
  async function open(title: string): Promise<void> {
    await step(title).click();
    await workbench.page.locator('.getting-started-step.expanded:focus', { hasText: title }).waitFor();
  }

  /** The drawing of a step, once it is there. */
  async function drawing(name: RegExp): Promise<Locator> {
    const { page } = workbench;
    const inFrame = (frame: Frame) => frame.getByRole('img', { name });
    const shown = async () => {
      // A frame may go while it is asked.
      const counts = await Promise.all(
        page.frames().map((frame) =>
          inFrame(frame)
            .count()
            .catch(() => 0),
        ),
      );
      const at = counts.indexOf(1);
      return at < 0 ? undefined : page.frames()[at];
    };
    await expect.poll(shown, { timeout: 60_000 }).toBeDefined();
    const frame = await shown();
    if (!frame) throw new Error(`The drawing ${String(name)} is gone again`);
    return inFrame(frame);
  }

  const STEPS: readonly (readonly [id: string, title: string, name: RegExp])[] = [
    ['create', 'Create a manifest', /three ways to pay/],
    ['fix', 'See and fix a mistake', /SHOP_IDD underlined/],
    ['try', 'Try a payment on this machine', /The buyer reads an error/],
    ['register', 'Register it on a portal', /add the handler to acme/],
    ['check', 'Check it in CI', /b24pay check finds no problems/],
  ];

  /** Opens every step, and keeps a picture of it. */
  async function readAll(theme: string): Promise<void> {
    const { picture } = workbench;
    for (const [id, title, name] of STEPS) {
      await open(title);
      await (await drawing(name)).waitFor();
      await picture(`walkthrough-${theme}-${id}`);
    }
  }

  it('finds it in the palette', async () => {
    const { page } = workbench;
    // In a narrow window VS Code leaves the drawings out.
    await page.setViewportSize({ width: 1600, height: 900 });
    await trustFolder(page);
    await runCommand(page, 'Welcome: Open Walkthrough');
    await pick(page, 'Get Started with Payment Handlers');
    await step('Create a manifest').waitFor();
  });

  it('reads its steps in a light theme', async () => {
    await readAll('light');
  });

  it('reads its steps in a dark theme', async () => {
    const { page } = workbench;
    await page.emulateMedia({ colorScheme: null });
    await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
    await page.locator('.monaco-workbench.vs-dark').waitFor();
    await readAll('dark');
  });

  it('creates a manifest with the first button', async () => {
    const { page } = workbench;
    await open('Create a manifest');
    await page.getByRole('button', { name: 'New Handler Manifest' }).click();
    await pick(page, 'Checkout');
    await page.locator('.quick-input-widget', { hasText: /name/i }).waitFor();
    await page.locator('.quick-input-widget input[type="text"]').fill('first');
    await page.keyboard.press('Enter');
    await lineWith(page, '"CODE"').waitFor();
    await page.locator('.tab', { hasText: 'Welcome' }).click();
    await isDone('Create a manifest');
  });

  it('tries it with the button of the third, which brings the manifest to the front', async () => {
    const { page, picture } = workbench;
    await open('Try a payment on this machine');
    await page.getByRole('button', { name: 'Try Payment' }).click();
    await pick(page, 'Individual');
    await page.locator('.quick-input-widget', { hasText: 'Sum and currency' }).waitFor();
    await page.locator('.tab.active', { hasText: 'first.b24pay.json' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.tab', { hasText: 'Payment: ' }).waitFor();
    await page.locator('.tab', { hasText: 'Welcome' }).click();
    await isDone('Try a payment on this machine');
    await picture('walkthrough-tried');
  });
});
