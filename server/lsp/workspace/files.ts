/** Finds the manifests below a folder. */
import { isManifestName } from '../../document/manifest-name.js';
import { addressBelow } from './address.js';
import type { Fits } from './globs.js';

/** The disk, as far as the server looks at it. Addresses are `file:` URIs. */
export interface Files {
  /** What is in a folder; links to folders are left out, as they may lead in a circle. Rejects when it cannot be read. */
  list(folder: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  /** Whether there is a folder; a link to one is none. Rejects when there is nothing. */
  isFolder(address: string): Promise<boolean>;
  /** Text of a file, without a byte order mark; undefined when it is longer than `most` UTF-16 code units. Rejects when it cannot be read. */
  read(file: string, most: number): Promise<string | undefined>;
}

/** Folders that are looked into at the same time. */
const AT_ONCE = 16;

/**
 * Addresses of the manifests below a folder, or below some of the folders in it, named by their paths. Folders that cannot be
 * read are left out.
 */
export async function findManifests(
  files: Pick<Files, 'list'>,
  folder: string,
  isPassedOver: Fits,
  below: readonly string[] = [''],
): Promise<string[]> {
  const found: string[] = [];
  const look = async (path: string): Promise<string[]> => {
    const entries = await files.list(path === '' ? folder : addressBelow(folder, path)).catch(() => []);
    return entries.flatMap(({ name, isFolder }) => {
      const inside = path === '' ? name : `${path}/${name}`;
      if (!isFolder && !isManifestName(name)) return [];
      if (isPassedOver(inside)) return [];
      if (isFolder) return [inside];
      found.push(addressBelow(folder, inside));
      return [];
    });
  };
  let left = [...below];
  while (left.length > 0) {
    const [now, later] = [left.slice(0, AT_ONCE), left.slice(AT_ONCE)];
    left = [...later, ...(await Promise.all(now.map(look))).flat()];
  }
  return found;
}

/** Those of some addresses that are folders. */
export async function foldersAmong(files: Pick<Files, 'isFolder'>, addresses: readonly string[]): Promise<string[]> {
  const folders: string[] = [];
  for (let start = 0; start < addresses.length; start += AT_ONCE) {
    const some = addresses.slice(start, start + AT_ONCE);
    const are = await Promise.all(some.map((address) => files.isFolder(address).catch(() => false)));
    folders.push(...some.filter((_, index) => are[index]));
  }
  return folders;
}
