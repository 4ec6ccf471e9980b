/** Text that is no JSON: one report for each mistake, where it can be seen. */
import * as l10n from '@vscode/l10n';
import type { ManifestDocument } from '../document/manifest-document.js';
import { parseManifest } from '../document/parse.js';
import { applyEdits } from './apply-edits.js';
import { preferredFix } from './fix.js';
import { MOST_MISTAKES, repairOf } from './repair.js';
import type { Rule } from './rule.js';
import { messageOf, placeOf, titleOf, type Shown } from './syntax-words.js';

/** Whether a mistake follows another one immediately, as the next token does after a missing quote. */
function follows(text: string, { problem }: Shown, previous: Shown | undefined): boolean {
  if (previous === undefined) return false;
  const { start, end } = previous.problem.span;
  return problem.span.start >= start && text.slice(end, problem.span.start).trim() === '';
}

/**
 * One report for each mistake. Of text that could be repaired, each repair is one; half a key takes two, so none that follows
 * another immediately. Of text that was given up, the first problem: the parser stumbles over the rest.
 */
function mistakesIn(document: ManifestDocument): Shown[] {
  const repair = repairOf(document);
  const mistakes = repair?.mistakes ?? [];
  if (repair?.document === undefined && mistakes.length < MOST_MISTAKES)
    return document.syntaxProblems.slice(0, 1).map((problem) => ({ problem }));
  return mistakes.flatMap((mistake, index) => {
    if (follows(document.text, mistake, mistakes[index - 1])) return [];
    const next = mistakes[index + 1];
    return [next && follows(document.text, next, mistake) ? { problem: mistake.problem } : mistake];
  });
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
    const edit = mistakes.find((mistake) => placeOf(document.text, mistake).start === span.start)?.edit;
    const title = edit && titleOf(document.text, edit);
    if (!edit || title === undefined) return [];
    // Beside other mistakes, one edit alone need not heal anything.
    const after = parseManifest(applyEdits(document.text, [edit]));
    const heals =
      mistakesIn(after).length < mistakes.length && after.syntaxProblems.length < document.syntaxProblems.length;
    return heals || after.syntaxProblems.length === 0 ? preferredFix(title, [edit]) : [];
  },
};
