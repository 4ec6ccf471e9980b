// Chromium for the workbench: finding it, and starting it with one page that reaches nothing but this machine.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

const WINDOWS_CHROME = 'Google/Chrome/Application/chrome.exe';

/** Places where Chromium or Chrome is usually found, the one named by the environment first. */
const CANDIDATES = [
  process.env.VSCODE_HOST_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  process.env.ProgramFiles && path.join(process.env.ProgramFiles, WINDOWS_CHROME),
];

/**
 * Path of a Chromium or Chrome on this machine.
 * @returns {string | undefined} undefined if there is none
 */
export function findBrowser() {
  return CANDIDATES.find((file) => file && fs.existsSync(file)) || undefined;
}

/**
 * Starts headless Chromium with one page; host names other than this machine's don't resolve in it.
 * @param {{ width?: number, height?: number }} [size] of the page, in CSS pixels
 * @returns {Promise<{ browser: import('playwright-core').Browser, page: import('playwright-core').Page }>}
 * @throws {Error} if there is no Chromium
 */
export async function startBrowser({ width = 1280, height = 800 } = {}) {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium or Chrome found: set VSCODE_HOST_CHROMIUM to one.');
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', // tests run as root in containers; the page is our own
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  const context = await browser.newContext({ viewport: { width, height } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return { browser, page: await context.newPage() };
}
