/** Checks manifests that are not open. Each text is checked once, until the settings or the manifests beside it change. */
import type { Diagnostic } from 'vscode-languageserver';
import { checkManifest } from '../../check.js';
import { parseManifest } from '../../document/parse.js';
import type { OtherManifest } from '../../rules/facts.js';
import { toDiagnostics, tooLong } from '../diagnostic.js';
import type { Settings, SettingsStore } from '../settings.js';
import type { Folder } from './folders.js';
import type { ManifestFile, Workspace } from './workspace.js';

/** The outcome of a check and what it was made of. */
export interface FileCheck {
  readonly settings: Settings;
  /** The duplicates and their places, as text. */
  readonly duplicates: string;
  /** Never one that an open manifest's check has. */
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/** The checks of manifests that are not open, each kept until its text or settings change. */
export class FileChecks {
  readonly #checked = new WeakMap<ManifestFile, FileCheck>();
  #results = 0;

  constructor(
    private readonly workspace: Workspace,
    private readonly settings: SettingsStore,
    /** The editor shows related places. */
    private readonly withRelated: boolean,
  ) {}

  /** Checks a file with the settings of its folder. */
  async of(file: ManifestFile, folder: Folder): Promise<FileCheck> {
    const settings = await this.settings.of(folder.uri);
    const others = this.workspace.duplicatesOf(file.uri, file.own);
    const duplicates = JSON.stringify(others);
    const known = this.#checked.get(file);
    if (known?.settings === settings && known.duplicates === duplicates) return known;
    const items = this.#problems(file, settings, others);
    const checked = { settings, duplicates, resultId: `file-${++this.#results}`, items };
    this.#checked.set(file, checked);
    return checked;
  }

  #problems(
    { uri, text }: ManifestFile,
    { severities = {} }: Settings,
    others: readonly OtherManifest[],
  ): Diagnostic[] {
    if (text === undefined) return [tooLong()];
    const manifest = parseManifest(text, uri);
    return toDiagnostics(checkManifest(manifest, { severities, others }), manifest, this.withRelated);
  }
}
