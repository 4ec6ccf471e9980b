// The checks that need no test: generated files are current, types, lint rules, formatting. Each counts as one.
import fs from 'node:fs';
import path from 'node:path';
import { root, runModule } from '../project.mjs';

/** Folders that no generator writes to, at any depth. */
const NOT_SOURCES = new Set(['node_modules', '.git', '.cache', '.vscode-test', 'artifacts', 'dist']);

/** @type {[name: string, check: () => Promise<boolean>][]} */
const CHECKS = [
  ['generated files', isGeneratedCurrent],
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

/** Generates again and compares: a difference stays in the tree, to be looked at and committed. */
async function isGeneratedCurrent() {
  const before = sources();
  if ((await runModule('tsx/dist/cli.mjs', ['schemas/generate.ts'])) !== 0) return false;
  const after = sources();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  for (const file of changed) console.error(`${file} was not what \`npm run generate\` makes of the sources`);
  return changed.length === 0;
}

/**
 * Every file of the sources with its text.
 * @param {string} [folder]
 * @param {Map<string, string>} [found]
 * @returns {Map<string, string>} by path from the root
 */
function sources(folder = root, found = new Map()) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !NOT_SOURCES.has(entry.name)) sources(file, found);
    else if (entry.isFile()) found.set(path.relative(root, file), fs.readFileSync(file, 'latin1'));
  }
  return found;
}
