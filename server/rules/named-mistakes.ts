/** Mistakes that a repair knows by name, in words: what is wrong, and what the fix does. */
import * as l10n from '@vscode/l10n';
import type { SyntaxProblem } from '../document/manifest-document.js';
import { applyEdits } from './apply-edits.js';
import { literalOf } from './bare-words.js';
import { nameOfBlank } from './odd-blanks.js';
import { isSureNumber } from './odd-numbers.js';
import type { Edit } from './rule.js';

/** A problem in the text with the edits that heal it, where some are known. */
export interface Shown {
  readonly problem: SyntaxProblem;
  readonly edits?: readonly Edit[];
  /** Other edits that heal it as well. */
  readonly alternative?: readonly Edit[];
}

/** The words for one kind of mistake. `written` is the text at its place. */
interface Words {
  message(written: string): string;
  /** Title of the fix; none for an edit that heals the text, but that nobody may want. */
  title(text: string, problem: SyntaxProblem, edits: readonly Edit[]): string | undefined;
  /** Whether the fix leads where it is meant to, beyond doubt. It does where this is not asked. */
  isSure?(text: string, problem: SyntaxProblem, edits: readonly Edit[]): boolean;
  /** Title of the other way to heal it. */
  alternative?(): string;
  /** Of a mistake that may run through the whole text: all of one family are one, and told once. */
  readonly family?: 'blanks' | 'notation';
}

const changeTo = ({ newText }: Edit): string => l10n.t('Change to {0}', newText);

/** A fix that stays inside the place of its problem, as what comes of that; undefined when it reaches further. */
function changePiece(
  text: string,
  { span: { start, end } }: SyntaxProblem,
  edits: readonly Edit[],
): string | undefined {
  if (edits.some(({ span }) => span.start < start || span.end > end)) return undefined;
  const inPiece = edits.map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  return l10n.t('Change to {0}', applyEdits(text.slice(start, end), inPiece));
}

/** Title of the fix of a text in another notation: of one piece of it, of its quotes, or of more. */
function titleOfNotation(text: string, problem: SyntaxProblem, edits: readonly Edit[]): string {
  if (problem.kind === 'CodeBefore' && edits.length === 1) return l10n.t('Remove it');
  const isCode = ({ span, newText }: Edit) => newText === '' && !/[\\\r]/.test(text.charAt(span.start));
  const areQuotes = problem.kind !== 'PhpArray' && !edits.some(isCode);
  const everywhere = () => (areQuotes ? l10n.t('Put straight double quotes everywhere') : l10n.t('Turn into JSON'));
  return changePiece(text, problem, edits) ?? everywhere();
}

function titleOfBlanks(_text: string, _problem: SyntaxProblem, edits: readonly Edit[]): string {
  if (edits.some(({ newText }) => newText !== '')) return l10n.t('Replace with ordinary spaces');
  return edits.length === 1 ? l10n.t('Remove it') : l10n.t('Remove them all');
}

/** A text that is written in another notation. */
const notation = (message: () => string): Words => ({ message, title: titleOfNotation, family: 'notation' });

/** A number as another language writes it. */
const number = (message: () => string): Words => ({
  message,
  // What ends with its point is half typed.
  title: (text, { span }, [edit]) => (edit && text[span.end - 1] !== '.' ? changeTo(edit) : undefined),
  isSure: (text, { span }, [edit]) => edit !== undefined && isSureNumber(text, span, edit.newText),
});

/** A mark of another language. */
const mark = (message: (written: string) => string, right: string): Words => ({
  message,
  title: (_text, _problem, edits) =>
    edits.length === 1 ? l10n.t('Change to {0}', right) : l10n.t('Change all to {0}', right),
});

const NAMED: Readonly<Record<string, Words>> = {
  DoubleQuotesExpected: notation(() => l10n.t('Keys and texts need double quotes in JSON.')),
  StraightQuotesExpected: notation(() => l10n.t('Keys and texts need straight double quotes in JSON.')),
  PhpArray: notation(() => l10n.t('This is a PHP array; JSON has braces, colons and double quotes.')),
  CodeBefore: notation(() => l10n.t('Nothing may stand before the manifest’s opening brace.')),
  OddBlanks: {
    message: (written) =>
      l10n.t('{0} stand between the parts of this text; JSON takes only ordinary spaces.', nameOfBlank(written)),
    title: titleOfBlanks,
    family: 'blanks',
  },
  LeadingZeros: number(() => l10n.t('A number has no leading zeros in JSON.')),
  PlusSign: number(() => l10n.t('A number has no plus sign in JSON.')),
  BarePoint: number(() => l10n.t('A number has digits on both sides of its point in JSON.')),
  DigitGroups: number(() => l10n.t('Nothing may stand between the digits of a number in JSON.')),
  OtherBase: number(() => l10n.t('A number has only decimal digits in JSON.')),
  CurlCommand: {
    message: () => l10n.t('Only the JSON body of a request belongs here, not the curl command around it.'),
    title: () => l10n.t('Keep only the body'),
  },
  MergeConflict: {
    message: () => l10n.t('This merge conflict is not resolved. Keep one side, or join them by hand.'),
    title: () => l10n.t('Keep the first side'),
    alternative: () => l10n.t('Keep the second side'),
    isSure: () => false,
  },
  MergeMarker: {
    message: () => l10n.t('This line is left over from a merge conflict.'),
    title: () => l10n.t('Remove it'),
    // Both sides may still be there.
    isSure: () => false,
  },
  ListExpected: {
    message: () => l10n.t('A list stands in brackets [ ] in JSON.'),
    title: (text, problem, edits) => changePiece(text, problem, edits)?.replace(/\s*[\r\n]\s*/g, ' '),
  },
  OtherLiteral: {
    message: (written) => l10n.t('In JSON this is written {0}.', literalOf(written) ?? 'null'),
    title: (_text, _problem, [edit]) => edit && changeTo(edit),
  },
  // What JSON cannot say may be left out, be null or a text: only the writer knows.
  NoValue: { message: (written) => l10n.t('JSON has no value {0}.', written), title: () => undefined },
  BareText: {
    message: () => l10n.t('A text needs double quotes in JSON.'),
    title: () => l10n.t('Put it in double quotes'),
  },
  InnerQuotes: {
    message: () => l10n.t('Quotes inside a text need a backslash before them.'),
    title: () => l10n.t('Put backslashes before the quotes inside'),
  },
  Semicolon: mark((written) => l10n.t('This {0} should be {1}.', written, ','), ','),
  EqualsSign: mark((written) => l10n.t('This {0} should be {1}.', written, ':'), ':'),
  HashComment: mark(() => l10n.t('A comment begins with // here, not with #.'), '//'),
};

/** Whether a repair knows a mistake by name; what a parser says of it is not asked then. */
export const isNamed = ({ problem }: Shown): boolean => problem.kind in NAMED;

/** What a mistake that runs through the whole text has in common with others. */
export const familyOf = ({ problem }: Shown): string | undefined => NAMED[problem.kind]?.family;

/** What is wrong. */
export const namedMessage = (text: string, { problem: { kind, span } }: Shown): string | undefined =>
  NAMED[kind]?.message(text.slice(span.start, span.end));

/** Title of the fix that the edits make. */
export const namedTitle = (text: string, { problem, edits = [] }: Shown): string | undefined =>
  NAMED[problem.kind]?.title(text, problem, edits);

/** Whether Auto Fix may take the fix that the edits make. */
export const isSure = (text: string, { problem, edits = [] }: Shown): boolean =>
  NAMED[problem.kind]?.isSure?.(text, problem, edits) ?? true;

/** Title of the fix that the other edits make. */
export const alternativeTitle = ({ problem }: Shown): string | undefined => NAMED[problem.kind]?.alternative?.();
