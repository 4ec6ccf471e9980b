/** What a rule is. Every file in this room exports rules; `registry.ts` is the only list of them. */
import type { ManifestDocument, Path, Span } from '../document/manifest-document.js';
import type { CodeFacts, Facts, FieldFacts, ModeFacts } from './facts.js';
import type { Problem, RelatedPlace, Severity } from './problem.js';

/** Heading under which lists of rules name a rule. */
export type Group = 'JSON' | 'Handler' | 'Modes' | 'CODES' | 'FIELDS' | 'Settings and secrets';

/** A place of the manifest: its key, or its value when it has no key or the value is at fault. */
export interface Spot {
  readonly path: Path;
  readonly part?: 'key' | 'value';
  /** Set when the place cannot be named by a path, e.g. a repeated key. */
  readonly span?: Span;
}

/** Another place that a finding involves: in this manifest, or one in another file. */
export type RelatedSpot = (Spot & { readonly message: string }) | Extract<RelatedPlace, { uri: string }>;

/** What a rule reports. The engine adds code and severity, and turns places into offsets in one pass. */
export interface Finding extends Spot {
  readonly message: string;
  /** Another severity than the rule's, where the catalogue says so. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedSpot[];
  readonly data?: Readonly<Record<string, unknown>>;
  readonly unnecessary?: boolean;
  /**
   * Object whose completeness the finding rests on (something is absent from it, or unknown in it). In broken text the engine
   * drops the finding when that object is not closed or has a syntax problem inside.
   */
  readonly within?: Path;
}

/** Takes a finding of the rule at work. */
export type Report = (finding: Finding) => void;

/** A change of the text. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** One way to put a problem right. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The same edits in snippet syntax, for editors that can place tab stops. */
  readonly snippet?: readonly Edit[];
  /** The fix that Auto Fix takes. */
  readonly preferred?: boolean;
}

/** Everything about one rule code. The visitors are called once for each thing of their kind, in one walk. */
export interface Rule {
  /** Public API: settings, suppressions, docs/rules/<code>.md. */
  readonly code: string;
  readonly severity: Severity;
  readonly group: Group;
  /** One line for lists of rules; English, the key of its translation. */
  readonly title: string;
  /** Fixes are safe to apply to all problems of this code at once, and in the command line's --fix. */
  readonly fixAll?: boolean;
  /** Reads the text as it stands, even a broken one; the other rules see broken text repaired. */
  readonly textual?: boolean;
  manifest?(facts: Facts, report: Report): void;
  mode?(mode: ModeFacts, facts: Facts, report: Report): void;
  setting?(setting: CodeFacts, facts: Facts, report: Report): void;
  field?(field: FieldFacts, facts: Facts, report: Report): void;
  fixes?(problem: Problem, document: ManifestDocument): readonly Fix[];
}
