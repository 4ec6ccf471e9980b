// Runs test/vscode/suite inside a real VS Code: the one entry for the desktop and for our web host. Build first.
//   VSCODE_EXECUTABLE    a `code` to use; without it @vscode/test-electron downloads one
//   VSCODE_TEST_VERSION  which one to download (stable)
//   VSCODE_LOGS          folder for the desktop's logs; the web host has VSCODE_HOST_ARTIFACTS
//   B24PAY_COUNTS        file for the counts, see scripts/tiers/counts.mjs
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const suite = path.join(root, 'test/vscode/suite');
const bundled = path.join(root, '.cache/vscode-suite');

/** Bundles every test file of the suite, and the entry that VS Code calls, as CommonJS for the extension host. */
async function bundleSuite() {
  const tests = readdirSync(suite, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  rmSync(bundled, { recursive: true, force: true });
  await build({
    entryPoints: [path.join(root, 'test/vscode/entry.ts'), ...tests.map((file) => path.join(suite, file))],
    outdir: bundled,
    outbase: path.join(root, 'test/vscode'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    // One mocha for the entry and the tests.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** Runs the suite with an empty folder open, which the tests may write to. */
async function runSuite() {
  // Short, because a socket's path lies in it; real, because editors compare addresses as text.
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'b24pay-')));
  const workspace = path.join(scratch, 'workspace');
  const user = path.join(scratch, 'user');
  const { VSCODE_EXECUTABLE, VSCODE_TEST_VERSION, VSCODE_LOGS } = process.env;
  try {
    mkdirSync(workspace);
    await runTests({
      ...(VSCODE_EXECUTABLE
        ? { vscodeExecutablePath: VSCODE_EXECUTABLE }
        : { version: VSCODE_TEST_VERSION ?? 'stable' }),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(bundled, 'entry.js'),
      launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${user}`],
    });
  } finally {
    if (VSCODE_LOGS && existsSync(path.join(user, 'logs')))
      cpSync(path.join(user, 'logs'), VSCODE_LOGS, { recursive: true });
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

await bundleSuite();
await runSuite().catch((/** @type {unknown} */ error) => {
  console.error(String(error));
  process.exitCode = 1;
});
