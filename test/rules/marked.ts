/** Rule tests as text: manifests with ⟦…⟧ around what a rule is to underline, and the text that a fix is to leave behind. */
import { expect } from 'vitest';
import { checkManifest, type CheckOptions } from '../../server/check.js';
import type { Span } from '../../server/document/manifest-document.js';
import { parseManifest } from '../../server/document/parse.js';
import { applyEdits } from '../../server/rules/apply-edits.js';
import type { Problem, Severity } from '../../server/rules/problem.js';
import { ruleOf } from '../../server/rules/registry.js';
import type { Fix } from '../../server/rules/rule.js';

/** The text without its marks, and the marked spans in order. Marks may not nest. */
export function unmarked(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  let text = '';
  for (const [index, part] of marked.split(/⟦|⟧/).entries()) {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, spans };
}

/** The text with marks around spans. */
export function withMarks(text: string, spans: readonly Span[]): string {
  let result = '';
  let done = 0;
  for (const { start, end } of spans) {
    result += `${text.slice(done, start)}⟦${text.slice(start, end)}⟧`;
    done = end;
  }
  return result + text.slice(done);
}

/** Problems of a text; of one code when it is given. */
export function problemsOf(text: string, code?: string, options: CheckOptions = {}): Problem[] {
  const problems = checkManifest(parseManifest(text), options);
  return code === undefined ? problems : problems.filter((problem) => problem.code === code);
}

/** Codes of all problems, each with how often it is reported. */
export function countsOf(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of problemsOf(text)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Expects a rule to underline exactly what is marked, each with the given severity and the texts in its message. */
export function expectProblems(code: string, marked: string, severity?: Severity, ...words: string[]): Problem[] {
  const { text, spans } = unmarked(marked);
  const problems = problemsOf(text, code);
  expect(
    withMarks(
      text,
      problems.map(({ span }) => span),
    ),
  ).toBe(marked);
  expect(problems).toHaveLength(spans.length);
  for (const problem of problems) {
    if (severity) expect(problem.severity, problem.message).toBe(severity);
    for (const word of words) expect(problem.message).toContain(word);
  }
  return problems;
}

/** Expects a rule to be silent. */
export function expectNone(code: string, text: string): void {
  expect(problemsOf(text, code).map(({ message }) => message)).toEqual([]);
}

/** The fixes of the problem of a code that stands first in a text. */
export function fixesOf(code: string, text: string): readonly Fix[] {
  const document = parseManifest(text);
  const problem = checkManifest(document).find((found) => found.code === code);
  if (!problem) throw new Error(`no ${code} in ${text}`);
  return ruleOf(code)?.fixes?.(problem, document) ?? [];
}

/** Expects a fix of the first problem of a code to turn one text into the other, and to be preferred (or not). */
export function expectFix(code: string, before: string, title: string, after: string, preferred = true): void {
  const fixes = fixesOf(code, before);
  expect(fixes.map((fix) => fix.title)).toContain(title);
  const fix = fixes.find((found) => found.title === title);
  expect(applyEdits(before, fix?.edits ?? [])).toBe(after);
  expect(fix?.preferred ?? false).toBe(preferred);
}
