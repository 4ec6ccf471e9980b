/** Finds the files that `check` is asked about: named ones whatever their name, and the manifests in folders. */
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { FOREIGN_FOLDERS } from '../../server/document/foreign-folders.js';
import { isManifestName } from '../../server/document/manifest-name.js';
import { expand, isPattern } from './expand.js';
import { readFailure } from './failure-reason.js';

/** A file to check. */
export interface FoundFile {
  /** As named, or below the folder as named: what is shown. */
  readonly file: string;
  readonly path: string;
  /** Path of the named folder it was found in, the innermost one; undefined for a file that was named itself. */
  readonly folder?: string;
  /** Whether it is what comes in by standard input, `-`. */
  readonly isInput?: boolean;
}

/** What a search gave. */
export interface Found {
  /** Sorted by name, each file once. */
  readonly files: readonly FoundFile[];
  /** What could not be looked at, and why. */
  readonly failures: readonly { readonly file: string; readonly reason: string }[];
}

async function walk(folder: string, cwd: string, named: string): Promise<Found> {
  let entries;
  try {
    entries = await readdir(resolve(cwd, folder), { withFileTypes: true });
  } catch (error) {
    return { files: [], failures: [{ file: folder, reason: readFailure(error) }] };
  }
  const found = entries.map(async (entry) => {
    const file = join(folder, entry.name);
    // A link to a folder is not followed: it may lead back to where it stands.
    if (entry.isDirectory()) return FOREIGN_FOLDERS.includes(entry.name) ? NOTHING : walk(file, cwd, named);
    const wanted = isManifestName(entry.name) && (entry.isFile() || entry.isSymbolicLink());
    return wanted ? { files: [{ file, path: resolve(cwd, file), folder: named }], failures: [] } : NOTHING;
  });
  return merge(await Promise.all(found));
}

const NOTHING: Found = { files: [], failures: [] };

const merge = (parts: readonly Found[]): Found => ({
  files: parts.flatMap(({ files }) => files),
  failures: parts.flatMap(({ failures }) => failures),
});

async function findOne(named: string, cwd: string): Promise<Found> {
  const path = resolve(cwd, named);
  if (named === '-') return { files: [{ file: '<stdin>', path, isInput: true }], failures: [] };
  try {
    const isFolder = (await stat(path)).isDirectory();
    return isFolder ? await walk(named, cwd, path) : { files: [{ file: named, path }], failures: [] };
  } catch (error) {
    if (isPattern(named)) return findMatching(named, cwd);
    return { files: [], failures: [{ file: named, reason: readFailure(error) }] };
  }
}

/** What a pattern stands for; a file whose name looks like one has been found before. */
async function findMatching(pattern: string, cwd: string): Promise<Found> {
  const names = await expand(pattern, cwd);
  if (names.length > 0) return merge(await Promise.all(names.map((name) => findOne(name, cwd))));
  const reason = l10n.t('nothing there has such a name; name a folder to have all manifests in it checked');
  return { files: [], failures: [{ file: pattern, reason }] };
}

/** The innermost folder last. */
const byDepth = (one: FoundFile, other: FoundFile): number => (one.folder ?? '').length - (other.folder ?? '').length;

/** Finds all files behind the names. Never throws for a name that leads nowhere: the others are still of use. */
export async function findManifests(names: readonly string[], cwd: string): Promise<Found> {
  const { files, failures } = merge(await Promise.all(names.map((name) => findOne(name, cwd))));
  // Shown as it was named first.
  const once = new Map([...files].reverse().map((found) => [found.path, found]));
  const folders = new Map([...files].sort(byDepth).map(({ path, folder }) => [path, folder]));
  const grouped = [...once.values()].map(({ file, path, isInput }) => {
    const folder = folders.get(path);
    return { file, path, ...(isInput && { isInput }), ...(folder !== undefined && { folder }) };
  });
  return { files: grouped.sort((one, other) => (one.file < other.file ? -1 : 1)), failures };
}
