// The tiers that vitest runs.
import { runModule } from '../project.mjs';
import { counted } from './counts.mjs';

/**
 * Runs vitest once for several tiers.
 * @param {string[]} tiers projects of vitest.config.mjs
 * @param {string[]} [args] for vitest
 * @returns {Promise<Record<string, import('./counts.mjs').Counts>>}
 */
export function runVitest(tiers, args = []) {
  const projects = tiers.flatMap((tier) => ['--project', tier]);
  const reporters = ['--reporter', 'default', '--reporter', './scripts/tiers/count-reporter.mjs'];
  return counted(tiers.join('-'), tiers, (env) =>
    runModule('vitest/vitest.mjs', ['run', ...projects, ...reporters, ...args], env),
  );
}
