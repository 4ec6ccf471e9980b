/** Text that is no JSON: one report for each mistake, where it can be seen. */
import * as l10n from '@vscode/l10n';
import type { ManifestDocument, Span } from '../document/manifest-document.js';
import { parseManifest } from '../document/parse.js';
import { applyEdits, overlap } from './apply-edits.js';
import { fix } from './fix.js';
import { alternativeTitle, familyOf, isNamed, isSure, type Shown } from './named-mistakes.js';
import { MOST_MISTAKES, repairOf, type TextMistake } from './repair.js';
import type { Edit, Fix, Rule } from './rule.js';
import { messageOf, placeOf, titleOf } from './syntax-words.js';

/** Whether a mistake follows another one immediately, as the next token does after a missing quote. */
function follows(text: string, { problem }: Shown, previous: Shown | undefined): boolean {
  if (previous === undefined || isNamed(previous) || isNamed({ problem })) return false;
  const { start, end } = previous.problem.span;
  return problem.span.start >= start && text.slice(end, problem.span.start).trim() === '';
}

/** Mistakes of which those that run through the whole text are told once, however often others interrupt them. */
function joined(mistakes: readonly TextMistake[]): readonly TextMistake[] {
  return mistakes.flatMap((mistake) => {
    const family = familyOf(mistake);
    if (family === undefined) return [mistake];
    const relatives = mistakes.filter((other) => familyOf(other) === family);
    if (relatives[0] !== mistake) return [];
    const edits = relatives.flatMap((relative) => relative.edits).sort((a, b) => a.span.start - b.span.start);
    return [{ problem: mistake.problem, edits }];
  });
}

/**
 * One report for each mistake. Of text that could be repaired, each repair is one; half a key takes two, so none that follows
 * another immediately, and one at a place. Of text that was given up, the first problem: the parser stumbles over the rest.
 */
function mistakesIn(document: ManifestDocument): Shown[] {
  const repair = repairOf(document);
  const mistakes = repair?.mistakes ?? [];
  if (repair?.document === undefined && mistakes.length < MOST_MISTAKES)
    return document.syntaxProblems.slice(0, 1).map((problem) => ({ problem }));
  const places = new Set<number>();
  const shownOnce = joined(mistakes);
  return shownOnce.flatMap((mistake, index) => {
    if (follows(document.text, mistake, shownOnce[index - 1])) return [];
    const next = shownOnce[index + 1];
    const shown = next && follows(document.text, next, mistake) ? { problem: mistake.problem } : mistake;
    const { start } = placeOf(document.text, shown);
    if (places.has(start)) return [];
    places.add(start);
    return [shown];
  });
}

/** Where the first mistake of a text that is no JSON is shown. */
export function firstMistake(document: ManifestDocument): Span | undefined {
  const [first] = mistakesIn(document);
  return first && placeOf(document.text, first);
}

/** A fix made of edits, if it heals a mistake: beside others, one alone need not heal anything. */
function healing(
  document: ManifestDocument,
  mistakes: readonly Shown[],
  title: string | undefined,
  edits: readonly Edit[],
  preferred: boolean,
): Fix[] {
  if (title === undefined || overlap(edits)) return [];
  const after = parseManifest(applyEdits(document.text, edits));
  const heals =
    mistakesIn(after).length < mistakes.length && after.syntaxProblems.length < document.syntaxProblems.length;
  return heals || after.syntaxProblems.length === 0 ? fix(title, edits, { preferred }) : [];
}

export const jsonSyntax: Rule = {
  code: 'json-syntax',
  severity: 'error',
  group: 'JSON',
  title: 'The text is no JSON',
  textual: true,
  manifest({ document }, report) {
    for (const mistake of mistakesIn(document)) {
      report({
        path: [],
        span: placeOf(document.text, mistake),
        message: `${messageOf(document.text, mistake)} ${l10n.t('A portal drops a body that is no JSON and answers "Parameter NAME is not defined".')}`,
      });
    }
  },
  fixes({ span }, document) {
    const mistakes = mistakesIn(document);
    const mistake = mistakes.find((found) => placeOf(document.text, found).start === span.start);
    if (mistake === undefined) return [];
    const { edits = [], alternative = [] } = mistake;
    const { text } = document;
    return [
      ...healing(document, mistakes, titleOf(text, mistake), edits, isSure(text, mistake)),
      ...healing(document, mistakes, alternativeTitle(mistake), alternative, false),
    ];
  },
};
