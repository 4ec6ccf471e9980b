#!/usr/bin/env node
// Runs the tests, after a build, and installs by itself what they need. The last line is "N passed, N failed".
//   test.mjs                     everything
//   test.mjs TIER... [ARGS]      some tiers: checks unit lsp portal package vscode browser. ARGS (files, options) are for
//                                vitest and start at the first one with a dash in front or a slash in it
import process from 'node:process';
import { installHost } from '../test/vscode/host/install.mjs';
import { hostRunsHere } from '../test/vscode/host/location.mjs';
import { buildProduct } from './project.mjs';
import { runChecks } from './tiers/checks.mjs';
import { runVitest } from './tiers/vitest.mjs';
import { runInVSCode, usesHost } from './tiers/vscode.mjs';

const QUICK = ['unit', 'lsp', 'portal', 'package'];
const ALL = ['checks', ...QUICK, 'vscode', 'browser'];

/** @typedef {Record<string, import('./tiers/counts.mjs').Counts>} CountsByTier */

/**
 * Runs the tiers: the quick ones while the host installs, then those that need it.
 * @param {string[]} tiers
 * @param {string[]} args for vitest
 * @param {CountsByTier} counts gets what each tier counted, as soon as it has ended
 * @returns {Promise<void>} rejects when something broke outside of the tests
 */
async function runTiers(tiers, args, counts) {
  const has = (/** @type {string} */ tier) => tiers.includes(tier);
  await buildProduct();
  const inHost = has('vscode') && (await usesHost());
  const hostReady = inHost || has('browser') ? prepareHost() : Promise.resolve();

  if (has('checks')) counts.checks = await runChecks();
  const quick = QUICK.filter(has);
  if (quick.length > 0) Object.assign(counts, await runVitest(quick, args));
  await hostReady;
  if (has('vscode')) Object.assign(counts, await runInVSCode(inHost));
  if (has('browser')) Object.assign(counts, await runVitest(['browser'], args));
}

/** Starts to install the host. A failure is met by whoever waits for the result, not before. */
function prepareHost() {
  const ready = installHost((line) => {
    console.log(`[host] ${line}`);
  });
  ready.catch(() => undefined);
  return ready;
}

/**
 * What the command line asks for.
 * @param {string[]} argv
 */
function readArguments(argv) {
  const end = argv.findIndex((argument) => argument.startsWith('-') || argument.includes('/'));
  const named = end < 0 ? argv : argv.slice(0, end);
  const args = end < 0 ? [] : argv.slice(end);
  const unknown = named.find((name) => !ALL.includes(name));
  if (unknown !== undefined) {
    console.error(`Unknown tier ${unknown}. There are: ${ALL.join(' ')}.`);
    process.exit(2);
  }
  if (named.length > 0) return { tiers: named, args };
  if (!hostRunsHere) console.log('The tier browser is left out: the web workbench needs Linux x86-64.');
  return { tiers: ALL.filter((tier) => tier !== 'browser' || hostRunsHere), args };
}

const { tiers, args } = readArguments(process.argv.slice(2));
/** @type {CountsByTier} */
const counts = {};
await runTiers(tiers, args, counts).catch((/** @type {unknown} */ error) => {
  console.error(error instanceof Error ? error.message : error);
  counts['test run'] = { passed: 0, failed: 1 };
});
console.log();
for (const [tier, { passed, failed }] of Object.entries(counts))
  console.log(`${tier}: ${passed} passed, ${failed} failed`);
const sum = (/** @type {'passed' | 'failed'} */ key) =>
  Object.values(counts).reduce((total, count) => total + count[key], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
