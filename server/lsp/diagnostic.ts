/** The one place where problems become diagnostics of the Language Server Protocol. */
import * as l10n from '@vscode/l10n';
import type { Diagnostic, DiagnosticSeverity, DiagnosticTag, Position } from 'vscode-languageserver';
import { ruleUrl } from '../check.js';
import type { Span } from '../document/manifest-document.js';
import type { Problem, Severity } from '../rules/problem.js';
import { MAX_LENGTH } from './documents.js';

/** Most diagnostics that are shown of one manifest. */
const MOST = 1000;

const SOURCE = 'b24pay';
const UNNECESSARY: typeof DiagnosticTag.Unnecessary = 1;
const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, information: 3, hint: 4 };

/** A text that knows its lines. */
interface PlacedText {
  readonly uri: string;
  positionAt(offset: number): Position;
}

/** What is said of a manifest in its own words, not about a place in it: at its very start. */
const remark = (message: string): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: SEVERITIES.information,
  source: SOURCE,
  message,
});

/** Says that a text is too long to be checked. */
export const tooLong = (): Diagnostic =>
  remark(
    l10n.t(
      'This file is larger than {0} MB, so it is not checked. A portal keeps at most 64 KB of SETTINGS.',
      MAX_LENGTH / 2 ** 20,
    ),
  );

/** The diagnostics of a manifest; past a limit the rest is counted instead of shown. */
export function toDiagnostics(problems: readonly Problem[], text: PlacedText, withRelated: boolean): Diagnostic[] {
  const shown = problems.slice(0, MOST).map((problem) => toDiagnostic(problem, text, withRelated));
  const hidden = problems.length - shown.length;
  if (hidden <= 0) return shown;
  return [
    remark(l10n.t('{0} more problems are not shown. They appear as the ones shown are solved.', hidden)),
    ...shown,
  ];
}

function toDiagnostic(problem: Problem, text: PlacedText, withRelated: boolean): Diagnostic {
  const { code, severity, message, span, related, unnecessary, data } = problem;
  const rangeOf = ({ start, end }: Span) => ({ start: text.positionAt(start), end: text.positionAt(end) });
  return {
    range: rangeOf(span),
    severity: SEVERITIES[severity],
    code,
    codeDescription: { href: ruleUrl(code) },
    source: SOURCE,
    message,
    ...(unnecessary && { tags: [UNNECESSARY] }),
    ...(withRelated &&
      related && {
        relatedInformation: related.map((place) => ({
          location:
            'uri' in place ? { uri: place.uri, range: place.range } : { uri: text.uri, range: rangeOf(place.span) },
          message: place.message,
        })),
      }),
    ...(data && { data }),
  };
}
