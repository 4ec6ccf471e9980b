// The checks that need no test: types, lint rules, formatting. Each counts as one.
import { runModule } from '../project.mjs';

/** @type {[name: string, check: () => Promise<boolean>][]} */
const CHECKS = [
  ['types', async () => (await runModule('typescript/bin/tsc', [])) === 0],
  ['lint', async () => (await runModule('eslint/bin/eslint.js', ['--max-warnings', '0', '.'])) === 0],
  [
    'formatting',
    async () => (await runModule('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])) === 0,
  ],
];

/**
 * Does all of them, one after the other.
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runChecks() {
  const counts = { passed: 0, failed: 0 };
  for (const [name, check] of CHECKS) {
    const ok = await check();
    console.log(`${ok ? '✓' : '✗'} ${name}`);
    counts[ok ? 'passed' : 'failed'] += 1;
  }
  return counts;
}
