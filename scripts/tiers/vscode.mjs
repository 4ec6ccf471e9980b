// The tier inside a real VS Code: the downloaded desktop one where that can run, else the web workbench of our host.
import path from 'node:path';
import process from 'node:process';
import { hostRunsHere } from '../../test/vscode/host/location.mjs';
import { artifactsDir, root, run } from '../project.mjs';
import { counted } from './counts.mjs';

const UPDATE_SERVER = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * Whether the tests will run in our host. Desktop VS Code needs a display, and a way to download it.
 * @returns {Promise<boolean>}
 */
export async function usesHost() {
  if (process.env.VSCODE_EXECUTABLE || !hostRunsHere) return false;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return true;
  return fetch(UPDATE_SERVER, { signal: AbortSignal.timeout(5_000) }).then(
    (answer) => !answer.ok,
    () => true,
  );
}

/**
 * Runs the tests in VS Code.
 * @param {boolean} inHost as usesHost() says; the host must be installed then
 * @returns {Promise<Record<string, import('./counts.mjs').Counts>>}
 */
export function runInVSCode(inHost) {
  const host = { VSCODE_EXECUTABLE: path.join(root, 'test/vscode/host/code-web-host.mjs') };
  const logs = path.join(artifactsDir, 'vscode');
  const more = { ...(inHost ? host : {}), VSCODE_HOST_ARTIFACTS: logs, VSCODE_LOGS: logs };
  return counted('vscode', ['vscode'], (env) => run(process.execPath, ['test/vscode/run.mjs'], { ...env, ...more }));
}
