// The packaged extension: which files, how many bytes.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packExtension } from '../../scripts/pack.mjs';
import { root } from '../../scripts/project.mjs';

const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/client.js',
  'dist/local-portal.js',
  'dist/server-features.js',
  'dist/server-main.js',
  'dist/server.js',
  'icon.png',
  'images/manifest-dark.svg',
  'images/manifest-light.svg',
  'images/walkthrough/check.ru.svg',
  'images/walkthrough/check.svg',
  'images/walkthrough/create.ru.svg',
  'images/walkthrough/create.svg',
  'images/walkthrough/fix.ru.svg',
  'images/walkthrough/fix.svg',
  'images/walkthrough/register.ru.svg',
  'images/walkthrough/register.svg',
  'images/walkthrough/try.ru.svg',
  'images/walkthrough/try.svg',
  'l10n/bundle.l10n.ru.json',
  'language-configuration.json',
  'package.json',
  'package.nls.json',
  'package.nls.ru.json',
  'schemas/generated/manifest.schema.json',
  'snippets/handler-manifest.json',
  'syntaxes/bitrix24-payment-handler.tmLanguage.json',
];

describe('the .vsix', () => {
  it('holds these files and no others', async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    expect(files.toSorted()).toEqual(FILES);
  });

  it('holds every file that package.json names', () => {
    const named = readFileSync(path.join(root, 'package.json'), 'utf8').matchAll(/"\.\/([^"]+\.\w+)"/g);
    const shipped = [...named].map(([, file = '']) => file).filter((file) => file !== 'dist/cli.js');
    expect(shipped).toContain('dist/client.js');
    expect(shipped.filter((file) => !FILES.includes(file))).toEqual([]);
  });

  it('is smaller than 1 MB', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'b24pay-vsix-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const file = path.join(folder, 'extension.vsix');
    await packExtension(file);
    const { size } = statSync(file);
    expect(size).toBeGreaterThan(10_000);
    expect(size).toBeLessThan(1_000_000);
  });
});
