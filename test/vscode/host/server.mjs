// VS Code's server: starting it for a test or for a person, its user settings, installing a packaged extension.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { nodeExecutable, serverMain } from './location.mjs';

/**
 * @typedef {object} Folders where the server keeps things
 * @property {string} data the server's own data
 * @property {string} user user settings and logs
 * @property {string} extensions installed extensions
 *
 * @typedef {object} Server
 * @property {string} origin such as http://127.0.0.1:40123
 * @property {string} authority the origin's host and port, which names the server in vscode-remote addresses
 * @property {string | undefined} token what a browser must show to be let in; undefined for tests
 * @property {string[]} output what the server printed, in pieces
 * @property {Promise<void>} ended resolves when the process is gone
 * @property {() => Promise<void>} stop ends the server and everything it started
 */

/** An extension gallery address that leads nowhere: no look-ups outside this machine. */
const NO_GALLERY = '{"serviceUrl":""}';

/** A built workbench obeys extensionDevelopmentPath and extensionTestsPath only with the test driver on. */
const TEST_FLAGS = [
  '--without-connection-token',
  '--disable-workspace-trust',
  '--enable-smoke-test-driver',
  '--enable-proposed-api',
];

/** User settings that keep the workbench quiet: no network, no chat, no start page. Trust is asked for in a dialog. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
  'security.workspace.trust.startupPrompt': 'always',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.editor.languageDetection': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * The three folders inside one.
 * @param {string} root
 * @returns {Folders}
 */
export function serverFolders(root) {
  return { data: path.join(root, 'server'), user: path.join(root, 'user'), extensions: path.join(root, 'extensions') };
}

/**
 * Writes user settings, unless there are some already.
 * @param {Folders} folders
 * @param {Record<string, unknown>} [more] settings that are added to the quiet ones
 */
export function writeSettings(folders, more = {}) {
  const file = path.join(folders.user, 'User/settings.json');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...QUIET, ...more }, null, 2));
}

/**
 * Installs a packaged extension, as `code --install-extension` does.
 * @param {string} vsix
 * @param {Folders} folders
 */
export function installExtension(vsix, folders) {
  const args = ['--server-data-dir', folders.data, '--extensions-dir', folders.extensions];
  execFileSync(nodeExecutable, [serverMain, ...args, '--install-extension', vsix, '--force'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, EXTENSIONS_GALLERY: NO_GALLERY },
  });
}

/**
 * Starts the server on a free loopback port.
 * @param {Folders} folders
 * @param {{ for: 'person' | 'test' }} options a person's server wants its token from the browser and asks for trust
 * @returns {Promise<Server>}
 * @throws {Error} with the server's output, if it does not come up within a minute
 */
export async function startServer(folders, options) {
  const args = ['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms', '--telemetry-level', 'off'];
  args.push('--server-data-dir', folders.data, '--user-data-dir', folders.user, '--extensions-dir', folders.extensions);
  if (options.for === 'test') args.push(...TEST_FLAGS);
  const server = spawn(nodeExecutable, [serverMain, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // its own process group, so that stop() reaches extension hosts and their language servers too
    env: { ...process.env, EXTENSIONS_GALLERY: NO_GALLERY },
  });
  /** @type {string[]} */
  const output = [];
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    server.once('exit', () => {
      resolve();
    });
    server.once('error', () => {
      resolve();
    });
  });
  const stop = () => stopGroup(server, ended);
  // Whoever ends without stop(), by an error for instance, leaves no server behind.
  const stopAtExit = () => signalGroup(server, 'SIGKILL');
  process.once('exit', stopAtExit);
  void ended.then(() => process.off('exit', stopAtExit));
  try {
    const { port, token } = await address(server, output);
    const authority = `127.0.0.1:${port}`;
    return { origin: `http://${authority}`, authority, token, output, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Waits for the line in which the server says where it listens.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} server
 * @param {string[]} output collects everything printed, also afterwards
 * @returns {Promise<{ port: string, token: string | undefined }>}
 */
function address(server, output) {
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer);
      reject(new Error(`VS Code's server ${why}\n${output.join('')}`));
    };
    const timer = setTimeout(fail, 60_000, 'did not start within a minute.');
    const read = (/** @type {Buffer} */ data) => {
      output.push(String(data));
      const [, port, token] =
        /Web UI available at http:\/\/[^:\s]+:(\d+)\S*?(?:[?&]tkn=(\S+))?\s/.exec(output.join('')) ?? [];
      if (!port) return;
      clearTimeout(timer);
      resolve({ port, token });
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', (error) => {
      fail(`cannot be run: ${error.message}`);
    });
    server.once('exit', (code, signal) => {
      fail(`ended (${code ?? signal}).`);
    });
  });
}

/**
 * Ends a process group: politely, and after three seconds for good.
 * @param {import('node:child_process').ChildProcess} leader
 * @param {Promise<void>} ended
 */
async function stopGroup(leader, ended) {
  const timer = setTimeout(() => signalGroup(leader, 'SIGKILL'), 3_000);
  signalGroup(leader, 'SIGTERM');
  await ended;
  clearTimeout(timer);
  signalGroup(leader, 'SIGKILL'); // what the server left behind
}

/**
 * Signals every process of a group, if there is one left.
 * @param {import('node:child_process').ChildProcess} leader
 * @param {NodeJS.Signals} signal
 */
function signalGroup(leader, signal) {
  try {
    if (leader.pid !== undefined) process.kill(-leader.pid, signal);
  } catch {
    // The group is gone already.
  }
}
