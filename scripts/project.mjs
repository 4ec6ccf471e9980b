// The project's folders, and running programs in it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

/** Root of the project. */
export const root = path.dirname(import.meta.dirname);

/** What scripts make and may lose: not in git, not shipped. */
export const cacheDir = path.join(root, '.cache');

/** Pictures and logs of a test run, kept by CI. */
export const artifactsDir = path.join(root, 'artifacts');

/** The built command line. */
export const cliFile = path.join(root, 'dist/cli.js');

/**
 * Runs a program in the project's root; its output goes where this script's goes.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] variables to add
 * @returns {Promise<number>} exit code; 1 for a program ended by a signal
 */
export function run(file, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a dependency's program with this Node: no shell and no .cmd file in between.
 * @param {string} file inside node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] variables to add
 * @returns {Promise<number>} exit code
 */
export function runModule(file, args, env) {
  return run(process.execPath, [path.join(root, 'node_modules', file), ...args], env);
}

/**
 * Builds what ships, into dist/. Does nothing with B24PAY_BUILT set: tests run against one build.
 * @throws {Error} if it cannot be built; the reason has been printed
 */
export async function buildProduct() {
  if (process.env.B24PAY_BUILT) return;
  if ((await run(process.execPath, ['scripts/build.mjs'])) !== 0) throw new Error('The build failed.');
}
