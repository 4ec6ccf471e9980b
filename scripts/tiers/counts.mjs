// How many tests of a tier passed and failed. Runners write it as JSON into the file that B24PAY_COUNTS names.
import fs from 'node:fs';
import path from 'node:path';
import { cacheDir } from '../project.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Runs something that writes its counts, and reads them.
 * @param {string} name of the file, unique among what runs at the same time
 * @param {string[]} tiers what must have run; one without a single test counts as failed
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} start gets the variables to add; gives an exit code
 * @returns {Promise<Record<string, Counts>>} by tier
 */
export async function counted(name, tiers, start) {
  const file = path.join(cacheDir, `counts-${name}.json`);
  fs.mkdirSync(cacheDir, { recursive: true });
  fs.rmSync(file, { force: true });
  const code = await start({ B24PAY_COUNTS: file });
  /** @type {Record<string, Counts>} */
  const counts = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  for (const tier of tiers) {
    const { passed, failed } = (counts[tier] ??= { passed: 0, failed: 0 });
    if (passed + failed > 0) continue;
    console.error(`${tier}: no test ran`);
    counts[tier] = { passed: 0, failed: 1 };
  }
  const allPassed = Object.values(counts).every(({ failed }) => failed === 0);
  if (code !== 0 && allPassed) {
    console.error(`${name}: every test passed, but the run ended with code ${code}`);
    counts[`${name} run`] = { passed: 0, failed: 1 };
  }
  return counts;
}
