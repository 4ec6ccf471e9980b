// What VS Code's test mode loads and calls in the extension host: runs the bundled suite with mocha.
import Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Runs every test; rejects when one failed. Counts go to the file that B24PAY_COUNTS names. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000, forbidPending: true });
  const files = readdirSync(path.join(__dirname, 'suite'), { recursive: true, encoding: 'utf8' });
  for (const file of files.sort()) if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, 'suite', file));
  const { passes, failures } = await new Promise<Mocha.Stats>((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats) resolve(runner.stats);
      else reject(new Error('mocha kept no counts'));
    });
  });
  const counts = process.env.B24PAY_COUNTS;
  if (counts) writeFileSync(counts, JSON.stringify({ vscode: { passed: passes, failed: failures } }));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
