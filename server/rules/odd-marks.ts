/** Marks of other languages between the parts of a manifest: `;` for a comma, `=` or `=>` for a colon, `#` before a comment. */
import type { Span } from '../document/manifest-document.js';
import { between } from './between.js';
import type { Remedy } from './repairs.js';
import type { Edit } from './rule.js';

/** A mark, and what JSON has in its place. What stands behind `#` is no more a part of the manifest than behind `//`. */
const MARK = /;|:=|={1,3}>?|#[^\r\n]*/y;

interface Mark {
  readonly kind: string;
  readonly span: Span;
  readonly edit: Edit;
}

function markAt(text: string, { start, end }: Span): Mark {
  const written = text.slice(start, end);
  const mark = (kind: string, span: Span, newText: string, from = span.start): Mark => ({
    kind,
    span,
    edit: { span: { start: from, end: span.end }, newText },
  });
  if (written === ';') return mark('Semicolon', { start, end }, ',');
  if (written.startsWith('#'))
    return mark('HashComment', { start, end: start + (/^#+/.exec(written)?.[0].length ?? 1) }, '//');
  // A colon stands right behind its key.
  const blanks = /[ \t]{0,100}$/.exec(text.slice(Math.max(0, start - 100), start))?.[0].length ?? 0;
  return mark('EqualsSign', { start, end }, ':', start - blanks);
}

/** All marks of the kind over which the parser stumbles, each with what JSON has in its place. */
export function oddMarks(text: string, problem: Span): Remedy[] {
  const marks = between(text, MARK).map((span) => markAt(text, span));
  // `true;` is one word for the parser.
  const first = marks.find(({ span }) => span.end > problem.start && span.start < problem.end);
  if (first === undefined) return [];
  const edits = marks.filter(({ kind }) => kind === first.kind).map(({ edit }) => edit);
  return [{ edits, problem: { kind: first.kind, span: first.span }, rewrites: true }];
}
