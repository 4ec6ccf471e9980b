import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkManifest } from '../../server/check.js';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import { parseManifest } from '../../server/document/parse.js';
import { fixAll } from '../../server/fix-all.js';
import { applyEdits, overlap } from '../../server/rules/apply-edits.js';
import type { Problem } from '../../server/rules/problem.js';
import { isRefusal } from '../../server/rules/refusal.js';
import { ruleOf, RULES } from '../../server/rules/registry.js';
import type { Edit, Fix } from '../../server/rules/rule.js';
import { randomFrom } from '../document/random.js';
import { SOUND } from './manifests.js';
import { brokenManifest } from './mutate.js';

const folder = new URL('../fixtures/manifests/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.b24pay.json'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
const bodies = JSON.parse(readFileSync(new URL('../docs-curl-bodies.json', folder), 'utf8')) as { body: string }[];

const BROKEN = 500;
const sound: [unknown, ...unknown[]] = [JSON.parse(SOUND), ...fixtures.map((text): unknown => JSON.parse(text))];
const broken = Array.from({ length: BROKEN }, (_, seed) => brokenManifest(sound, randomFrom(seed + 1)));

/** How often the very same problem is reported. */
const countOf = (problems: readonly Problem[], { code, path, message }: Problem): number =>
  problems.filter(
    (other) => other.code === code && other.message === message && JSON.stringify(other.path) === JSON.stringify(path),
  ).length;

/** The text around the edits, piece by piece. */
function untouched(text: string, edits: readonly Edit[]): string[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  const starts = [0, ...sorted.map(({ span }) => span.end)];
  return starts.map((start, index) => text.slice(start, sorted[index]?.span.start ?? text.length));
}

/** A snippet as an editor without tab stops would show it. */
const withoutTabStops = (snippet: string): string =>
  snippet.replace(/\$\{\d+(?::((?:[^}\\]|\\.)*))?\}/g, (_, text?: string) => text ?? '').replace(/\\([\\$}])/g, '$1');

function expectSound(document: ManifestDocument, problem: Problem, fix: Fix): void {
  const { text } = document;
  const what = `${problem.code}: ${fix.title}\n${text}`;
  expect(fix.edits.length, what).toBeGreaterThan(0);
  expect(overlap(fix.edits), what).toBe(false);
  expect(fix.edits.every(({ span }) => span.start >= 0 && span.start <= span.end && span.end <= text.length)).toBe(
    true,
  );

  const result = applyEdits(text, fix.edits);
  const after = parseManifest(result);
  expect(after.syntaxProblems.length, `${what}\n→ ${result}`).toBeLessThanOrEqual(document.syntaxProblems.length);
  const before = checkManifest(document);
  const problems = checkManifest(after);
  expect(countOf(problems, problem), `${what}\n→ ${result}`).toBeLessThan(countOf(before, problem));

  let at = 0;
  for (const piece of untouched(text, fix.edits)) {
    const found = result.indexOf(piece, at);
    expect(found, what).toBeGreaterThanOrEqual(at);
    at = found + piece.length;
  }
  const lost = fix.edits.map(({ span }) => text.slice(span.start, span.end)).join('');
  // A lost quote makes comments of addresses; only sound text tells what is one.
  const comments = document.syntaxProblems.length === 0 ? document.comments : [];
  for (const { span } of comments) {
    const comment = text.slice(span.start, span.end);
    if (!lost.includes(comment)) expect(result, what).toContain(comment);
  }

  const plain = fix.snippet?.map(({ span, newText }) => ({ span, newText: withoutTabStops(newText) }));
  if (plain) expect(plain, what).toEqual(fix.edits);
}

/** Applies every fix of every problem. Gives how often a fix of each code was tried. */
function tryAll(texts: readonly string[]): Map<string, number> {
  const tried = new Map<string, number>();
  for (const text of texts) {
    const document = parseManifest(text);
    for (const problem of checkManifest(document)) {
      const fixes = ruleOf(problem.code)?.fixes?.(problem, document) ?? [];
      expect(fixes.filter(({ preferred }) => preferred).length, problem.code).toBeLessThanOrEqual(1);
      for (const fix of fixes) {
        expectSound(document, problem, fix);
        tried.set(problem.code, (tried.get(problem.code) ?? 0) + 1);
      }
    }
  }
  return tried;
}

/** Codes whose catalogue names no fix in the manifest itself. */
const WITHOUT_FIX = [
  'empty-name',
  'empty-code',
  'name-too-long',
  'code-too-long',
  'duplicate-handler-code',
  'settings-too-large',
  'invalid-action-uri',
  'placeholder-action-uri',
  'local-action-uri',
  'code-name-collision',
  'code-name-too-long',
  'code-without-name',
  'undocumented-provider',
  'undocumented-input-type',
  'list-like-options',
  'field-not-drawn',
  'buyer-field-in-iframe',
  'reserved-field-name',
  'secret-sent-to-browser',
];

describe('every fix', () => {
  it('of every problem of the real manifests heals its problem and touches nothing else', () => {
    expect(tryAll([...fixtures, ...bodies.map(({ body }) => body)]).size).toBeGreaterThan(8);
  }, 120_000);

  it(`of every problem of ${BROKEN} broken manifests does so too`, () => {
    const tried = tryAll(broken);
    const fixable = RULES.map(({ code }) => code).filter((code) => !WITHOUT_FIX.includes(code));
    const untried = fixable.filter((code) => !tried.has(code) && !code.endsWith('-suppression'));
    expect(untried).toEqual([]);
  }, 300_000);
});

describe('fix all', () => {
  const safe = RULES.filter(({ fixAll: all }) => all).map(({ code }) => code);

  it('is offered for exactly what the catalogue marks', () => {
    expect(safe.sort()).toEqual(
      [
        'unknown-property',
        'invalid-value',
        'insecure-action-uri',
        'ignored-property',
        'params-deprecated',
        'misplaced-input-type',
        'buyer-field-hidden',
        'visible-without-effect',
        'currency-not-a-list',
      ].sort(),
    );
  });

  const counted = (problems: readonly Problem[]) => {
    const counts = new Map<string, number>();
    for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts;
  };

  /** Errors and warnings of a text, by code. */
  const troubles = (text: string) =>
    counted(checkManifest(parseManifest(text)).filter(({ severity }) => ['error', 'warning'].includes(severity)));

  /** Problems for which a portal refuses a manifest, by code. */
  const refusals = (text: string) => {
    const document = parseManifest(text);
    return counted(checkManifest(document).filter((problem) => isRefusal(problem, document.value)));
  };

  /** Codes of which there are more than before. */
  const grown = (before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] =>
    [...after].flatMap(([code, count]) => (count > (before.get(code) ?? 0) ? [code] : []));

  const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

  /** The same mistakes in manifests that a portal refuses because of a name. */
  const refused = broken.map((text, index) =>
    index % 2 === 0 ? text.replace('"CODES"', '"codes"') : text.replace('"ACTION_URI"', '"ACTION_URL"'),
  );

  it('of one code leaves none of it that can be fixed without harm, and no broken text', () => {
    for (const text of [...fixtures, ...broken]) {
      const document = parseManifest(text);
      const codes = new Set(checkManifest(document).map(({ code }) => code));
      for (const code of safe.filter((name) => codes.has(name))) {
        const after = parseManifest(fixAll(document, { codes: [code] }).text);
        expect(after.syntaxProblems.length, text).toBeLessThanOrEqual(document.syntaxProblems.length);
        const now = troubles(after.text);
        for (const problem of checkManifest(after).filter((one) => one.code === code)) {
          const preferred = ruleOf(code)
            ?.fixes?.(problem, after)
            .find((fix) => fix.preferred);
          if (!preferred) continue;
          const then = fixAll(parseManifest(applyEdits(after.text, preferred.edits)), { codes: [code] }).text;
          expect(grown(now, troubles(then)), `${code}\n${text}\n→ ${after.text}`).not.toEqual([]);
        }
      }
    }
  }, 300_000);

  it('never leaves a rule with more errors or warnings than it had, unless a portal has fewer reasons to refuse', () => {
    let uncovered = 0;
    for (const text of [...fixtures, ...broken, ...refused]) {
      const after = fixAll(parseManifest(text)).text;
      const what = `${text}\n→ ${after}`;
      const reasons = { before: refusals(text), after: refusals(after) };
      expect(grown(reasons.before, reasons.after), what).toEqual([]);
      if (total(reasons.after) < total(reasons.before)) uncovered += grown(troubles(text), troubles(after)).length;
      else expect(grown(troubles(text), troubles(after)), what).toEqual([]);
    }
    expect(uncovered).toBeGreaterThan(10);
  }, 300_000);

  it('puts right each name for which a portal refuses, unless that brings another reason', () => {
    for (const text of refused) {
      const after = parseManifest(fixAll(parseManifest(text)).text);
      const before = refusals(after.text);
      for (const problem of checkManifest(after).filter(({ code }) => code === 'unknown-property')) {
        const fix = ruleOf(problem.code)
          ?.fixes?.(problem, after)
          .find(({ preferred }) => preferred);
        const then = fix ? refusals(applyEdits(after.text, fix.edits)) : before;
        const what = `${text}\n→ ${after.text}`;
        if (total(then) < total(before)) expect(grown(before, then), what).not.toEqual([]);
      }
    }
  }, 300_000);

  it('of all codes comes to an end, and has nothing more to do then', () => {
    for (const text of [...fixtures, ...broken, ...refused]) {
      const once = fixAll(parseManifest(text)).text;
      expect(fixAll(parseManifest(once)), text).toEqual({ text: once, count: 0 });
    }
  }, 300_000);
});
