/**
 * The manifests of the workspace folders, open or not, and which of them have the same CODE. The disk is looked through only after
 * the first diagnostics, and from then on followed by what the editor says of it.
 */
import type { FileEvent, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { codeKey } from '../../../schemas/handler-code.js';
import { handlerCode, type HandlerCode } from '../../document/handler-code.js';
import { isManifestName } from '../../document/manifest-name.js';
import { parseManifest } from '../../document/parse.js';
import type { OtherManifest } from '../../rules/facts.js';
import type { Connection } from '../connection.js';
import { MAX_LENGTH, type OpenManifest, type OpenManifests } from '../documents.js';
import type { SettingsStore } from '../settings.js';
import { addressKey, outermost, pathBelow } from './address.js';
import { findManifests, foldersAmong, type Files } from './files.js';
import type { Folder, Folders } from './folders.js';
import { passedOver } from './passed-over.js';

const CREATED: FileEvent['type'] = 1;
const DELETED: FileEvent['type'] = 3;

/** A manifest on the disk. A new object whenever its text is another. */
export interface ManifestFile {
  readonly uri: string;
  /** Undefined when it is too long to look at. */
  readonly text: string | undefined;
  readonly own: HandlerCode | undefined;
}

/** A manifest of the workspace; what the editor has open counts before what is on the disk. */
export type Member = { readonly key: string; readonly folder: Folder } & (
  { readonly open: OpenManifest; readonly file?: never } | { readonly file: ManifestFile; readonly open?: never }
);

/** What the workspace works with. */
export interface WorkspaceDeps {
  readonly folders: Folders;
  readonly manifests: OpenManifests;
  readonly settings: SettingsStore;
  readonly connection: Connection;
  readonly files: Files;
  /** Called when manifests came or went, or a CODE is another. */
  readonly onChange: () => void;
}

/** The manifests of the workspace folders. */
export class Workspace {
  #files = new Map<string, ManifestFile>();
  /** Files by folder and code, made on first use after a change. */
  #byCode: Map<string, Member[]> | undefined;
  /** CODE of each open manifest, as last seen. */
  readonly #seen = new Map<string, string | undefined>();
  #state: 'new' | 'started' | 'ready' = 'new';
  #work = Promise.resolve();
  #haveStarted = (): void => undefined;
  readonly #started = new Promise<void>((resolve) => (this.#haveStarted = resolve));

  constructor(private readonly deps: WorkspaceDeps) {}

  /** Looks through the folders for the first time. */
  start(): void {
    if (this.#state === 'new') void this.rescan();
  }

  /** Resolves when everything that is known to have changed was read. Waits for `start`: the first diagnostics come first. */
  async ready(): Promise<void> {
    await this.#started;
    await this.#work;
  }

  /** Looks through the folders again. */
  rescan(): Promise<void> {
    if (this.#state === 'new') this.#state = 'started';
    const done = this.#queue(() => this.#scan());
    this.#haveStarted();
    return done;
  }

  /** Looks through the folders again, unless that is still to come. */
  refresh(): void {
    if (this.#state !== 'new') void this.rescan();
  }

  /** The editor noticed changes on the disk. */
  filesChanged(changes: readonly FileEvent[]): void {
    if (this.#state === 'new') return;
    void this.#queue(async () => {
      const changed: boolean[] = [];
      for (const { uri, type } of changes)
        changed.push(type === DELETED ? this.#forget(addressKey(uri)) : await this.#update(uri));
      const created = changes.filter(({ type }) => type === CREATED).map(({ uri }) => uri);
      for (const uri of await this.#manifestsIn(created)) changed.push(await this.#update(uri));
      return changed.includes(true);
    });
  }

  /** The manifests in what was created: of a folder that is renamed or moved, an editor hears nothing else. */
  async #manifestsIn(created: readonly string[]): Promise<string[]> {
    const { files, folders } = this.deps;
    // A package manager writes thousands of files: what is passed over is not looked at, and each folder once.
    const ours = created.filter((uri) => uri.startsWith('file:') && folders.homeOf(addressKey(uri)) !== undefined);
    const found: string[] = [];
    for (const uri of await foldersAmong(files, outermost(ours))) {
      const home = folders.homeOf(addressKey(uri));
      const path = home && pathBelow(home.key, addressKey(uri));
      if (home && path !== undefined) found.push(...(await findManifests(files, home.uri, home.isPassedOver, [path])));
    }
    return found;
  }

  /** The editor opened or closed folders. */
  foldersChanged(event: WorkspaceFoldersChangeEvent): void {
    this.deps.folders.change(event);
    this.refresh();
  }

  /** A manifest was closed: from now on its file counts. */
  closed(uri: string): void {
    this.#seen.delete(uri);
    if (this.#state === 'new') return;
    void this.#queue(async () => {
      await this.#update(uri);
    });
  }

  /** An open manifest was looked at; its CODE may be another than before. What that means to others comes after the answer. */
  looked(uri: string, code: string | undefined): void {
    const isNews = this.#seen.get(uri) !== code;
    if (!isNews && this.#state !== 'new') return;
    this.#seen.set(uri, code);
    setImmediate(() => {
      this.start();
      if (isNews) this.#changed();
    });
  }

  /** Whether a document is inside a workspace folder and not passed over. */
  includes(uri: string): boolean {
    return this.deps.folders.homeOf(addressKey(uri)) !== undefined;
  }

  /** A manifest of the workspace that is not open. */
  fileAt(uri: string): Member | undefined {
    return this.members().find((member) => member.file && member.key === addressKey(uri));
  }

  /** All manifests of the workspace folders. */
  members(): Member[] {
    const opens = this.#opens();
    return [...this.#filesOfFolders().filter(({ key }) => !opens.has(key)), ...opens.values()].sort(byKey);
  }

  #filesOfFolders(): Member[] {
    return [...this.#files].flatMap(([key, file]) => {
      const folder = this.deps.folders.homeOf(key);
      return folder ? [{ key, folder, file }] : [];
    });
  }

  /** The open manifests of the folders, by key. */
  #opens(): Map<string, Member> {
    const members = this.deps.manifests.all().flatMap((open): [string, Member][] => {
      const key = addressKey(open.uri);
      const folder = this.deps.folders.homeOf(key);
      return folder ? [[key, { key, folder, open }]] : [];
    });
    return new Map(members);
  }

  /** Other manifests of the folder of `uri` with the same CODE as `own`; none before the folders were looked through. */
  duplicatesOf(uri: string, own: HandlerCode | undefined): readonly OtherManifest[] {
    if (this.#state !== 'ready' || own === undefined) return [];
    const key = addressKey(uri);
    const folder = this.deps.folders.homeOf(key);
    if (folder === undefined) return [];
    // Open manifests change all the time: what they say now counts, whether they were looked at since or not.
    const opens = this.#opens();
    const files = (this.#codesOfFiles().get(keyIn(folder, own.code)) ?? []).filter((file) => !opens.has(file.key));
    const inFolder = [...opens.values()].filter((open) => open.folder === folder);
    return [...files, ...inFolder].sort(byKey).flatMap((other) => {
      const found = other.key === key ? undefined : codeOf(other);
      if (found === undefined || codeKey(found.code) !== codeKey(own.code)) return [];
      return [{ uri: (other.open ?? other.file).uri, code: found.code, range: found.range }];
    });
  }

  #codesOfFiles(): Map<string, Member[]> {
    if (this.#byCode) return this.#byCode;
    const byCode = new Map<string, Member[]>();
    for (const member of this.#filesOfFolders()) {
      const own = codeOf(member);
      if (own === undefined) continue;
      const key = keyIn(member.folder, own.code);
      byCode.set(key, [...(byCode.get(key) ?? []), member]);
    }
    return (this.#byCode = byCode);
  }

  #changed(): void {
    this.#byCode = undefined;
    if (this.#state === 'ready') this.deps.onChange();
  }

  /**
   * One piece of work after the other, so that an older answer of the disk never replaces a newer one. Work that gives false has
   * changed nothing.
   */
  #queue(work: () => Promise<unknown>): Promise<void> {
    this.#work = this.#work.then(work).then(
      (changed) => {
        if (changed !== false) this.#changed();
      },
      (error: unknown) => {
        this.deps.connection.logFailure('reading the workspace', error);
      },
    );
    return this.#work;
  }

  async #scan(): Promise<void> {
    const { folders, settings, files } = this.deps;
    const found = new Map<string, ManifestFile>();
    for (const folder of folders.all()) {
      const [{ exclude }, associations] = await Promise.all([
        settings.of(folder.uri),
        settings.associationsOf(folder.uri),
      ]);
      folder.isPassedOver = passedOver({ exclude, associations });
      // Another kind of folder has its files where only the editor reaches them.
      if (!folder.uri.startsWith('file:')) continue;
      for (const uri of await findManifests(files, folder.uri, folder.isPassedOver)) {
        const file = await this.#read(uri);
        if (file) found.set(addressKey(uri), file);
      }
    }
    this.#files = found;
    this.#state = 'ready';
  }

  /** Reads a manifest again. Gives whether it is another than before. */
  async #update(uri: string): Promise<boolean> {
    const key = addressKey(uri);
    if (!isManifestName(uri) || !uri.startsWith('file:') || !this.deps.folders.homeOf(key)) return false;
    const before = this.#files.get(key);
    const file = await this.#read(uri);
    if (file) this.#files.set(key, file);
    else this.#files.delete(key);
    return file !== before;
  }

  /** Reads a file; undefined when it is gone or may not be read. */
  async #read(uri: string): Promise<ManifestFile | undefined> {
    const known = this.#files.get(addressKey(uri));
    let text: string | undefined;
    try {
      text = await this.deps.files.read(uri, MAX_LENGTH);
    } catch {
      return undefined;
    }
    if (known && known.text === text) return known;
    const own = text === undefined ? undefined : handlerCode(parseManifest(text, uri));
    // The range is looked up now, so that the parsed text need not be kept.
    return { uri, text, own: own && { code: own.code, range: own.range } };
  }

  /** A file is gone, or a folder with all that was in it. Gives whether a manifest was there. */
  #forget(gone: string): boolean {
    const keys = [...this.#files.keys()].filter((key) => key === gone || pathBelow(gone, key) !== undefined);
    for (const key of keys) this.#files.delete(key);
    return keys.length > 0;
  }
}

const codeOfOpen = ({ manifest }: OpenManifest): HandlerCode | undefined => manifest && handlerCode(manifest);

const codeOf = ({ open, file }: Member): HandlerCode | undefined => (file ? file.own : codeOfOpen(open));

const byKey = (a: Member, b: Member): number => (a.key < b.key ? -1 : 1);

const keyIn = (folder: Folder, code: string): string => `${folder.key}\n${codeKey(code)}`;
