import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isObject, member, valueAt } from '../../schemas/record.js';
import { applyEdits } from '../../server/rules/apply-edits.js';
import { leftOpen } from '../../server/rules/braces.js';
import { fixesOf, expectProblems, problemsOf, unmarked } from './marked.js';
import { SOUND } from './manifests.js';

interface Body {
  readonly mode: string;
  readonly auth: string;
  readonly body: string;
}

const read = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
const bodies = JSON.parse(read('docs-curl-bodies.json')) as Body[];

/** The text after the preferred fix of its syntax problem. */
function repaired(text: string): string | undefined {
  const fix = fixesOf('json-syntax', text).find(({ preferred }) => preferred);
  return fix && applyEdits(text, fix.edits);
}

describe('the six official cURL bodies', () => {
  it('are six', () => {
    expect(bodies.map(({ mode, auth }) => `${mode} ${auth}`)).toHaveLength(6);
  });

  it.each(bodies)('$mode with $auth: one report, whose fix makes it the documented manifest', ({ mode, body }) => {
    expect(problemsOf(body, 'json-syntax')).toHaveLength(1);
    const others = problemsOf(body)
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
    // The IFrame example has an http address, with or without the brace.
    expect(others).toEqual(mode === 'IFRAME_DATA' ? ['insecure-action-uri', 'json-syntax'] : ['json-syntax']);
    const after: unknown = JSON.parse(repaired(body) ?? '');
    expect(valueAt(after, ['SETTINGS', 'CODES'])).toBeTypeOf('object');
    expect(valueAt(after, ['SETTINGS', mode, 'CODES'])).toBeUndefined();
    const name = mode.replace('_DATA', '').toLowerCase();
    const { auth, ...parameters } = isObject(after) ? after : {};
    expect(parameters).toEqual(JSON.parse(read(`manifests/docs-${name}.b24pay.json`)));
    expect(auth).toBe(body.includes('"auth"') ? '**put_access_token_here**' : undefined);
  });

  it.each(bodies)('$mode with $auth: the same over many lines', ({ body }) => {
    // As a person would lay it out: broken after each brace and comma.
    const lines = body.replace(/([{,])(?=")/g, '$1\n  ').replace(/\}/g, '\n}');
    expect(problemsOf(lines, 'json-syntax')).toHaveLength(1);
    expect(JSON.parse(repaired(lines) ?? '')).toEqual(JSON.parse(repaired(body) ?? ''));
  });
});

describe('one brace lost anywhere', () => {
  const manifests = ['docs-form', 'docs-checkout', 'wild-checkout-secret', 'wild-form-params'].map((name) =>
    read(`manifests/${name}.b24pay.json`),
  );

  it('is put back where it was', () => {
    let lost = 0;
    let same = 0;
    for (const text of [...manifests, SOUND]) {
      const whole: unknown = JSON.parse(text);
      for (let at = text.indexOf('}'); at !== -1; at = text.indexOf('}', at + 1)) {
        const broken = text.slice(0, at) + text.slice(at + 1);
        if (/\{\s*$/.test(text.slice(0, at))) continue;
        lost++;
        expect(problemsOf(broken, 'json-syntax'), broken).toHaveLength(1);
        const after = repaired(broken);
        if (after === undefined) continue;
        const value: unknown = JSON.parse(after.replace(/,(\s*[}\]])/g, '$1'));
        if (JSON.stringify(value) === JSON.stringify(whole)) same++;
      }
    }
    expect(lost).toBeGreaterThan(90);
    expect(same).toBe(lost);
  });
});

describe('a text that stops in the middle', () => {
  it('is closed in one go', () => {
    const text = '{\n  "NAME": "n",\n  "SETTINGS": {\n    "CURRENCY": ["RUB"\n';
    expect(fixesOf('json-syntax', text).map(({ title }) => title)).toEqual(['Add the missing brackets']);
    expect(member(JSON.parse(repaired(text) ?? ''), 'SETTINGS')).toEqual({ CURRENCY: ['RUB'] });
    expect(repaired('{ "A": 1 // note\n')).toBe('{ "A": 1 // note\n}\n');
  });

  it('has no fix when more than brackets is missing', () => {
    expect(fixesOf('json-syntax', '{ "NAME": "n", "CO')).toEqual([]);
  });
});

describe('the brace that the indentation tells to be lost', () => {
  const manifest = (fields: string) => `{
  "NAME": "n",
  "CODE": "c",
  "SETTINGS": {
    "FORM_DATA": {
      "ACTION_URI": "https://a.test",
      "METHOD": "POST",
      "FIELDS": {
${fields}
      }
    },
    "CODES": {
      "A": { "NAME": "a" }
    }
  }
}
`;

  it.each([
    [
      'before another field',
      '        "a": {\n          "CODE": "A",\n          "VISIBLE": ⟦"Y"⟧,\n        "b": { "CODE": "A" }',
      '        "a": {\n          "CODE": "A",\n          "VISIBLE": "Y"\n        },\n        "b": { "CODE": "A" }',
    ],
    [
      'with its comma',
      '        "a": {\n          "CODE": ⟦"A"⟧\n        "b": { "CODE": "A" }',
      '        "a": {\n          "CODE": "A"\n        },\n        "b": { "CODE": "A" }',
    ],
    [
      'at the end of the last field',
      '        "a": { "CODE": "A" },\n        "b": {\n          "CODE": ⟦"A"⟧ // note',
      '        "a": { "CODE": "A" },\n        "b": {\n          "CODE": "A"\n        } // note',
    ],
    [
      'on one line',
      '        "a": { "CODE": ⟦"A"⟧,\n        "b": { "CODE": "A" }',
      '        "a": { "CODE": "A" },\n        "b": { "CODE": "A" }',
    ],
    [
      'of an object inside',
      '        "a": {\n          "CODE": {\n            "NAME": ⟦"x"⟧\n        },\n        "b": { "CODE": "A" }',
      '        "a": {\n          "CODE": {\n            "NAME": "x"\n          }\n        },\n        "b": { "CODE": "A" }',
    ],
  ])('is put there: %s', (_what, marked, after) => {
    for (const eol of ['\n', '\r\n']) {
      const lines = (text: string): string => manifest(text).replaceAll('\n', eol);
      expectProblems('json-syntax', lines(marked), 'error', 'A closing brace } is missing.');
      expect(repaired(unmarked(lines(marked)).text)).toBe(lines(after));
    }
  });

  it.each([
    ['of two', manifest('        "a": {\n          "CODE": "A",\n        "b": {\n          "CODE": "A"')],
    [
      'of text that is laid out otherwise',
      manifest('     "a": { "CODE": "A" },\n        "b": {\n          "CODE": "A"'),
    ],
    ['of text that stops', manifest('        "a": {\n          "CODE": "A"').slice(0, -4)],
    ['of text on one line', '{ "A": { "B": { "C": 1 }, "D": 2 }'],
    ['of sound text', SOUND],
  ])('is not told: %s', (_what, text) => {
    expect(leftOpen(text)).toEqual([]);
  });

  it('wherever its line is lost', () => {
    let lost = 0;
    for (const text of [
      ...['docs-form', 'wild-checkout-secret', 'wild-form-params'].map((name) => read(`manifests/${name}.b24pay.json`)),
      SOUND,
    ]) {
      const lines = text.split('\n');
      for (const [index, line] of lines.entries()) {
        if (!/^ +\},?$/.test(line)) continue;
        const broken = lines.filter((_, other) => other !== index).join('\n');
        const problems = problemsOf(broken, 'json-syntax');
        expect(
          problems.map(({ span }) => broken.slice(0, span.start).split('\n').length),
          broken,
        ).toEqual([index]);
        expect(repaired(broken), broken).toBe(text);
        lost++;
      }
    }
    expect(lost).toBeGreaterThan(60);
  });
});
