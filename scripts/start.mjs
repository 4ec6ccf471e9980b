#!/usr/bin/env node
// For trying the product: builds it, starts a local portal, opens a copy of the sample workspace with the extension in
// VS Code. Uses the desktop VS Code if `code` is on PATH; else the web workbench, in any browser. Ctrl+C ends it all.
//   start.mjs [FOLDER]   what a person changes (files, settings) is kept in FOLDER (.cache/start); delete it to start anew
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { installWorkbench } from '../test/vscode/host/install.mjs';
import { hostRunsHere } from '../test/vscode/host/location.mjs';
import { installExtension, serverFolders, startServer, writeSettings } from '../test/vscode/host/server.mjs';
import { workbenchUrl } from '../test/vscode/host/workbench.mjs';
import { findDesktopCode } from './desktop-code.mjs';
import { startPortal } from './local-portal.mjs';
import { packExtension } from './pack.mjs';
import { buildProduct, cacheDir, root } from './project.mjs';

const folder = path.resolve(process.argv[2] ?? path.join(cacheDir, 'start'));
const workspace = path.join(folder, 'sample-workspace');

/**
 * What has been started, last first.
 * @type {(() => Promise<void>)[]}
 */
const running = [];
let ending = false;

/**
 * Ends everything that was started, then this script.
 * @param {number} code
 */
async function end(code) {
  if (ending) return;
  ending = true;
  for (const stop of running) await stop();
  process.exit(code);
}

/**
 * Keeps something until the end; if it ends by itself, everything does.
 * @param {string} name
 * @param {{ ended: Promise<unknown>, stop: () => Promise<void> }} part
 */
function keep(name, part) {
  running.unshift(part.stop);
  void part.ended.then(() => {
    if (!ending) console.error(`${name} has ended.`);
    void end(1);
  });
}

/**
 * The desktop VS Code, with the extension in development.
 * @param {string} code path of the executable
 */
function openDesktop(code) {
  // On Windows it is a .cmd file, which only a shell can run.
  const windows = process.platform === 'win32';
  const quote = (/** @type {string} */ text) => (windows ? `"${text}"` : text);
  const args = [`--extensionDevelopmentPath=${root}`, workspace].map(quote);
  spawn(quote(code), args, { stdio: 'inherit', shell: windows }).once('error', (error) => {
    console.error(`VS Code cannot be started: ${error.message}`);
    void end(1);
  });
  console.log('Editor         opens in VS Code; its window stays open after Ctrl+C.');
}

/** The web workbench, with the packaged extension installed. */
async function openWeb() {
  const vsix = path.join(folder, 'b24-payment-handlers.vsix');
  if (!hostRunsHere) {
    throw new Error(
      'VS Code is needed, with its command `code` on PATH: in VS Code, run "Shell Command: Install \'code\' command in PATH".',
    );
  }
  await installWorkbench(console.log);
  await packExtension(vsix);
  const folders = serverFolders(folder);
  writeSettings(folders);
  installExtension(vsix, folders);
  const server = await startServer(folders, { for: 'person' });
  keep('The web workbench', server);
  console.log(`Editor         ${workbenchUrl(server, workspace)}`);
  console.log('               Open this address in a browser on this machine. It lets in whoever has it.');
}

// npm hands a signal on to its shell only, and the shell dies of it alone.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start') setInterval(() => process.ppid !== parent && void end(0), 250).unref();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
try {
  await buildProduct();
  fs.mkdirSync(folder, { recursive: true });
  if (!fs.existsSync(workspace)) fs.cpSync(path.join(root, 'docs/sample-workspace'), workspace, { recursive: true });
  const portal = await startPortal();
  keep('The local portal', portal);
  console.log(`Local portal   ${portal.url}`);
  console.log(`               Its webhook, for the command Add Portal and for b24pay: ${portal.webhook}`);
  const code = findDesktopCode();
  if (code) openDesktop(code);
  else await openWeb();
  console.log('Press Ctrl+C to end.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}
