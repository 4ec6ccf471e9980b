#!/usr/bin/env node
// A stand-in for the desktop `code` executable, for machines that cannot download VS Code.
//
// Opens the real workbench in headless Chromium, in VS Code's own test mode, so that the given tests run in a real
// extension host. Takes the arguments that @vscode/test-electron's runTests() gives to `code`:
//   code-web-host.mjs [FOLDER|FILE.code-workspace] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE
//                     [--disable-extensions] [others, ignored]
// User data and extensions are fresh ones on each run.
//
// Exit code: the extension host's (0: run() resolved, 1: it rejected); 2: usage; 3: the workbench did not come up or
// broke down; 124: time limit.
//
// Environment (see also location.mjs and browser.mjs):
//   VSCODE_HOST_TIMEOUT    seconds for the whole run (480)
//   VSCODE_HOST_ARTIFACTS  folder for a screenshot of the end, VS Code's logs and the server's output
//   VSCODE_HOST_DEBUG      any value: print the page's console and failed requests too
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { readArguments } from './arguments.mjs';
import { startBrowser } from './browser.mjs';
import { vscodeDir } from './location.mjs';
import { keepArtifacts, listen } from './test-mode.mjs';
import { serverFolders, startServer, writeSettings } from './server.mjs';
import { remoteUri, workbenchUrl } from './workbench.mjs';

const started = Date.now();
const note = (/** @type {string} */ text) => {
  console.error(`[code-web-host +${((Date.now() - started) / 1000).toFixed(1)}s] ${text}`);
};

/**
 * Runs the tests that the arguments name.
 * @param {import('./arguments.mjs').CodeArguments} given
 * @returns {Promise<number>} exit code
 */
async function runTests({ open, developmentPaths, flags }) {
  const tests = flags.get('extensionTestsPath');
  if (!tests || developmentPaths.length === 0) {
    console.error('code-web-host: --extensionTestsPath and --extensionDevelopmentPath are needed');
    return 2;
  }
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'code-web-host-'));
  const folders = serverFolders(scratch);
  /** @type {(() => Promise<void>)[]} */
  const undo = [];
  const cleanUp = async () => {
    for (const step of undo.splice(0).reverse()) await step();
    fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
  }
  try {
    writeSettings(folders);
    const server = await startServer(folders, { for: 'test' });
    undo.push(server.stop);
    const { browser, page } = await startBrowser();
    undo.push(() => browser.close());
    note(`server on ${server.origin}, Chromium ${browser.version()}`);

    const limit = Number(process.env.VSCODE_HOST_TIMEOUT ?? 480);
    const end = await listen(page, { note, limit, debug: Boolean(process.env.VSCODE_HOST_DEBUG) });
    /** @type {[string, string][]} */
    const payload = developmentPaths.map((folder) => ['extensionDevelopmentPath', remoteUri(server, folder)]);
    payload.push(['extensionTestsPath', remoteUri(server, tests)]);
    if (flags.has('disable-extensions')) payload.push(['disableExtensions', 'true']);
    await page.goto(workbenchUrl(server, open, payload));

    const { code, why, logs } = await end();
    if (why) note(why);
    const artifacts = process.env.VSCODE_HOST_ARTIFACTS;
    if (artifacts) await keepArtifacts(path.resolve(artifacts), { page, server, folders, logs });
    note(`done, exit code ${code}`);
    return code;
  } catch (error) {
    note(`failed: ${error instanceof Error ? error.stack : error}`);
    return 3;
  } finally {
    await cleanUp();
  }
}

const given = readArguments(process.argv.slice(2));
if (given.flags.has('version')) {
  console.log(JSON.parse(fs.readFileSync(path.join(vscodeDir, 'package.json'), 'utf8')).version);
} else {
  process.exit(await runTests(given));
}
