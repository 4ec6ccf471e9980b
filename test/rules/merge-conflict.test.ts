import { describe, expect, it } from 'vitest';
import { countsOf, expectFix, expectProblems, fixesOf } from './marked.js';
import { SOUND } from './manifests.js';

const FIRST = 'Keep the first side';
const SECOND = 'Keep the second side';

const conflict = (ours: string, theirs: string, base = ''): string =>
  `<<<<<<< HEAD\n${ours}${base}=======\n${theirs}>>>>>>> feature/price "x"\n`;

const marked = (text: string): string => text.replaceAll('<<<<<<< HEAD', '⟦<<<<<<< HEAD⟧');

/** A sound manifest with a conflict about its place among the payment systems. */
const withConflict = (ours: string, theirs: string, base?: string): string =>
  SOUND.replace('  "SORT": 100,\n', () => conflict(ours, theirs, base));

describe('a merge conflict', () => {
  it.each([
    ['of two sides', withConflict('  "SORT": 100,\n', '  "SORT": 200,\n')],
    ['with what was before', withConflict('  "SORT": 100,\n', '  "SORT": 200,\n', '||||||| 12ab34c\n  "SORT": 5,\n')],
  ])('is one mistake, and each side a fix: %s', (_what, text) => {
    for (const eol of ['\n', '\r\n']) {
      const written = (one: string): string => one.replaceAll('\n', eol);
      expect(countsOf(written(text))).toEqual({ 'json-syntax': 1 });
      expectProblems('json-syntax', marked(written(text)), 'error', 'This merge conflict is not resolved.');
      expectFix('json-syntax', written(text), FIRST, written(SOUND), false);
      expectFix('json-syntax', written(text), SECOND, written(SOUND.replace('100,', '200,')), false);
    }
  });

  it('may have an empty side', () => {
    const text = withConflict('', '  "SORT": 200,\n');
    expectFix('json-syntax', text, FIRST, SOUND.replace('  "SORT": 100,\n', ''), false);
    expectFix('json-syntax', text, SECOND, SOUND.replace('100,', '200,'), false);
  });

  it('is one of several, each told and fixed for itself', () => {
    const text = withConflict('  "SORT": 100,\n', '  "SORT": 200,\n').replace('    "CURRENCY": ["RUB"],\n', () =>
      conflict('    "CURRENCY": ["RUB"],\n', '    "CURRENCY": ["USD"],\n'),
    );
    expectProblems('json-syntax', marked(text), 'error');
    expect(fixesOf('json-syntax', text).map(({ title }) => title)).toEqual([FIRST, SECOND]);
  });

  it('does not silence the rules, which see the first side', () => {
    const text = withConflict('  "SORT": "first",\n', '  "SORT": 200,\n').replace('"PAYMENT_ID" }', '"PAYMENT" }');
    expectProblems('wrong-type', text.replace('"first"', '⟦"first"⟧'), 'error');
    expectProblems('undefined-code', text.replace('"PAYMENT" }', '⟦"PAYMENT"⟧ }'), 'error');
  });

  it('may be left in part, and nothing is done without a look then', () => {
    const text = withConflict('  "SORT": 100,\n', '').replace('<<<<<<< HEAD\n', '');
    expectProblems(
      'json-syntax',
      text.replace('=======', '⟦=======⟧').replace('>>>>>>> feature/price "x"', '⟦>>>>>>> feature/price "x"⟧'),
      'error',
      'This line is left over from a merge conflict.',
    );
    expectFix('json-syntax', text, 'Remove it', text.replace('=======\n', ''), false);
  });
});
