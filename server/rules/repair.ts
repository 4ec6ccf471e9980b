/**
 * Reads broken text as if each mistake were put right: one repair for each mistake, so that the rules see the whole manifest
 * instead of what a parser makes of the rest after it has stumbled.
 */
import { validateManifest } from '../../schemas/generated/manifest.validate.mjs';
import { member } from '../../schemas/record.js';
import type { ManifestDocument, Span, SyntaxProblem } from '../document/manifest-document.js';
import { parseManifest } from '../document/parse.js';
import { applyEdits } from './apply-edits.js';
import { repairsFor } from './repairs.js';
import type { Edit } from './rule.js';

/** A mistake in the text, with the edit that heals it. Both in offsets of the broken text. */
export interface TextMistake {
  readonly problem: SyntaxProblem;
  readonly edit: Edit;
}

/** Broken text, repaired. */
export interface Repair {
  /** The repaired text, which parses; undefined when too much was wrong. */
  readonly document: ManifestDocument | undefined;
  /** In the order in which they were found; of text that could not be repaired, those before it was given up. */
  readonly mistakes: readonly TextMistake[];
  /** The same place in the broken text. */
  toBroken(span: Span): Span;
  /** Whether a place in the repaired text has something in it that the repair has put there. */
  isTouched(span: Span): boolean;
  /** Whether the repair has taken something out inside a place in the repaired text, or at one of its ends. */
  lacksText(span: Span): boolean;
}

/** Most mistakes that are repaired. */
export const MOST_MISTAKES = 8;

/** Longest text that is repaired while somebody types. */
const LONGEST = 200_000;

/** More problems than this, and the text is no manifest with a slip, unless the first repair puts most of them right. */
const MANY = 100;

/** Repairs that are tried in such a text. */
const FEW = 5;

const known = new WeakMap<ManifestDocument, Repair>();

/** The repair of a broken text; undefined for a sound one. Worked out once for each document. */
export function repairOf(document: ManifestDocument): Repair | undefined {
  if (document.syntaxProblems.length === 0) return undefined;
  const repair = known.get(document) ?? repairText(document);
  known.set(document, repair);
  return repair;
}

/** How far a manifest is from one in order. */
function disorder(manifest: unknown): number {
  if (validateManifest(manifest)) return 0;
  const errors = validateManifest.errors?.length ?? 0;
  // The token examples of the documentation send `auth` beside the parameters.
  return member(manifest, 'auth') === undefined ? errors : errors - 1;
}

/** A text after one more repair, and how good that is: how far it parses, and what comes of it. */
interface Trial {
  readonly edit: Edit;
  readonly document: ManifestDocument;
  readonly reach: number;
  readonly disorder: number;
}

function tried(document: ManifestDocument, edit: Edit): Trial {
  const trial = parseManifest(applyEdits(document.text, [edit]));
  const next = trial.syntaxProblems[0];
  if (next === undefined) return { edit, document: trial, reach: Infinity, disorder: disorder(trial.manifest) };
  const grown = edit.newText.length - (edit.span.end - edit.span.start);
  // Of texts that are still broken, one that only lacks brackets at its end is nearest to being whole.
  return { edit, document: trial, reach: next.span.start - grown, disorder: next.kind.startsWith('Close') ? 0 : 1 };
}

const isBetter = (a: Trial, b: Trial): boolean => (a.reach === b.reach ? a.disorder < b.disorder : a.reach > b.reach);

/** The best of the repairs that get the parser further than the mistake; the first that leaves nothing to wish for. */
function bestRepair(document: ManifestDocument, problem: SyntaxProblem): Trial | undefined {
  let best: Trial | undefined;
  let left = document.syntaxProblems.length > MANY ? FEW : Infinity;
  for (const edit of repairsFor(document, problem)) {
    if (left-- === 0) break;
    const trial = tried(document, edit);
    if (trial.reach > problem.span.start && (!best || isBetter(trial, best))) best = trial;
    if (trial.reach === Infinity && trial.disorder === 0) break;
  }
  return best;
}

function repairText(broken: ManifestDocument): Repair {
  const edits: Edit[] = [];
  const mistakes: TextMistake[] = [];
  let document = broken;
  const toBroken = (span: Span): Span => edits.reduceRight(before, span);
  while (document.syntaxProblems.length > 0 && mistakes.length < MOST_MISTAKES) {
    const problem = document.syntaxProblems[0];
    const best = problem && broken.text.length <= LONGEST ? bestRepair(document, problem) : undefined;
    if (!problem || !best) break;
    mistakes.push({
      problem: { kind: problem.kind, span: toBroken(problem.span) },
      edit: { span: toBroken(best.edit.span), newText: best.edit.newText },
    });
    edits.push(best.edit);
    document = best.document;
    if (document.syntaxProblems.length > Math.max(MANY, broken.syntaxProblems.length / 2)) break;
  }
  const inserted = edits.map((edit, index) => edits.slice(index + 1).reduce(after, spanOfNew(edit)));
  return {
    document: document.syntaxProblems.length === 0 ? document : undefined,
    mistakes,
    toBroken,
    isTouched: ({ start, end }) => inserted.some((span) => span.start < end && span.end > start),
    lacksText: ({ start, end }) =>
      inserted.some((span) => span.start === span.end && span.start >= start && span.start <= end),
  };
}

const spanOfNew = ({ span, newText }: Edit): Span => ({ start: span.start, end: span.start + newText.length });

/** A span as it was before an edit. What the edit has put there shrinks to where it took place. */
function before(span: Span, edit: Edit): Span {
  const added = edit.span.start + edit.newText.length;
  const map = (offset: number): number => {
    if (offset >= added) return offset - edit.newText.length + (edit.span.end - edit.span.start);
    return Math.min(offset, edit.span.start);
  };
  return { start: map(span.start), end: map(span.end) };
}

/** A span as it is after an edit elsewhere. */
function after(span: Span, edit: Edit): Span {
  const grown = edit.newText.length - (edit.span.end - edit.span.start);
  const map = (offset: number): number => (offset >= edit.span.end ? offset + grown : offset);
  return { start: map(span.start), end: map(span.end) };
}
