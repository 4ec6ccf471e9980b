/** The parsed manifest that every rule and feature reads. Made once per text version; making it never throws. */
import type { Node } from 'jsonc-parser';

/** Keys and indexes from the root to a place, as written in the file. */
export type Path = readonly (string | number)[];

/** A piece of the text: offsets in UTF-16 code units, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place where the text is no JSON. */
export interface SyntaxProblem {
  readonly span: Span;
  /** Name of jsonc-parser's ParseErrorCode, e.g. `CloseBraceExpected`. */
  readonly kind: string;
}

/** A `//` or block comment. */
export interface Comment {
  readonly span: Span;
}

export interface ManifestDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Empty when the text parses (comments and trailing commas are allowed). */
  readonly syntaxProblems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  /** The value as JSON.parse gives it (the last of equal keys wins); of broken text, the parts that could be read. */
  readonly value: unknown;
  /** The value as a portal reads it: its top-level keys in upper case (inside SETTINGS letter case counts). */
  readonly manifest: unknown;
  /** The tree with offsets. Built on first use: checking a sound manifest does not need it. */
  readonly tree: Node | undefined;
  /** Path as written in the file for a path into `manifest`. */
  writtenPath(path: Path): Path;
  /** Where the key, or the value, at a path into `manifest` stands; undefined when there is none. */
  spanOf(path: Path, part: 'key' | 'value'): Span | undefined;
  /** Zero-based line and UTF-16 character. */
  positionAt(offset: number): { line: number; character: number };
  /** Offset of a position; positions past the end are clamped. */
  offsetAt(position: { line: number; character: number }): number;
}
