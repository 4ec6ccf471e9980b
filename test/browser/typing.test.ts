// Writing a manifest by hand: quotes and brackets close by themselves, suggestions open when they should, and what is taken stands
// where it belongs. The tests are the steps of one story and run in this order.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import snippets from '../../snippets/handler-manifest.json' with { type: 'json' };
import { editorText, goTo, openFile, suggestions, takeSuggestion, trustFolder } from './user.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** A manifest with some lines of a setting. */
const manifestWith = (currency: string, ...setting: readonly string[]) => `{
  "NAME": "Typed shop",
  "CODE": "typed_shop",
  "SETTINGS": {
    "CURRENCY": [${currency}],
    "FORM_DATA": {
      "ACTION_URI": "https://pay.typed-shop.com/payment",
      "METHOD": "POST",
      "FIELDS": { "terminal": { "CODE": "TERMINAL" } }
    },
    "CODES": {
      "TERMINAL": {
        ${setting.join('\n        ')}
      }
    }
  }
}
`;

/** Slower than suggestions come: whatever opens by itself is there before the next key. */
const LEISURELY = 400;

describe('a developer', () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench({ 'editor.minimap.enabled': false }, { 'typed.b24pay.json': manifestWith('', '') });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await workbench.picture(`failed-${task.id}`);
  });
  afterAll(async () => {
    await workbench.close();
  });

  const type = (text: string, delay = 60) => workbench.page.keyboard.type(text, { delay });
  const typedText = () => editorText(workbench.page);

  it('ends a member with a comma, and the next Enter is a new line', async () => {
    const { page, picture } = workbench;
    await trustFolder(page);
    await openFile(page, 'typed.b24pay.json');
    await page.locator('.codelens-decoration', { hasText: 'Try Payment' }).waitFor();
    await goTo(page, 13, 9);
    await type('"NAME": "Terminal"');
    await type(',\n', LEISURELY);
    await type('"DESCRIPTION": "Number (all shops) "');
    await type(',\n', LEISURELY);
    await picture('typing-1-comma');
    await expect
      .poll(typedText)
      .toBe(manifestWith('', '"NAME": "Terminal",', '"DESCRIPTION": "Number (all shops) ",', ''));
  });

  it('picks provider and value by a few letters, in one line', async () => {
    const { page, picture } = workbench;
    await goTo(page, 15, 9);
    await type('"DEFAULT": { "PROVIDER_KEY": "');
    await suggestions(page).filter({ hasText: 'VALUE' }).first().waitFor();
    await picture('typing-2-providers');
    // What does nothing on a portal is not what Enter takes.
    expect(await page.locator('.suggest-widget .monaco-list-row.focused').innerText()).not.toContain('Y\\N');
    await type('US', LEISURELY);
    await takeSuggestion(page, 'USER');
    await type(', "PROVIDER_VALUE": "ema', 120);
    await picture('typing-3-filtered');
    await takeSuggestion(page, 'EMAIL');
    await type(' ');
    await expect
      .poll(typedText)
      .toBe(
        manifestWith(
          '',
          '"NAME": "Terminal",',
          '"DESCRIPTION": "Number (all shops) ",',
          '"DEFAULT": { "PROVIDER_KEY": "USER", "PROVIDER_VALUE": "EMAIL" }',
        ),
      );
  });

  it('goes on behind the quote of what is taken', async () => {
    const { page, picture } = workbench;
    await goTo(page, 5, 18);
    await type('"RU');
    await takeSuggestion(page, 'RUB');
    await type(', "US');
    await picture('typing-4-currencies');
    await takeSuggestion(page, 'USD');
    await expect.poll(typedText).toContain('    "CURRENCY": ["RUB", "USD"],\n');
  });

  it('gets the list inside quotes that are there already', async () => {
    const { page } = workbench;
    await goTo(page, 5, 26);
    for (let character = 0; character < 3; character++) await page.keyboard.press('Shift+ArrowRight');
    await type('EU', LEISURELY);
    await takeSuggestion(page, 'EUR');
    await expect.poll(typedText).toContain('    "CURRENCY": ["RUB", "EUR"],\n');
  });

  it('names a setting in a field: every row has its name', async () => {
    const { page, picture } = workbench;
    await goTo(page, 9, 53);
    await type(', "sum": { "CODE": "', 120);
    await suggestions(page).filter({ hasText: 'TERMINAL' }).filter({ hasText: 'Terminal' }).waitFor();
    await picture('typing-5-codes');
    await takeSuggestion(page, 'TERMINAL');
    await expect.poll(typedText).toContain('{ "CODE": "TERMINAL" }, "sum": { "CODE": "TERMINAL"} }');
  });

  it('gets a blank between colon and value', async () => {
    const { page } = workbench;
    await goTo(page, 8, 15);
    await page.keyboard.press('Shift+End');
    await type(':');
    // The comma before the next member comes with it.
    await takeSuggestion(page, 'POST');
    await expect.poll(typedText).toContain('      "METHOD": "POST",\n');
  });

  it('silences what is meant so by a comment, and is left alone in other comments', async () => {
    const { page, picture } = workbench;
    await goTo(page, 2, 24);
    await type('\n"OTHER": 1,');
    await goTo(page, 2, 24);
    await type('\n// of the shop', 120);
    expect(await suggestions(page).allInnerTexts()).toEqual([]);
    await type('\n// b24', LEISURELY);
    await picture('typing-6-silence');
    await takeSuggestion(page, 'unknown-property');
    await expect
      .poll(typedText)
      .toContain('  // of the shop\n  // b24pay-ignore unknown-property\n  "OTHER": 1,\n  "CODE": "typed_shop",\n');
  });

  it('gets no whole manifest inside an object, and three of them in an empty file', async () => {
    const { page, picture } = workbench;
    await goTo(page, 13, 7);
    await type(',\nc');
    await suggestions(page).filter({ hasText: 'CHECKOUT_DATA' }).first().waitFor();
    expect((await suggestions(page).allInnerTexts()).filter((row) => /handler|manifest/i.test(row))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await type('b24', LEISURELY);
    expect(await suggestions(page).allInnerTexts()).toHaveLength(3);
    await page.keyboard.press('ArrowDown');
    await picture('typing-7-manifests');
    await takeSuggestion(page, 'Checkout');
    const [name = ''] = snippets['Checkout handler'].body.filter((line) => line.includes('"NAME"'));
    // What the tab stops propose, and blanks for tabs.
    const proposed = (line: string) => line.replace(/\$\{\d+[:|]([^,}]*)[^}]*\}/g, '$1').replaceAll('\t', '  ');
    expect(proposed(name)).toBe('  "NAME": "My payment service",');
    await expect.poll(typedText).toBe(snippets['Checkout handler'].body.map(proposed).join('\n'));
  });

  it('names a new field itself, quote first', async () => {
    const { page, picture } = workbench;
    const lines = (await typedText()).split('\n');
    const fields = lines.findIndex((line) => line.includes('"FIELDS"'));
    await goTo(page, fields + 1, (lines[fields]?.length ?? 0) + 1);
    await type('\n"token', LEISURELY);
    await picture('typing-8-own-name');
    await takeSuggestion(page, 'New field');
    await expect.poll(typedText).toMatch(/"FIELDS": \{\n\s+"token": \{[^{}]*"CODE"/);
  });
});
