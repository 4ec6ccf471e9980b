/** The open manifests, with their text as the editor has it. Each version is parsed at most once. */
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  Position,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ManifestDocument } from '../document/manifest-document.js';
import { isManifestName, LANGUAGE_ID } from '../document/manifest-name.js';
import { parseManifest } from '../document/parse.js';
import { keysBetween } from '../document/same-keys.js';

/** Longest text that is looked at, in UTF-16 code units. A portal keeps 64 KB of SETTINGS, so no manifest comes near it. */
export const MAX_LENGTH = 4 * 1024 * 1024;

/** Schemes of documents that show an old version of a file, e.g. one side of a comparison: there is nothing to mend in them. */
const PAST_VERSIONS =
  /^(git|gitfs|gitlens|gitlens-git|git-graph|svn|hg|review|pr|githubpr|conflictresolution|vscode-local-history):/i;

/** Whether a document is a manifest: by its language id, or by its name in editors that know only JSON. */
export function isManifest(uri: string, languageId: string): boolean {
  if (PAST_VERSIONS.test(uri)) return false;
  return languageId === LANGUAGE_ID || (/^jsonc?$/i.test(languageId) && isManifestName(uri));
}

/** A manifest that is open in the editor. */
export class OpenManifest {
  #parsed: ManifestDocument | undefined;
  /** Whether the text, if it is sound, has the keys of the last one that was parsed, and that one was in order. */
  #sameKeys = false;

  constructor(private text: TextDocument) {}

  get uri(): string {
    return this.text.uri;
  }

  get version(): number {
    return this.text.version;
  }

  /** Position of an offset. The lines are kept up to date with each change, not counted anew. */
  positionAt(offset: number): Position {
    return this.text.positionAt(offset);
  }

  /** The manifest; undefined when its text is too long to look at. */
  get manifest(): ManifestDocument | undefined {
    const text = this.text.getText();
    if (text.length > MAX_LENGTH) return undefined;
    return (this.#parsed ??= parseManifest(text, this.uri, this.version, {
      lines: this.text,
      sameKeys: this.#sameKeys,
    }));
  }

  /** Takes the editor's changes over. */
  update({ contentChanges, textDocument }: DidChangeTextDocumentParams): void {
    const parsed = this.#parsed;
    const before = parsed?.isPlain && !parsed.hasRepeatedKeys ? this.#keysAround(contentChanges) : undefined;
    this.text = TextDocument.update(this.text, contentChanges, textDocument.version);
    this.#sameKeys = before !== undefined && before === this.#keysAround(contentChanges);
    this.#parsed = undefined;
  }

  /** The keys of the line that is changed; undefined when more than one line is. */
  #keysAround([change, ...more]: readonly TextDocumentContentChangeEvent[]): string | undefined {
    if (change === undefined || more.length > 0 || !('range' in change)) return undefined;
    const { start, end } = change.range;
    if (start.line !== end.line || /[\r\n]/.test(change.text)) return undefined;
    const lineAt = (line: number) => this.text.offsetAt({ line, character: 0 });
    return keysBetween(this.text.getText(), lineAt(start.line), lineAt(start.line + 1));
  }
}

/** The open manifests by address. Documents that are no manifests are not kept, so every verb finds nothing for them. */
export class OpenManifests {
  readonly #manifests = new Map<string, OpenManifest>();

  get(uri: string): OpenManifest | undefined {
    return this.#manifests.get(uri);
  }

  all(): OpenManifest[] {
    return [...this.#manifests.values()];
  }

  /** The manifest that was opened; undefined when the document is none. */
  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): OpenManifest | undefined {
    // Whatever an editor sends: a document without text would end every later look at the workspace.
    if (typeof text !== 'string' || !isManifest(uri, languageId)) return undefined;
    const manifest = new OpenManifest(TextDocument.create(uri, languageId, version, text));
    this.#manifests.set(uri, manifest);
    return manifest;
  }

  change(params: DidChangeTextDocumentParams): OpenManifest | undefined {
    const manifest = this.#manifests.get(params.textDocument.uri);
    manifest?.update(params);
    return manifest;
  }

  /** Whether there was such a manifest. */
  close({ textDocument: { uri } }: DidCloseTextDocumentParams): boolean {
    return this.#manifests.delete(uri);
  }
}
