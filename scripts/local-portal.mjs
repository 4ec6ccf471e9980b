// The built local portal as a program of its own, beside a script.
import { spawn } from 'node:child_process';
import process from 'node:process';
import readline from 'node:readline';
import { cliFile, root } from './project.mjs';

/**
 * @typedef {object} RunningPortal
 * @property {string} url
 * @property {string} webhook the full address up to and including its code
 * @property {{ url: string, token: string }} control
 * @property {number | undefined} pid of its process
 * @property {Promise<number | null>} ended exit code, when the process is gone; null if a signal killed it
 * @property {() => Promise<void>} stop asks it to end, and waits until it has
 */

/**
 * Starts `b24pay portal` on a free port.
 * @param {string[]} [args] more arguments for it
 * @returns {Promise<RunningPortal>} when it is ready
 * @throws {Error} if it ends before that; it has said why
 */
export async function startPortal(args = []) {
  const child = spawn(process.execPath, [cliFile, 'portal', '--port', '0', '--json', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  /** @type {RunningPortal['ended']} */
  const ended = new Promise((resolve) => {
    child.once('close', resolve);
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const line = await Promise.race([
    new Promise((resolve) => readline.createInterface(child.stdout).once('line', resolve)),
    ended.then(() => {
      throw new Error('The local portal did not start.');
    }),
  ]);
  return { ...JSON.parse(line), pid: child.pid, ended, stop };
}
