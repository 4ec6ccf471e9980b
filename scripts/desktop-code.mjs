// Finds the desktop VS Code.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * Path of VS Code's `code` command.
 * @returns {string | undefined} undefined if it is not on PATH, or this machine has no screen to show it on
 */
export function findDesktopCode() {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return undefined;
  const name = platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, name)).find((file) => fs.existsSync(file));
}
