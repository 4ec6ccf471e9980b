// The walkthrough in package.json: what its buttons run and its steps wait for is there, and its pictures ship.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { LANGUAGES, packageTexts } from '../../scripts/l10n/bundles.js';
import { root } from '../../scripts/project.mjs';

const { commands, views, walkthroughs } = packageJson.contributes;
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
const COMMANDS = commands.map(({ command }) => command);
const VIEWS = Object.values(views)
  .flat()
  .map(({ id }) => id);

/** Commands of VS Code itself that steps wait for; test/vscode asks a real one for them. */
const BUILT_IN = ['editor.action.quickFix'];

/** Addresses of the links in a description. */
const linksIn = (text: string): string[] => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = '']) => address);

it('waits only for what there is', () => {
  const linked = linksIn(Object.values(packageTexts()).join('\n'));
  const known = [
    ...[...COMMANDS, ...BUILT_IN].map((id) => `onCommand:${id}`),
    ...VIEWS.map((id) => `onView:${id}`),
    ...linked.map((address) => `onLink:${address}`),
  ];
  const events = steps.map(({ id, completionEvents }) => ({
    id,
    unknown: completionEvents.filter((one) => !known.includes(one)),
    some: completionEvents.length > 0,
  }));
  expect(events).toEqual(steps.map(({ id }) => ({ id, unknown: [], some: true })));
});

it('is offered first where manifests are', () => {
  const names = packageJson.contributes.languages.flatMap(({ extensions, filenames }) => [
    ...extensions.map((end) => `**/*${end}`),
    ...filenames.map((name) => `**/${name}`),
  ]);
  expect(walkthroughs.map(({ featuredFor }) => featuredFor)).toEqual([names]);
});

describe.each(['en', ...LANGUAGES])('in %s', (language) => {
  const texts = packageTexts(language === 'en' ? undefined : language);
  const textOf = (reference: string) => texts[reference.slice(1, -1)] ?? '';
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

  it('has the same links, and buttons of commands that exist', () => {
    const english = packageTexts();
    for (const { description } of steps) {
      const links = linksIn(textOf(description));
      expect(links).toEqual(linksIn(english[description.slice(1, -1)] ?? ''));
      const run = links.filter((link) => link.startsWith('command:')).map((link) => link.slice('command:'.length));
      expect(run.filter((id) => !COMMANDS.includes(id))).toEqual([]);
      expect(links.filter((link) => !/^(command:b24pay\.|https:\/\/github\.com\/)/.test(link))).toEqual([]);
    }
  });

  it('calls a button of a command as the command is called', () => {
    const titles = new Map(commands.map(({ command, title }) => [command, textOf(title)]));
    const buttons = steps.flatMap(({ description }) => [
      ...textOf(description).matchAll(/^\[([^\]]+)\]\(command:([^)]+)\)$/gm),
    ]);
    expect(buttons.length).toBeGreaterThan(3);
    for (const [, label, id = ''] of buttons) expect(label).toBe(titles.get(id));
  });

  it('links pages of the documentation that exist', () => {
    const pages = steps.flatMap(({ description }) => linksIn(textOf(description)));
    const files = pages.flatMap((page) => /\/blob\/main\/([^#]+)(?:#(.+))?$/.exec(page)?.slice(1, 3) ?? []);
    expect(files).toEqual(['docs/your-endpoint.md', undefined, 'docs/command-line.md', 'in-ci']);
    expect(read('docs/your-endpoint.md')).toContain('# ');
    expect(read('docs/command-line.md')).toMatch(/^## In CI$/m);
  });

  it('ships a picture for every step, which says what it shows', async () => {
    const shipped = await listFiles({ cwd: root, packageManager: PackageManager.None });
    for (const { media } of steps) {
      const file = textOf(media.svg);
      expect(shipped).toContain(file);
      // VS Code names the frame after the file, so a screen reader depends on the picture.
      expect(read(file)).toContain(`role="img" aria-label="${textOf(media.altText)}"`);
    }
  });

  it('draws in the colours of the theme, without what the frame forbids', () => {
    for (const { media } of steps) {
      const svg = read(textOf(media.svg));
      const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour = '']) => colour);
      expect(colours.length).toBeGreaterThan(5);
      expect(colours.filter((colour) => colour !== 'none' && !colour.startsWith('var(--vscode-'))).toEqual([]);
      expect(svg).not.toMatch(/<(?:style|script|image|foreignObject|a)\b|\s(?:style|on\w+|href)=/);
    }
  });
});
