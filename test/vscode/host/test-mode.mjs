// VS Code's test mode in the browser: the workbench calls two functions of the page, one for the tests' output, one for
// their end.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import util from 'node:util';

/**
 * @typedef {object} End how a run ended
 * @property {number} code exit code
 * @property {string} [why] said when it is not the tests' own doing
 * @property {{ relativePath: string, contents: string }[]} [logs] the browser side's log files
 */

/** What the workbench itself logs at every start; the tests' own output comes the same way. */
const NOISE = new RegExp(
  '^(' +
    [
      'Resolv(ing|ed) connection token',
      'Creating a socket',
      '\\[reconnection-grace-time\\]',
      'Updating additional builtin',
      'Ignoring fetching additional builtin',
      '\\[Service Worker\\]',
      '\\[AccountPolicyGate\\]',
      '\\[AgentHost:',
      '\\[ChatModelSelection\\]',
      'Creation of workbench contribution',
      'Timed out waiting for authentication provider',
      'Canceled: Canceled',
    ].join('|') +
    ')',
);

/**
 * Makes the page ready for a test run; must be called before the page is opened.
 * @param {import('playwright-core').Page} page
 * @param {{ note: (text: string) => void, limit: number, debug: boolean }} options limit in seconds
 * @returns {Promise<() => Promise<End>>} a function that waits for the end of the run
 */
export async function listen(page, { note, limit, debug }) {
  /** @type {(end: End) => void} */
  let finish = () => undefined;
  /** @type {Promise<End>} */
  const end = new Promise((resolve) => {
    finish = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code, /** @type {End['logs']} */ logs) => {
    finish({ code, logs: logs ?? [] });
  });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
    if (!debug && NOISE.test(String(values[0]))) return;
    const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
    stream.write(`${util.format(...values)}\n`);
  });
  page.on('pageerror', (error) => {
    note(`page error: ${error.message}`);
  });
  page.once('crash', () => {
    finish({ code: 3, why: 'the page crashed' });
  });
  page.context().once('close', () => {
    finish({ code: 3, why: 'Chromium ended' });
  });
  setTimeout(finish, limit * 1000, { code: 124, why: `no result within ${limit} s` }).unref();
  if (debug) reportTraffic(page, note);
  return () => end;
}

/**
 * Notes the page's console and its failed requests.
 * @param {import('playwright-core').Page} page
 * @param {(text: string) => void} note
 */
function reportTraffic(page, note) {
  page.on('console', (message) => {
    note(`page ${message.type()}: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    note(`request failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`HTTP ${response.status()}: ${response.url()}`);
  });
}

/**
 * Keeps a picture of the page and every log of the run.
 * @param {string} target folder
 * @param {object} run
 * @param {import('playwright-core').Page} run.page
 * @param {import('./server.mjs').Server} run.server
 * @param {import('./server.mjs').Folders} run.folders
 * @param {End['logs']} run.logs
 */
export async function keepArtifacts(target, { page, server, folders, logs = [] }) {
  fs.rmSync(target, { recursive: true, force: true });
  fs.mkdirSync(target, { recursive: true });
  if (!page.isClosed()) await page.screenshot({ path: path.join(target, 'end.png'), timeout: 10_000 });
  fs.writeFileSync(path.join(target, 'server-output.log'), server.output.join(''));
  for (const folder of [path.join(folders.user, 'logs'), path.join(folders.data, 'data/logs')]) {
    if (fs.existsSync(folder)) fs.cpSync(folder, path.join(target, 'server-logs'), { recursive: true });
  }
  for (const { relativePath, contents } of logs) {
    const file = path.join(target, 'page-logs', path.normalize(`/${relativePath}`));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, contents);
  }
}
