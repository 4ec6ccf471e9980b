/** The parsed manifest that every rule and feature reads: its shape. `parse.ts` makes it. */
import type { Node } from 'jsonc-parser';
import type { Position } from './lines.js';
import type { Place } from './locate.js';

/** Keys and indexes from the root to a place. */
export type Path = readonly (string | number)[];

/** A piece of the text: offsets in UTF-16 code units, end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place where the text is no JSON. */
export interface SyntaxProblem {
  readonly span: Span;
  /** Name of jsonc-parser's ParseErrorCode, e.g. `CloseBraceExpected`; `TooDeep` when nesting goes past what is read. */
  readonly kind: string;
}

/** A `//` or block comment. */
export interface Comment {
  readonly span: Span;
}

/** A manifest, read: its text, its value, and where things stand. */
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
  /** The tree with offsets, built on first use; undefined when there is nothing to build one of. */
  readonly tree: Node | undefined;
  /** Whether JSON.parse takes the text as it stands: without comments and trailing commas. */
  readonly isPlain: boolean;
  /** Whether some object has a key twice, so that `value` lacks what the text has. False of broken text. */
  readonly hasRepeatedKeys: boolean;
  /** Path as written in the file for a path into `manifest`. */
  writtenPath(path: Path): Path;
  /** Where the places at paths into `manifest` stand, all found in one pass; undefined for a path that is not there. */
  locate(paths: readonly Path[]): (Place | undefined)[];
  /** Whether the value that stands at a span is closed and has no syntax problem inside. Always true in sound text. */
  isIntact(span: Span): boolean;
  /** Zero-based line and UTF-16 character. */
  positionAt(offset: number): Position;
  /** Offset of a position; positions past the end are clamped. */
  offsetAt(position: Position): number;
}
