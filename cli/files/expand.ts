/** Patterns that no shell has expanded: cmd and PowerShell leave `*.b24pay.json` to the program. */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const WILD = /[*?]/;

/** Whether a name is a pattern. */
export const isPattern = (named: string): boolean => WILD.test(named);

/** What a pattern matches, `*` and `?` in its last part, as a shell would expand it; empty when it matches nothing. */
export async function expand(pattern: string, cwd: string): Promise<string[]> {
  const folder = dirname(pattern);
  const name = basename(pattern);
  if (!isPattern(name) || isPattern(folder)) return [];
  const source = name
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const wanted = new RegExp(`^${source}$`);
  const names = await readdir(resolve(cwd, folder)).catch(() => []);
  return names
    .filter((entry) => wanted.test(entry) && (name.startsWith('.') || !entry.startsWith('.')))
    .map((entry) => join(folder, entry));
}
