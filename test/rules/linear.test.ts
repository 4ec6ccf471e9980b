import { expect, it } from 'vitest';
import { checkManifest } from '../../server/check.js';
import { parseManifest } from '../../server/document/parse.js';

/** A manifest of a given size with every tenth thing wrong. */
function manifest(size: number): string {
  const numbers = Array.from({ length: size }, (_, index) => index);
  const codes = numbers.map((n) => [
    `CODE_${n}`,
    {
      NAME: n % 10 === 0 ? null : 'Code',
      DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: n % 10 === 1 ? 'SUMM' : 'SUM' },
    },
  ]);
  const fields = numbers.map((n) => [`field${n}`, { CODE: n % 10 === 2 ? `CODE_X${n}` : `CODE_${n}` }]);
  const SETTINGS = {
    CODES: Object.fromEntries(codes) as unknown,
    CHECKOUT_DATA: { ACTION_URI: 'https://pay.shop.test', FIELDS: Object.fromEntries(fields) as unknown },
  };
  return JSON.stringify({ NAME: 'n', CODE: 'c', SETTINGS }, null, 2);
}

/** Rule calls, and problems found. */
function work(size: number): { visits: number; problems: number } {
  let visits = 0;
  const problems = checkManifest(parseManifest(manifest(size)), {
    onVisit: () => {
      visits++;
    },
  });
  return { visits, problems: problems.length };
}

it('calls rules in proportion to the size of the manifest', () => {
  const sizes = [100, 200, 400, 800];
  const done = sizes.map(work);
  for (const [index, { visits, problems }] of done.entries()) {
    const half = done[index - 1];
    if (!half) continue;
    expect(visits / half.visits).toBeLessThan(2.05);
    expect(visits / half.visits).toBeGreaterThan(1.5);
    expect(problems / half.problems).toBeLessThan(2.05);
  }
});
