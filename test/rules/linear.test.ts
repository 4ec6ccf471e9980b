/** Checking costs in proportion to the manifest: counted in visits of rules, not in seconds. */
import { expect, test } from 'vitest';
import { manifestOfSize } from '../../scripts/bench/manifests.js';
import { checkManifest } from '../../server/check.js';
import { parseManifest } from '../../server/document/parse.js';

function visits(size: number, kind: 'valid' | 'mistakes'): number {
  let count = 0;
  checkManifest(parseManifest(manifestOfSize(size, kind)), { onVisit: () => count++ });
  return count;
}

test.each(['valid', 'mistakes'] as const)('a manifest twice as large is twice the work (%s)', (kind) => {
  const sizes = [20_000, 40_000, 80_000, 160_000];
  const work = sizes.map((size) => visits(size, kind));
  for (const [index, count] of work.entries()) {
    const before = work[index - 1];
    if (before === undefined) continue;
    expect(count / before).toBeGreaterThan(1.8);
    expect(count / before).toBeLessThan(2.2);
  }
});
