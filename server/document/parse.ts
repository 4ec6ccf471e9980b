/** Text → ManifestDocument. Sound text takes the fast way (JSON.parse, no tree); broken text gives what can be read. */
import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { isObject } from '../../schemas/record.js';
import { lineStarts, offsetAt, positionAt } from './lines.js';
import { locateInText, locateInTree, Wanted } from './locate.js';
import type { ManifestDocument, Path, Span, SyntaxProblem } from './manifest-document.js';
import { scan, type Scan } from './scan.js';
import { stringsInText, stringsInValue } from './strings.js';

/** Nesting that is still read: PHP's json_decode gives up at 512 levels. A manifest needs eight. */
const MAX_DEPTH = 500;

/** The parameters a portal reads from the top level, whatever their letter case. */
const PARAMETERS = new Set(['NAME', 'CODE', 'SORT', 'SETTINGS']);

/** What is known of a text already, to save finding it out. */
export interface Known {
  /** Offsets to positions and back, for whoever keeps the lines of a text up to date. */
  readonly lines?: Pick<ManifestDocument, 'positionAt' | 'offsetAt'>;
  /** Its keys and brackets, if it is sound, are those of another plain text, in which no key repeats. */
  readonly sameKeys?: boolean;
}

/** A parsed manifest. Never throws, whatever the text. */
export function parseManifest(text: string, uri = '', version = 0, known: Known = {}): ManifestDocument {
  return new ParsedManifest(text, uri, version, known);
}

/** The value of a text that JSON.parse takes. */
function tryJson(plain: string): { plain: string; value: unknown } | undefined {
  try {
    return { plain, value: JSON.parse(plain) as unknown };
  } catch {
    // No plain JSON; the tolerant parser tells more.
    return undefined;
  }
}

/** Parses each part on its first use, and once. */
class ParsedManifest implements ManifestDocument {
  readonly value: unknown;
  readonly manifest: unknown;
  readonly syntaxProblems: readonly SyntaxProblem[] = [];
  readonly hasRepeatedKeys: boolean = false;
  /** Sound JSON text with the same offsets; undefined when there is none. */
  readonly #plain: string | undefined;
  /** Upper-cased top-level key → as written, for the keys that differ. */
  readonly #written = new Map<string, string>();
  #scan: Scan | undefined;
  #tree: { root: Node | undefined; errors: ParseError[] } | undefined;
  #starts: number[] | undefined;

  constructor(
    readonly text: string,
    readonly uri: string,
    readonly version: number,
    private readonly known: Known,
  ) {
    const sound = this.#parseSound();
    const isLookedAt = known.sameKeys === true && sound?.plain === text;
    const strings = isLookedAt ? undefined : sound && stringsInValue(sound.value, MAX_DEPTH);
    const tooDeepAt = sound === undefined || Number.isNaN(strings) ? this.#scanned().tooDeepAt : undefined;
    if (tooDeepAt !== undefined) {
      this.syntaxProblems = [{ kind: 'TooDeep', span: { start: tooDeepAt, end: tooDeepAt + 1 } }];
    } else if (sound) {
      this.#plain = sound.plain;
      this.value = sound.value;
      this.hasRepeatedKeys = strings !== undefined && stringsInText(sound.plain) !== strings;
    } else {
      const { root, errors } = this.#parsed();
      this.value = root && getNodeValue(root);
      this.syntaxProblems = errors.map(({ error, offset, length }) => ({
        kind: printParseErrorCode(error),
        // Of a comment that begins at the end of the text, the scanner reads one character too many.
        span: { start: offset, end: Math.min(offset + length, text.length) },
      }));
    }
    this.manifest = this.#upperCaseParameters();
  }

  get isPlain() {
    return this.#plain === this.text;
  }

  get comments() {
    return this.isPlain ? [] : this.#scanned().comments;
  }

  get tree() {
    return this.#parsed().root;
  }

  writtenPath(path: Path): Path {
    const [first, ...rest] = path;
    const written = this.#written.get(String(first));
    return written === undefined ? path : [written, ...rest];
  }

  locate(paths: readonly Path[]) {
    const wanted = new Wanted();
    const nodes = paths.map((path) => wanted.at(this.writtenPath(path)));
    if (this.#plain !== undefined) locateInText(this.#plain, wanted, this.hasRepeatedKeys);
    else if (this.tree) locateInTree(this.tree, wanted);
    return nodes.map(({ place }) => place);
  }

  isIntact(span: Span): boolean {
    if (this.syntaxProblems.length === 0) return true;
    const opener = this.text.charAt(span.start);
    const closer = { '{': '}', '[': ']', '"': '"' }[opener];
    const closed = closer === undefined || (span.end - span.start > 1 && this.text.charAt(span.end - 1) === closer);
    if (!closed || this.syntaxProblems.some(({ span: { start } }) => start >= span.start && start < span.end))
      return false;
    // Text after the end of the manifest: an object that closes there may have been closed too early. Not so before another object,
    // which is no member of one.
    return !this.syntaxProblems.some(
      ({ kind, span: { start } }) =>
        kind === 'EndOfFileExpected' &&
        start >= span.end &&
        !this.text.startsWith('{', start) &&
        /^[\s}\]]*$/.test(this.text.slice(span.end, start)),
    );
  }

  positionAt(offset: number) {
    return this.known.lines?.positionAt(offset) ?? positionAt(this.#lineStarts(), offset);
  }

  offsetAt(position: { line: number; character: number }) {
    return this.known.lines?.offsetAt(position) ?? offsetAt(this.#lineStarts(), this.text, position);
  }

  #lineStarts(): number[] {
    return (this.#starts ??= lineStarts(this.text));
  }

  /** JSON.parse of the text, then of the text without comments and trailing commas. */
  #parseSound(): { plain: string; value: unknown } | undefined {
    return tryJson(this.text) ?? tryJson(this.#scanned().plain);
  }

  #scanned(): Scan {
    return (this.#scan ??= scan(this.text, MAX_DEPTH));
  }

  #parsed() {
    if (this.#tree === undefined) {
      const errors: ParseError[] = [];
      const options = { allowTrailingComma: true, allowEmptyContent: false };
      const text = this.text.replace(/^\uFEFF/, ' ');
      this.#tree = { root: this.#isTooDeep() ? undefined : parseTree(text, errors, options), errors };
    }
    return this.#tree;
  }

  #isTooDeep(): boolean {
    return this.syntaxProblems[0]?.kind === 'TooDeep';
  }

  #upperCaseParameters(): unknown {
    if (!isObject(this.value)) return this.value;
    const keys = Object.keys(this.value);
    const differ = (key: string) => !PARAMETERS.has(key) && PARAMETERS.has(key.toUpperCase());
    if (!keys.some(differ)) return this.value;
    const value = this.value;
    return Object.fromEntries(
      keys.map((key) => {
        // Of `name` and `NAME` the last one counts, for the portal too.
        if (PARAMETERS.has(key)) this.#written.delete(key);
        if (!differ(key)) return [key, value[key]];
        this.#written.set(key.toUpperCase(), key);
        return [key.toUpperCase(), value[key]];
      }),
    );
  }
}
