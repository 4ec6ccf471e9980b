// The test tiers that vitest runs. The editor's own tier is mocha inside VS Code (test/vscode/run.mjs).
import { defineConfig } from 'vitest/config';

/** Folders of test/ that are tiers of their own; every other folder belongs to the tier `unit`. */
const TIERS = ['lsp', 'portal', 'package', 'browser'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...TIERS, 'vscode'].map((folder) => `test/${folder}/**`),
          testTimeout: 30_000,
        },
      },
      ...TIERS.map((name) => ({
        test: {
          name,
          include: [`test/${name}/**/*.test.ts`],
          // A whole editor in a browser: one at a time, and slow on a busy machine.
          ...(name === 'browser'
            ? { fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000 }
            : { testTimeout: 30_000, hookTimeout: 30_000 }),
        },
      })),
    ],
  },
});
