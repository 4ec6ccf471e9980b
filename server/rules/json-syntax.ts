/** Text that is no JSON: one report for each mistake, where it can be seen. */
import * as l10n from '@vscode/l10n';
import type { ManifestDocument, Span, SyntaxProblem } from '../document/manifest-document.js';
import { parseManifest } from '../document/parse.js';
import { applyEdits } from './apply-edits.js';
import { preferredFix } from './fix.js';
import { MOST_MISTAKES, repairOf } from './repair.js';
import { tokenBefore } from './repairs.js';
import type { Edit, Rule } from './rule.js';

function messageFor({ kind }: SyntaxProblem, text: string): string {
  switch (kind) {
    case 'CloseBraceExpected':
      return l10n.t('A closing brace } is missing.');
    case 'CloseBracketExpected':
      return l10n.t('A closing bracket ] is missing.');
    case 'CommaExpected':
      return l10n.t('A comma is missing before this.');
    case 'ColonExpected':
      return l10n.t('A colon and a value are missing after this.');
    case 'PropertyNameExpected':
      return l10n.t('A key in double quotes is missing here.');
    case 'ValueExpected':
      return text.trim() === '' ? l10n.t('The file is empty.') : l10n.t('A value is missing here.');
    case 'UnexpectedEndOfString':
      return l10n.t('The closing quote of this string is missing.');
    case 'UnexpectedEndOfComment':
      return l10n.t('The end of this comment is missing.');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return l10n.t('This is no number in JSON.');
    case 'InvalidEscapeCharacter':
      return l10n.t('This escape sequence is unknown in JSON.');
    case 'InvalidUnicode':
      return l10n.t('A \\u escape needs four hexadecimal digits.');
    case 'InvalidCharacter':
      return l10n.t('This character cannot stand in a JSON string; escape it.');
    case 'EndOfFileExpected':
      return l10n.t('Nothing may follow the manifest’s closing brace.');
    case 'TooDeep':
      return l10n.t('Objects are nested too deep here; no portal reads that far.');
    default:
      return l10n.t('This is no valid JSON.');
  }
}

/** A problem in the text with the edit that heals it, where one is known. */
interface Shown {
  readonly problem: SyntaxProblem;
  readonly edit?: Edit;
}

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

/** The place to underline: what is missing is shown on the last thing that is there. */
function shown({ text }: ManifestDocument, { kind, span }: SyntaxProblem): Span {
  const last = text.trimEnd().length;
  const before = tokenBefore(text, Math.min(span.start, last));
  const elsewhere = /[\r\n]/.test(text.slice(before.end, span.start));
  if (before.end > 0 && (span.start >= last || kind === 'ColonExpected' || (kind === 'ValueExpected' && elsewhere)))
    return before;
  return span.end > span.start ? span : { start: span.start, end: Math.min(span.start + 1, text.length) };
}

/** Whether a piece of text is quoted like in JavaScript, or a key without quotes. */
const isMisquoted = (text: string, { start, end }: Span): boolean =>
  text[start] === "'" || /^\s*:/.test(text.slice(end, end + 100));

/** Title of the fix that an edit makes; none for a made-up value, which heals the text, but nobody wants it. */
function titleOf(text: string, { span, newText }: Edit): string | undefined {
  const added = newText.trim();
  if (span.end > span.start) {
    if (added === '') return l10n.t('Remove it');
    return isMisquoted(text, span) || text[span.start] === '"' ? l10n.t('Change to {0}', added) : undefined;
  }
  if (/^[}\]]{2,}$/.test(added.replace(/\s/g, ''))) return l10n.t('Add the missing brackets');
  switch (added) {
    case ',':
      return l10n.t('Add the missing comma');
    case ':':
      return l10n.t('Add the missing colon');
    case '"':
      return l10n.t('Add the missing quote');
    case '{':
    case '}':
      return l10n.t('Add the missing brace {0}', added);
    case '[':
    case ']':
    case '],':
      return l10n.t('Add the missing bracket {0}', added.charAt(0));
    default:
      return undefined;
  }
}

export const jsonSyntax: Rule = {
  code: 'json-syntax',
  severity: 'error',
  group: 'JSON',
  title: 'The text is no JSON',
  textual: true,
  manifest({ document }, report) {
    for (const { problem } of mistakesIn(document)) {
      report({
        path: [],
        span: shown(document, problem),
        message: `${messageFor(problem, document.text)} ${l10n.t('A portal drops a body that is no JSON and answers "Parameter NAME is not defined".')}`,
      });
    }
  },
  fixes({ span }, document) {
    const mistakes = mistakesIn(document);
    const edit = mistakes.find(({ problem }) => shown(document, problem).start === span.start)?.edit;
    const title = edit && titleOf(document.text, edit);
    if (!edit || title === undefined) return [];
    // Beside other mistakes, one edit alone need not heal anything.
    const after = parseManifest(applyEdits(document.text, [edit]));
    const heals =
      mistakesIn(after).length < mistakes.length && after.syntaxProblems.length < document.syntaxProblems.length;
    return heals || after.syntaxProblems.length === 0 ? preferredFix(title, [edit]) : [];
  },
};
