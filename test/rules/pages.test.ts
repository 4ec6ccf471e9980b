import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isObject, valueAt } from '../../schemas/record.js';
import { completed, shown } from '../../scripts/rule-docs/example.js';
import { pageCodes, pageOf } from '../../scripts/rule-docs/pages.js';
import type { Example } from '../../scripts/rule-docs/page.js';
import { renderPage } from '../../scripts/rule-docs/render.js';
import { root } from '../../scripts/project.mjs';
import { ruleUrl } from '../../server/check.js';
import { RULES } from '../../server/rules/registry.js';
import { problemsOf } from './marked.js';

const codes = RULES.map(({ code }) => code);
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

/** Problems of an example, as a whole manifest among the others of its folder. */
const problemsOfExample = (example: Example) =>
  problemsOf(completed(example), undefined, {
    others: example.beside ? [{ uri: `file:///${example.beside.file}`, code: example.beside.code, range }] : [],
  });

describe('the pages', () => {
  it('are one for each rule, and no others', () => {
    expect(pageCodes().sort()).toEqual([...codes].sort());
  });

  it.each(codes)('%s: the wrong example has the problem', (code) => {
    const problems = problemsOfExample(pageOf(code).wrong);
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it.each(codes)('%s: the right example has not, and no error or warning either', (code) => {
    const problems = problemsOfExample(pageOf(code).right);
    expect(problems.filter((problem) => problem.code === code)).toEqual([]);
    expect(problems.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });

  it.each(codes)('%s: the wrong example has no other error', (code) => {
    const errors = problemsOfExample(pageOf(code).wrong).filter(({ severity }) => severity === 'error');
    expect(errors.filter((problem) => problem.code !== code)).toEqual([]);
  });

  it.each(codes)('%s is written in whole sentences', (code) => {
    const { why, fix, wrong, right } = pageOf(code);
    expect(why).toMatch(/^[A-Z`][^]+[.)]$/);
    expect(fix).toMatch(/^[A-Z][^]+\.$/);
    expect(`${why}${fix}`).not.toContain('!');
    for (const example of [wrong, right]) {
      expect(
        shown(example)
          .split('\n')
          .every((line) => line.length <= 120),
      ).toBe(true);
    }
  });
});

it('says what each rule finds as one sentence with one end', () => {
  const said = RULES.map((rule) => renderPage(rule, pageOf(rule.code)).split('\n')[4]);
  expect(said.filter((line = '') => !/^[A-Z].*[^.…][.…]$/.test(line))).toEqual([]);
});

describe('what is generated', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'b24pay-rules-'));
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/rule-docs/generate.ts', folder], {
      cwd: root,
      stdio: 'pipe',
    });
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is what is in the project', () => {
    expect(readdirSync(join(root, 'docs/rules')).sort()).toEqual(readdirSync(join(folder, 'docs/rules')).sort());
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/.test(name),
    )) {
      expect(readFileSync(join(root, file), 'utf8'), file).toBe(readFileSync(join(folder, file), 'utf8'));
    }
  });

  it('has a setting for each rule, with the severity of the catalogue', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const settings = valueAt(manifest, ['contributes', 'configuration', 'properties']);
    const ours = Object.entries(isObject(settings) ? settings : {}).filter(([name]) =>
      name.startsWith('b24pay.rules.'),
    );
    expect(ours.map(([name, value]) => [name, valueAt(value, ['default']), valueAt(value, ['scope'])])).toEqual(
      RULES.map(({ code, severity }) => [`b24pay.rules.${code}`, severity, 'resource']),
    );
    expect(ours.every(([, value]) => valueAt(value, ['enum', 0]) === 'off')).toBe(true);
    expect(isObject(settings) && Object.keys(settings).some((name) => !name.startsWith('b24pay.rules.'))).toBe(true);
  });

  it('has a page under the address that diagnostics link to', () => {
    for (const code of codes) expect(readdirSync(join(folder, 'docs/rules'))).toContain(ruleUrl(code).split('/').pop());
  });

  it('lists every rule in the table', () => {
    const table = readFileSync(join(folder, 'docs/rules/README.md'), 'utf8');
    for (const code of codes) expect(table).toContain(`[\`${code}\`](${code}.md)`);
  });
});

/** Codes and severities as the catalogue has them: public, for settings and suppressions name them. */
const CATALOGUE = [
  ['json-syntax', 'error'],
  ['duplicate-key', 'warning'],
  ['wrong-type', 'error'],
  ['missing-property', 'error'],
  ['unknown-property', 'warning'],
  ['invalid-value', 'error'],
  ['empty-name', 'error'],
  ['empty-code', 'error'],
  ['name-too-long', 'error'],
  ['code-too-long', 'error'],
  ['duplicate-handler-code', 'error'],
  ['settings-too-large', 'error'],
  ['missing-mode', 'error'],
  ['shadowed-mode', 'warning'],
  ['invalid-action-uri', 'error'],
  ['insecure-action-uri', 'warning'],
  ['placeholder-action-uri', 'warning'],
  ['local-action-uri', 'information'],
  ['ignored-property', 'warning'],
  ['misplaced-codes', 'error'],
  ['params-deprecated', 'information'],
  ['params-ignored', 'warning'],
  ['checkout-without-fields', 'information'],
  ['unused-code', 'hint'],
  ['code-name-collision', 'error'],
  ['code-name-too-long', 'error'],
  ['code-name-style', 'hint'],
  ['code-without-name', 'information'],
  ['incomplete-default', 'warning'],
  ['unknown-provider', 'error'],
  ['provider-not-implemented', 'warning'],
  ['undocumented-provider', 'information'],
  ['unknown-provider-value', 'warning'],
  ['unknown-input-type', 'error'],
  ['undocumented-input-type', 'information'],
  ['enum-without-options', 'warning'],
  ['misplaced-input-type', 'warning'],
  ['list-like-options', 'information'],
  ['undefined-code', 'error'],
  ['field-not-drawn', 'warning'],
  ['buyer-field-hidden', 'warning'],
  ['field-name-mangled', 'warning'],
  ['direct-link-without-return', 'information'],
  ['buyer-field-in-iframe', 'warning'],
  ['visible-without-effect', 'information'],
  ['buyer-can-edit', 'warning'],
  ['reserved-field-name', 'error'],
  ['currency-not-a-list', 'warning'],
  ['unknown-currency', 'warning'],
  ['secret-in-manifest', 'warning'],
  ['secret-sent-to-browser', 'warning'],
  ['unknown-suppression', 'warning'],
  ['unused-suppression', 'information'],
] as const;

describe('the catalogue', () => {
  it('has these codes and severities', () => {
    const byCode = (a: readonly string[], b: readonly string[]) => (a[0] ?? '').localeCompare(b[0] ?? '');
    expect(RULES.map(({ code, severity }) => [code, severity]).sort(byCode)).toEqual([...CATALOGUE].sort(byCode));
  });
});
