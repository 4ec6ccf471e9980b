/** Comments that keep one place quiet, applied to the problems. A suppression that does nothing is itself reported. */
import * as l10n from '@vscode/l10n';
import type { ManifestDocument, Span } from '../document/manifest-document.js';
import { nearest } from './nearest.js';
import type { Problem } from './problem.js';
import type { Fix, Rule } from './rule.js';
import { suppressionComments } from './suppression-comments.js';

/** One code that a comment silences, with where it stands. */
interface Suppression {
  readonly code: string;
  readonly span: Span;
  /** The line whose problems it silences. */
  readonly line: number;
}

/** Takes a code out of its comment, or the whole comment when it names no other. */
function removeCode({ span }: Problem, document: ManifestDocument): Fix[] {
  const isInside = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
  const comment = document.comments.find((other) => isInside(other.span, span));
  if (!comment) return [];
  const codes = suppressionsOf(document).flatMap((other) => (isInside(comment.span, other.span) ? other.span : []));
  if (codes.length < 2) {
    return [{ title: l10n.t('Remove this comment'), edits: [{ span: comment.span, newText: '' }] }];
  }
  const index = codes.findIndex(({ start }) => start === span.start);
  const [previous, next] = [codes[index - 1], codes[index + 1]];
  const own = next ? { start: span.start, end: next.start } : { start: previous?.end ?? span.start, end: span.end };
  const title = l10n.t('Remove {0}', document.text.slice(span.start, span.end));
  return [{ title, edits: [{ span: own, newText: '' }] }];
}

export const unknownSuppression: Rule = {
  code: 'unknown-suppression',
  severity: 'warning',
  group: 'JSON',
  title: 'A b24pay-ignore comment that names no rule',
  textual: true,
  fixes(problem, document) {
    const name = problem.data?.name;
    const rename: Fix[] =
      typeof name === 'string'
        ? [{ title: l10n.t('Change to {0}', name), edits: [{ span: problem.span, newText: name }], preferred: true }]
        : [];
    return [...rename, ...removeCode(problem, document)];
  },
};

export const unusedSuppression: Rule = {
  code: 'unused-suppression',
  severity: 'information',
  group: 'JSON',
  title: 'A b24pay-ignore comment that silences nothing',
  textual: true,
  fixes: removeCode,
};

/** The codes that comments silence; of a comment that names none, its mark. */
function suppressionsOf(document: ManifestDocument): Suppression[] {
  return suppressionComments(document).flatMap(({ mark, codes, line }) =>
    codes.length > 0 ? codes.map((code) => ({ ...code, line })) : [{ code: '', span: mark, line }],
  );
}

const unknown = ({ code, span }: Suppression, codes: readonly string[]): Problem => {
  const name = nearest(code, codes);
  const what =
    code === ''
      ? l10n.t('This comment names no rule, so it silences nothing. Write the code of a rule after b24pay-ignore.')
      : l10n.t('There is no rule {0} to silence.', code);
  return {
    code: unknownSuppression.code,
    severity: unknownSuppression.severity,
    message: name === undefined ? what : `${what} ${l10n.t('Did you mean {0}?', name)}`,
    span,
    path: [],
    ...(name !== undefined && { data: { name } }),
  };
};

const unused = ({ code, span }: Suppression): Problem => ({
  code: unusedSuppression.code,
  severity: unusedSuppression.severity,
  message: l10n.t('The next line has no problem {0} to silence. Remove it from the comment.', code),
  span,
  path: [],
  unnecessary: true,
});

/**
 * The problems that no comment silences, and those of the comments themselves.
 * `json-syntax` cannot be silenced: what is no JSON never reaches a portal. Codes in `off` may stand in comments unused.
 */
export function withSuppressions(
  problems: readonly Problem[],
  document: ManifestDocument,
  codes: readonly string[],
  off: ReadonlySet<string>,
): Problem[] {
  const suppressions = suppressionsOf(document);
  if (suppressions.length === 0) return [...problems];
  const placeOf = (code: string, line: number) => `${code} ${line}`;
  const byPlace = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    const place = placeOf(suppression.code, suppression.line);
    byPlace.set(place, [...(byPlace.get(place) ?? []), suppression]);
  }
  const used = new Set<Suppression>();
  const heard = problems.filter((problem) => {
    const by = byPlace.get(placeOf(problem.code, document.positionAt(problem.span.start).line)) ?? [];
    if (by.length === 0 || problem.code === 'json-syntax') return true;
    for (const suppression of by) used.add(suppression);
    return false;
  });
  const own = suppressions.flatMap((suppression) => {
    if (!codes.includes(suppression.code)) return [unknown(suppression, codes)];
    return used.has(suppression) || off.has(suppression.code) ? [] : [unused(suppression)];
  });
  return [...heard, ...own];
}
