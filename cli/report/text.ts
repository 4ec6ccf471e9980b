/** Problems as compilers print them: place, message, the line, a marker under the range. */
import * as l10n from '@vscode/l10n';
import type { Position } from '../../server/document/lines.js';
import type { Problem, RelatedPlace, Severity } from '../../server/rules/problem.js';
import type { CheckedFile } from '../files/check-file.js';
import { excerpt } from './excerpt.js';
import type { Colour, Paint } from './paint.js';
import { printable } from './printable.js';

/** How the text is set. */
export interface Setting {
  readonly paint: Paint;
  /** Width of the terminal; undefined where there is none. */
  readonly columns?: number | undefined;
}

const DEFAULT_COLUMNS = 120;
const MIN_COLUMNS = 40;

const COLOURS: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'dim',
};

function severityLabel(severity: Severity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('note');
    case 'hint':
      return l10n.t('hint');
  }
}

/** Clickable in terminals and editors: counted from one. */
function place(file: string, { line, character }: Position): string {
  return `${printable(file)}:${line + 1}:${character + 1}`;
}

function relatedPlace({ file, document }: CheckedFile, other: RelatedPlace): string {
  return 'span' in other ? place(file, document.positionAt(other.span.start)) : place(other.uri, other.range.start);
}

/** The last sentence says what to do: it goes beside the marker, like a compiler's help, and the rest above. */
function splitAdvice(message: string): { statement: string; advice: string } {
  const text = printable(message.replace(/\s+/g, ' ').trim());
  const [, statement = text, last = ''] = /^(.+[.?]) (\p{Lu}.*)$/u.exec(text) ?? [];
  // "Did you mean X?" goes on after a marker as "did you mean X?"; names in capitals stay as they are.
  const advice = last.replace(/^\p{Lu}(?=[\p{Ll} ])/u, (letter) => letter.toLowerCase());
  return { statement: statement.replace(/\.$/, ''), advice: advice.replace(/\.$/, '') };
}

function problemText(checked: CheckedFile, problem: Problem, { paint, columns }: Setting): string {
  const { file, document } = checked;
  const { code, severity, span, related = [] } = problem;
  const { statement, advice } = splitAdvice(problem.message);
  const start = document.positionAt(span.start);
  const number = String(start.line + 1).padStart(4);
  const margin = ' '.repeat(number.length);
  const width = Math.max(MIN_COLUMNS, columns ?? DEFAULT_COLUMNS) - number.length - 4;
  const { line, marker } = excerpt(document, span, width);
  const label = paint(COLOURS[severity], severityLabel(severity));
  const rows = [
    `${paint('bold', place(file, start))}  ${label}  ${statement}  ${paint('dim', code)}`,
    `${paint('dim', `${number} |`)} ${line}`,
    `${paint('dim', `${margin} |`)} ${paint(COLOURS[severity], `${marker} ${advice}`.trimEnd())}`,
    ...related.map(
      (other) => `${paint('dim', `${margin} =`)} ${relatedPlace(checked, other)}  ${printable(other.message)}`,
    ),
  ];
  return rows.map((row) => `${row.trimEnd()}\n`).join('');
}

/** All problems of a file; empty when it has none. */
export function fileText(checked: CheckedFile, setting: Setting): string {
  return checked.problems.map((problem) => problemText(checked, problem, setting)).join('');
}
