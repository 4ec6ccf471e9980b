/** Blanks that JSON does not know, as they come along with text from a web page: one mistake, wherever they stand. */
import * as l10n from '@vscode/l10n';
import { between } from './between.js';
import type { Remedy } from './repairs.js';

/** All that looks like nothing, but for what JSON takes for a blank. */
const ODD = /(?:(?![ \t\r\n])[\p{Z}\p{Cc}\p{Cf}])+/uy;

/** Those of them that take up room. */
const WIDE = /[\p{Z}\v\f\u0085]/gu;

const NON_BREAKING = '\u00A0\u202F';

/** Ordinary spaces in place of all odd blanks between the parts of a text, and nothing in place of what is invisible. */
export function oddBlanks(text: string): Remedy[] {
  const spans = between(text, ODD);
  const [first] = spans;
  if (first === undefined) return [];
  const edits = spans.map((span) => ({
    span,
    newText: ' '.repeat(text.slice(span.start, span.end).match(WIDE)?.length ?? 0),
  }));
  return [{ edits, problem: { kind: 'OddBlanks', span: first }, rewrites: true }];
}

/** Such a character by name and number. */
export function nameOfBlank(written: string): string {
  const character = String.fromCodePoint(written.codePointAt(0) ?? 0);
  const number = `U+${(written.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (NON_BREAKING.includes(character)) return l10n.t('Non-breaking spaces ({0})', number);
  return character.search(WIDE) === 0
    ? l10n.t('Special spaces ({0})', number)
    : l10n.t('Invisible characters ({0})', number);
}
