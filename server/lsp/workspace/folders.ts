/** The folders of the workspace, and which of them a document belongs to. */
import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { member } from '../../../schemas/record.js';
import { addressKey, pathBelow } from './address.js';
import type { Fits } from './globs.js';

/** A folder of the workspace. */
export interface Folder {
  readonly uri: string;
  readonly key: string;
  /** Which files are passed over, by their path below the folder. All of them, until the settings are known. */
  isPassedOver: Fits;
}

const folderAt = (uri: string): Folder => ({ uri, key: addressKey(uri), isPassedOver: () => true });

/** The folders that are open in the editor. */
export class Folders {
  #folders: readonly Folder[];

  constructor(params: InitializeParams) {
    // Editors without workspaces name one folder, or none.
    const root = member(params, 'rootUri');
    const single = typeof root === 'string' ? [{ uri: root }] : [];
    this.#folders = (params.workspaceFolders ?? single).map(({ uri }) => folderAt(uri));
  }

  all(): readonly Folder[] {
    return this.#folders;
  }

  /** The editor opened or closed folders. */
  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    const gone = new Set(removed.map(({ uri }) => addressKey(uri)));
    this.#folders = [...this.#folders.filter(({ key }) => !gone.has(key)), ...added.map(({ uri }) => folderAt(uri))];
  }

  /** The innermost folder around a document; undefined outside of all, and for what that folder passes over. */
  homeOf(key: string): Folder | undefined {
    const around = this.#folders.filter((folder) => pathBelow(folder.key, key) !== undefined);
    const nearest = around.reduce<Folder | undefined>(
      (best, folder) => (best === undefined || folder.key.length > best.key.length ? folder : best),
      undefined,
    );
    const path = nearest && pathBelow(nearest.key, key);
    return path === undefined || nearest?.isPassedOver(path) ? undefined : nearest;
  }
}
