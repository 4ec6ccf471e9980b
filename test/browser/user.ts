// What a user does in the workbench, with mouse and keyboard, and where they look.
import type { Locator, Page } from 'playwright-core';

/** Says yes to VS Code's question whether the folder can be trusted. */
export async function trustFolder(page: Page): Promise<void> {
  await dialog(page).getByText('Yes, I trust the authors').click();
  await dialog(page).waitFor({ state: 'detached' });
}

/** Opens a file of the folder by double-clicking it in the explorer. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.locator('.explorer-folders-view').getByText(name, { exact: true }).dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await lineWith(page, '"CODE"').waitFor();
}

/** A row of the view of portals that contains a text. */
export const portalsRow = (page: Page, text: string): Locator =>
  page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: text }).first();

/** Opens the view of portals in the side bar. */
export async function openPortals(page: Page): Promise<void> {
  await page.locator('.pane-header', { hasText: 'Bitrix24 Portals' }).click();
  await page.locator('.pane-header.expanded', { hasText: 'Bitrix24 Portals' }).waitFor();
}

/** The line of the open editor that shows a text; the first of several. */
export function lineWith(page: Page, text: string): Locator {
  // The editor draws blanks as no-break ones.
  return page.locator('.editor-instance .view-line', { hasText: text.replaceAll(' ', '\u00a0') }).first();
}

/** Replaces a word in a line: double click on it, and type. */
export async function retype(page: Page, line: string, word: string, by: string): Promise<void> {
  await lineWith(page, line).getByText(word).first().dblclick();
  await page.keyboard.type(by, { delay: 30 });
  // A suggestion list would cover the line, and take the next Enter.
  await page.keyboard.press('Escape');
}

/** Puts the cursor at a place of the open editor. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+g');
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.waitFor();
  await input.fill(`:${line},${column}`);
  await page.locator('.quick-input-widget', { hasText: `line ${line}` }).waitFor();
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** The list of suggestions, as long as it is open. */
export const suggestions = (page: Page): Locator => page.locator('.suggest-widget.visible .monaco-list-row');

/** Takes the suggestion that is selected, once it is the one expected. */
export async function takeSuggestion(page: Page, label: string): Promise<void> {
  await page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label }).waitFor();
  await page.keyboard.press('Enter');
  await suggestions(page).first().waitFor({ state: 'hidden' });
}

/** The whole text of the open editor: all of it is selected and copied. */
export async function editorText(page: Page): Promise<string> {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  return clipboard(page);
}

/**
 * Rests the mouse on something until the hover with a text shows. The editor draws a line anew when its colours and hints arrive,
 * and takes a hover that is just opening away with it: a user then moves the mouse once more.
 */
export async function restOn(page: Page, target: Locator, text: string): Promise<Locator> {
  const hover = page.locator('.monaco-hover-content', { hasText: text }).first();
  for (let tries = 1; ; tries++) {
    await page.mouse.move(0, 0);
    await target.hover();
    try {
      await hover.waitFor({ timeout: 5_000 });
      return hover;
    } catch (error) {
      if (tries === 6) throw error;
    }
  }
}

/**
 * Clicks a lens above the manifest until what it opens is there. The editor draws the lenses anew when the server's arrive, and
 * a click that comes just then is lost: a user clicks once more.
 */
export async function clickLens(page: Page, title: string, opened: Locator): Promise<void> {
  for (let tries = 1; ; tries++) {
    await page.locator('.codelens-decoration').getByText(title).click();
    try {
      await opened.waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (tries === 6) throw error;
    }
  }
}

/**
 * Chooses an entry in the menu of something. A menu takes no click in its first moment, in case it was opened by a long press: a user
 * clicks once more.
 */
export async function chooseInMenu(page: Page, target: Locator, title: string): Promise<void> {
  await target.click({ button: 'right' });
  const entry = page.locator('.monaco-menu').getByText(title, { exact: true });
  for (let tries = 1; ; tries++) {
    await entry.click();
    try {
      await entry.waitFor({ state: 'detached', timeout: 2_000 });
      return;
    } catch (error) {
      if (tries === 6) throw error;
    }
  }
}

/** What was copied last. */
export const clipboard = (page: Page): Promise<string> => page.evaluate<string>('navigator.clipboard.readText()');

/** Runs a command from the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type="text"]');
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Pastes into a box that hides what is typed. */
export async function fillSecret(page: Page, title: string, text: string): Promise<void> {
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
  await page.locator('.quick-input-widget input[type="password"]').fill(text);
}

/** Chooses an entry of an open list. */
export async function pick(page: Page, label: string): Promise<void> {
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: label }).first().click();
}

/** The question in the middle of the window. */
export const dialog = (page: Page): Locator => page.locator('.monaco-dialog-box');

/** A message in the corner that contains a text. */
export const notification = (page: Page, text: string): Locator =>
  page.locator('.notification-toast', { hasText: text }).first();

/**
 * Reads a message that contains a text. VS Code holds a message back now and then, with only a dot on the bell: a user then opens
 * the list of messages.
 */
export async function readMessage(page: Page, text: string): Promise<void> {
  try {
    await notification(page, text).waitFor({ timeout: 15_000 });
  } catch {
    await runCommand(page, 'Notifications: Show Notifications');
    await page.locator('.notifications-center .notification-list-item', { hasText: text }).first().waitFor();
  }
}
