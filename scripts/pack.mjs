// Packs the built extension into a .vsix, as the Marketplace gets it.
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { root } from './project.mjs';

const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');

/**
 * Packs what dist/ holds now.
 * @param {string} file the .vsix to write
 * @returns {Promise<void>} rejects with what the packager said
 */
export async function packExtension(file) {
  await promisify(execFile)(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file], { cwd: root });
}
