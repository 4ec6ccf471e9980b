/**
 * Reads broken text as if each mistake were put right: one repair for each mistake, so that the rules see the whole manifest
 * instead of what a parser makes of the rest after it has stumbled.
 */
import { validateManifest } from '../../schemas/generated/manifest.validate.mjs';
import { member } from '../../schemas/record.js';
import type { ManifestDocument, Span, SyntaxProblem } from '../document/manifest-document.js';
import { parseManifest } from '../document/parse.js';
import { applyEdits } from './apply-edits.js';
import { movesOf, type Moves } from './moves.js';
import { repairsFor, type Remedy } from './repairs.js';
import { ONE_TEXT } from './rewriting.js';
import type { Edit } from './rule.js';

/** A mistake in the text, with the edits that heal it, in the order of the text. Both in offsets of the broken text. */
export interface TextMistake {
  readonly problem: SyntaxProblem;
  readonly edits: readonly Edit[];
  /** Other edits that heal it as well. */
  readonly alternative?: readonly Edit[];
}

/** Broken text, repaired. */
export interface Repair {
  /** The repaired text, which parses; undefined when too much was wrong. */
  readonly document: ManifestDocument | undefined;
  /** In the order in which they were found; of text that could not be repaired, those before it was given up. */
  readonly mistakes: readonly TextMistake[];
  /** Whether the broken text is in another language, which pieces of JSON do not fit into. */
  readonly isForeign: boolean;
  /** The same place in the broken text. */
  toBroken(span: Span): Span;
  /** Whether a place in the repaired text has something in it that the repair has put there. */
  isTouched(span: Span): boolean;
  /** Whether that, or what the repair has taken out there, is more than commas and colons: then it may have been meant otherwise. */
  isGuessed(span: Span): boolean;
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
  readonly remedy: Remedy;
  readonly moves: Moves;
  readonly document: ManifestDocument;
  readonly reach: number;
  readonly disorder: number;
}

function tried(document: ManifestDocument, remedy: Remedy): Trial {
  const trial = parseManifest(applyEdits(document.text, remedy.edits));
  const moves = movesOf(remedy.edits);
  const next = trial.syntaxProblems[0];
  if (next === undefined)
    return { remedy, moves, document: trial, reach: Infinity, disorder: disorder(trial.manifest) };
  // Of texts that are still broken, one that only lacks brackets at its end is nearest to being whole.
  return {
    remedy,
    moves,
    document: trial,
    reach: moves.back(next.span).start,
    disorder: next.kind.startsWith('Close') ? 0 : 1,
  };
}

const isBetter = (a: Trial, b: Trial): boolean => (a.reach === b.reach ? a.disorder < b.disorder : a.reach > b.reach);

/** The best of the repairs that get the parser further than the mistake; the first that leaves nothing to wish for, or shows what the text is. */
function bestRepair(document: ManifestDocument, problem: SyntaxProblem): Trial | undefined {
  let best: Trial | undefined;
  let left = document.syntaxProblems.length > MANY ? FEW : Infinity;
  for (const remedy of repairsFor(document, problem)) {
    if (left-- === 0) break;
    const trial = tried(document, remedy);
    if (trial.reach > problem.span.start && (!best || isBetter(trial, best))) best = trial;
    // Two texts in other quotes are no slip any more: it is how the whole text is written.
    const isMeant = remedy.isPlain === true || (remedy.rewrites === true && remedy.edits.length > ONE_TEXT);
    if ((isMeant && best === trial) || (trial.reach === Infinity && trial.disorder === 0)) break;
  }
  return best;
}

/** Whether an edit puts in and takes out nothing but commas and colons: members and values stay what they are. */
const isPunctuation = (edit: Edit | undefined, text = ''): boolean =>
  edit !== undefined && /^[\s,:]*$/.test(edit.newText + text.slice(edit.span.start, edit.span.end));

function repairText(broken: ManifestDocument): Repair {
  const steps: Trial[] = [];
  const mistakes: TextMistake[] = [];
  let document = broken;
  const toBroken = (span: Span): Span => steps.reduceRight((moved, { moves }) => moves.back(moved), span);
  while (document.syntaxProblems.length > 0 && mistakes.length < MOST_MISTAKES) {
    const problem = document.syntaxProblems[0];
    const best = problem && broken.text.length <= LONGEST ? bestRepair(document, problem) : undefined;
    if (!problem || !best) break;
    const { edits, alternative, problem: { kind, span } = problem } = best.remedy;
    const inBroken = (edit: Edit): Edit => ({ span: toBroken(edit.span), newText: edit.newText });
    mistakes.push({
      problem: { kind, span: toBroken(span) },
      edits: edits.map(inBroken),
      ...(alternative && { alternative: alternative.map(inBroken) }),
    });
    steps.push(best);
    document = best.document;
    if (document.syntaxProblems.length > Math.max(MANY, broken.syntaxProblems.length / 2)) break;
  }
  const inserted = steps.flatMap(({ remedy, moves }, index) =>
    // What is only written in another way was there before.
    remedy.rewrites
      ? []
      : moves.put.map((span, edit) => ({
          span: steps.slice(index + 1).reduce((moved, step) => step.moves.on(moved), span),
          isPunctuation: isPunctuation(remedy.edits[edit], (index === 0 ? broken : steps[index - 1]?.document)?.text),
        })),
  );
  const isIn = ({ start, end }: Span, span: Span): boolean => span.start < end && span.end > start;
  return {
    document: document.syntaxProblems.length === 0 ? document : undefined,
    mistakes,
    isForeign: mistakes.some(({ problem }) => problem.kind === 'PhpArray'),
    toBroken,
    isTouched: (place) => inserted.some(({ span }) => isIn(place, span)),
    isGuessed: (place) => inserted.some(({ span, isPunctuation }) => !isPunctuation && isIn(place, span)),
    lacksText: ({ start, end }) =>
      inserted.some(({ span }) => span.start === span.end && span.start >= start && span.start <= end),
  };
}
