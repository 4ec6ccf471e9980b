// A vitest reporter that counts what passed and failed, for each project, into the file named by B24PAY_COUNTS.
import fs from 'node:fs';
import process from 'node:process';

/** Its name is given to vitest by scripts/tiers/vitest.mjs. */
export default class CountReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    /** @type {Record<string, import('./counts.mjs').Counts>} */
    const counts = {};
    for (const module of modules) {
      const count = (counts[module.project.name] ??= { passed: 0, failed: 0 });
      const states = [...module.children.allTests()].map((test) => test.result().state);
      count.passed += states.filter((state) => state === 'passed').length;
      const failed = states.filter((state) => state === 'failed').length;
      // A module that fails without a failed test could not be loaded, or its hooks threw.
      count.failed += failed || (module.state() === 'failed' ? 1 : 0);
    }
    if (unhandledErrors.length > 0) counts.unhandled = { passed: 0, failed: unhandledErrors.length };
    if (process.env.B24PAY_COUNTS) fs.writeFileSync(process.env.B24PAY_COUNTS, JSON.stringify(counts));
  }
}
