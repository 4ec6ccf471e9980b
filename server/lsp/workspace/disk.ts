/** The disk of the machine that the server runs on. */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Files } from './files.js';

/** Most bytes that UTF-8 takes for one UTF-16 code unit. */
const BYTES_PER_UNIT = 3;

/** Files as Node reads them. */
export const disk: Files = {
  async list(folder) {
    const entries = await fs.promises.readdir(fileURLToPath(folder), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() || entry.isFile() || entry.isSymbolicLink())
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
  async isFolder(address) {
    const stats = await fs.promises.lstat(fileURLToPath(address));
    return stats.isDirectory();
  },
  async read(file, most) {
    const path = fileURLToPath(file);
    const { size } = await fs.promises.stat(path);
    if (size > most * BYTES_PER_UNIT) return undefined;
    // Editors leave the byte order mark out as well, so places in the text are the same.
    const text = new TextDecoder().decode(await fs.promises.readFile(path));
    return text.length > most ? undefined : text;
  },
};
