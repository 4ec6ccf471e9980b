/** The disk of the machine that the server runs on. */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Files } from './files.js';

export const disk: Files = {
  async list(folder) {
    const entries = await fs.promises.readdir(fileURLToPath(folder), { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() || entry.isFile() || entry.isSymbolicLink())
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
  async read(file, most) {
    const path = fileURLToPath(file);
    const { size } = await fs.promises.stat(path);
    // Editors leave the byte order mark out as well, so places in the text are the same.
    return size > most ? undefined : new TextDecoder().decode(await fs.promises.readFile(path));
  },
};
