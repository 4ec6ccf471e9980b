/** The server as it ships: bundled for the tests into a folder of their own, so that they need no build before them. */
import { build, type BuildOptions } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { serverBundles } from '../../server/lsp/bundle.mjs';

/** Bundles the server before the tests of a file, and gives the path of its program. */
export function bundledServer(): () => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'b24pay-server-'));
    const common: BuildOptions = {
      outdir: folder,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      mainFields: ['module', 'main'],
      minify: true,
      logLevel: 'warning',
    };
    await Promise.all(serverBundles.map((options) => build({ ...common, ...options })));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => path.join(folder, 'server.js');
}
