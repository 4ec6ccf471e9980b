// A workbench as `npm start` gives it to a person, the packaged extension installed, a copy of the sample workspace open.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { packExtension } from '../../scripts/pack.mjs';
import { artifactsDir, root } from '../../scripts/project.mjs';
import { startBrowser } from '../vscode/host/browser.mjs';
import { installExtension, serverFolders, startServer, writeSettings } from '../vscode/host/server.mjs';
import { workbenchUrl } from '../vscode/host/workbench.mjs';

/** Pictures of the run. */
const pictures = path.join(artifactsDir, 'browser');

/** A running workbench. */
export interface Workbench {
  readonly page: Page;
  /** Keeps a picture of the page as artifacts/browser/NAME.png; returns its path. */
  readonly picture: (name: string) => Promise<string>;
  /** Everything that was printed or written by now, by the name of the file: settings, logs, state. */
  readonly written: () => Map<string, string>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a workbench.
 * @param settings user settings
 * @param files more files for its folder, by name
 */
export async function openWorkbench(
  settings: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = {},
): Promise<Workbench> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'b24pay-browser-'));
  const workspace = path.join(scratch, 'payments');
  const folders = serverFolders(scratch);
  const vsix = path.join(scratch, 'extension.vsix');
  mkdirSync(pictures, { recursive: true });
  cpSync(path.join(root, 'docs/sample-workspace'), workspace, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(workspace, name), text);
  await packExtension(vsix);
  writeSettings(folders, settings);
  installExtension(vsix, folders);

  const server = await startServer(folders, { for: 'person' });
  const { browser, page } = await startBrowser();
  page.setDefaultTimeout(60_000);
  await page.goto(workbenchUrl(server, workspace));
  return {
    page,
    picture: async (name) => {
      const file = path.join(pictures, `${name}.png`);
      await page.screenshot({ path: file, animations: 'disabled' });
      return file;
    },
    written: () => new Map([['output of the server', server.output.join('')], ...textFiles(scratch, vsix)]),
    close: async () => {
      await browser.close();
      await server.stop();
      rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function textFiles(folder: string, except: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => file !== except && statSync(file).isFile())
    .map((file) => [path.relative(folder, file), readFileSync(file, 'latin1')]);
}
