/** What the rules find: the one currency between rules and every face (editor, command line, register gate). */
import type { Position } from '../document/lines.js';
import type { Path, Span } from '../document/manifest-document.js';

/** How bad a problem is: an error keeps a manifest off a portal. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Another place that a problem involves, in the same file or in another one. */
export type RelatedPlace =
  | { readonly message: string; readonly span: Span }
  | {
      readonly message: string;
      readonly uri: string;
      readonly range: { readonly start: Position; readonly end: Position };
    };

/** One finding. Offsets count UTF-16 code units; each face converts them once, at its edge. */
export interface Problem {
  /** Rule code (public API, docs/rules/<code>.md). */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** Place in the manifest, as written in the file. */
  readonly path: Path;
  readonly related?: readonly RelatedPlace[];
  /** What the rule's fix needs to know. Plain JSON. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Shown faded. */
  readonly unnecessary?: boolean;
}
