/** The JSON that `check --format json` prints: a promise to other programs (docs/command-line.md). */
import { ruleUrl } from '../../server/check.js';
import type { Position } from '../../server/document/lines.js';
import type { Path } from '../../server/document/manifest-document.js';
import type { Severity } from '../../server/rules/problem.js';
import type { CheckedFile } from '../files/check-file.js';
import type { Tally } from './tally.js';

/** One file of the report. */
export interface FileReport {
  readonly file: string;
  readonly problems: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    /** Address of the page about the rule. */
    readonly docs: string;
    /** JSON Pointer (RFC 6901) of the place, as written in the file. */
    readonly path: string;
    /** Zero-based, end excluded; `character` counts UTF-16 code units, as the Language Server Protocol does. */
    readonly range: { readonly start: Position; readonly end: Position };
  }[];
}

/** The whole report. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly hints: number;
  };
}

function jsonPointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** One checked file as JSON. */
export function fileReport({ file, document, problems }: CheckedFile): FileReport {
  return {
    file,
    problems: problems.map(({ code, severity, message, path, span }) => ({
      code,
      severity,
      message,
      docs: ruleUrl(code),
      path: jsonPointer(path),
      range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    })),
  };
}

/** The counts as JSON. */
export function summaryReport({ error, warning, information, hint }: Tally): Report['summary'] {
  return { errors: error, warnings: warning, information, hints: hint };
}
