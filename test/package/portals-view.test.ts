// The view of portals in package.json: in nobody's way, its menus and buttons run commands that exist, in words that fit.
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { LANGUAGES, packageTexts } from '../../scripts/l10n/bundles.js';

const VIEW = 'b24pay.portals';
const { commands, menus, views, viewsWelcome } = packageJson.contributes;
const IDS = commands.map(({ command }) => command);
const withIcon = commands.flatMap((command) => ('icon' in command ? [command.command] : []));
const title = menus['view/title'];
const rows = menus['view/item/context'];

it('stays out of the Explorer until the extension was of use, and is closed then', () => {
  expect(views.explorer).toMatchObject([{ id: VIEW, visibility: 'collapsed', when: 'b24pay.active' }]);
});

it('has menus of its own only, with commands that exist', () => {
  const entries = [...title, ...rows];
  expect(entries.filter(({ command }) => !IDS.includes(command))).toEqual([]);
  expect(entries.filter(({ when }) => !when.startsWith(`view == ${VIEW}`))).toEqual([]);
});

it('has an icon wherever VS Code draws one', () => {
  const drawn = [...title, ...rows].filter(({ group }) => /^(navigation|inline)\b/.test(group));
  expect(drawn.length).toBeGreaterThan(3);
  expect(drawn.filter(({ command }) => !withIcon.includes(command))).toEqual([]);
});

it('has in the menu of a row what it has beside it', () => {
  const commandsIn = (isInline: boolean) =>
    new Set(rows.filter(({ group }) => group.startsWith('inline') === isInline).map(({ command }) => command));
  expect([...commandsIn(true)].filter((command) => !commandsIn(false).has(command))).toEqual([]);
});

it('offers nothing that needs trust where there is none', () => {
  const trusted = commands.flatMap((command) =>
    'enablement' in command && command.enablement.includes('isWorkspaceTrusted') ? [command.command] : [],
  );
  const asks = ({ when }: { when: string }) => when.includes('isWorkspaceTrusted');
  expect([...title, ...rows].filter((entry) => trusted.includes(entry.command) && !asks(entry))).toEqual([]);
});

it('keeps out of the palette what needs a row, or would show nothing', () => {
  for (const name of ['chooseThisPortal', 'copyCode', 'refreshPortals']) {
    expect(menus.commandPalette).toContainEqual({ command: `b24pay.${name}`, when: 'false' });
  }
});

it('copies a code only where there is one, and the address of a local portal only while it runs', () => {
  const whenOf = (name: string) => rows.filter(({ command }) => command === `b24pay.${name}`).map(({ when }) => when);
  expect(whenOf('copyCode')).toEqual([`view == ${VIEW} && viewItem =~ /^handler code$/`]);
  expect(whenOf('copyWebhookAddress')).toEqual([
    `view == ${VIEW} && viewItem =~ /^local/ && b24pay.localPortalRunning`,
  ]);
});

it('says how to begin while there is nothing to list', () => {
  const empty = 'b24pay.noPortals && !b24pay.localPortalRunning';
  expect(viewsWelcome.filter(({ view, when }) => view !== VIEW || !when.startsWith(empty))).toEqual([]);
});

describe.each(['en', ...LANGUAGES])('in %s', (language) => {
  const texts = packageTexts(language === 'en' ? undefined : language);
  const textOf = (reference: string) => texts[reference.slice(1, -1)] ?? '';

  it('promises a question on a row only where one is asked', () => {
    const asking = commands.filter(({ title: reference }) => textOf(reference).endsWith('…'));
    const shown = asking.filter(({ command }) => rows.some((entry) => entry.command === command));
    expect(shown.map(({ command }) => command)).toEqual(['b24pay.forgetPortal']);
  });

  it('calls its buttons as their commands are called', () => {
    const titles = new Map(commands.map(({ command, title: reference }) => [command, textOf(reference)]));
    const buttons = viewsWelcome.flatMap(({ contents }) => [
      ...textOf(contents).matchAll(/^\[([^\]]+)\]\(command:(b24pay\.[^)]+)\)$/gm),
    ]);
    expect(buttons.map(([, , id]) => id)).toEqual([
      'b24pay.addPortal',
      'b24pay.startLocalPortal',
      'b24pay.newManifest',
    ]);
    for (const [, label, id = ''] of buttons) expect(label).toBe(titles.get(id));
  });
});
