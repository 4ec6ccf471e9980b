#!/usr/bin/env node
// Sets up a real VS Code (server + web workbench, from npm) and Chromium, on Linux x86-64. Doing it again costs nothing.
//   install.mjs      installs next to this file, or into VSCODE_HOST_DIR
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findBrowser } from './browser.mjs';
import { hostDir, hostRunsHere, modulesDir, nodeDir, vscodeDir } from './location.mjs';

/** Written last, so that an interrupted install is started again; npm ci removes it with the rest. */
const STAMP = path.join(modulesDir, '.vscode-host-ready');

/**
 * Installs what tests need: the web workbench, and a Chromium to show it.
 * @param {(text: string) => void} log gets what is being done, in lines
 * @returns {Promise<void>}
 * @throws {Error} which says what to do, if this machine cannot have it
 */
export async function installHost(log) {
  await installBrowser(log);
  await installWorkbench(log);
}

/**
 * Chromium from Debian, when there is none yet.
 * @param {(text: string) => void} log
 */
async function installBrowser(log) {
  if (findBrowser()) return;
  // On Ubuntu the package of this name is a stub that asks for snap.
  const isDebian = fs.existsSync('/etc/os-release') && /^ID=debian$/m.test(fs.readFileSync('/etc/os-release', 'utf8'));
  if (!isDebian || process.getuid?.() !== 0) {
    throw new Error(
      'Chromium is needed: install it (Debian: apt-get install chromium), or set VSCODE_HOST_CHROMIUM to one.',
    );
  }
  log('installing Chromium with apt');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await command('apt-get', ['update', '-qq'], { log, env });
  await command('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { log, env });
}

/**
 * Installs VS Code's server with the web workbench, and the Node it runs on; a person brings their own browser.
 * @param {(text: string) => void} log gets what is being done, in lines
 * @returns {Promise<void>}
 * @throws {Error} which says what to do, if this machine cannot have it
 */
export async function installWorkbench(log) {
  if (!hostRunsHere) throw new Error('The web workbench can be installed on Linux x86-64 only.');
  fs.mkdirSync(hostDir, { recursive: true });
  if (path.relative(hostDir, import.meta.dirname) !== '') {
    for (const name of ['package.json', 'package-lock.json']) {
      fs.copyFileSync(path.join(import.meta.dirname, name), path.join(hostDir, name));
    }
  }
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(hostDir, 'package-lock.json')))
    .digest('hex');
  if (fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === wanted) return;

  log('installing the web workbench with npm (about a minute, 540 MB)');
  const options = { log, cwd: hostDir };
  // No install scripts: code-server's own insists on running under Node 24, and builds what nothing here needs.
  await command('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], options);
  await buildAddons(options);
  // The server looks for its modules, and serves those for the browser, from its own folder.
  const link = path.join(vscodeDir, 'node_modules');
  fs.rmSync(link, { force: true, recursive: true });
  fs.symlinkSync('../../..', link);
  fs.writeFileSync(STAMP, wanted);
  log('the web workbench is installed');
}

/**
 * Two addons have no prebuilt form: VS Code's log writer and the extension host's watchdog. Everything else works
 * without them, so a machine without a compiler is no failure.
 * @param {{ log: (text: string) => void, cwd: string }} options
 */
async function buildAddons(options) {
  const env = { ...process.env, PATH: `${path.join(nodeDir, 'bin')}${path.delimiter}${process.env.PATH ?? ''}` };
  const args = ['--loglevel=error', `--nodedir=${nodeDir}`, '--dangerously-allow-all-scripts'];
  const addons = ['@vscode/spdlog', '@vscode/native-watchdog'];
  await command('npm', ['rebuild', ...args, ...addons], { ...options, env }).catch(() => {
    options.log('addons not built (no compiler?), going on without them');
  });
}

/**
 * Runs a program, its output through `log`.
 * @param {string} file
 * @param {string[]} args
 * @param {{ log: (text: string) => void, cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<void>} rejects if it fails
 */
function command(file, args, { log, cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        for (const line of String(text).split('\n')) if (line.trim() !== '') log(line);
      });
    }
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${file} ${args[0]} failed (${code ?? signal})`));
    });
  });
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === import.meta.filename) {
  await installHost((line) => {
    console.log(`vscode host: ${line}`);
  });
}
