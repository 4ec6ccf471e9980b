#!/usr/bin/env node
// Bundles what ships: dist/client.js (editor) and dist/server.js (language server) with the files they load, dist/cli.js (b24pay).
//   build.mjs            once, minified
//   build.mjs --watch    again on every change, with source maps
import { context, build } from 'esbuild';
import { serverBundles } from '../server/lsp/bundle.mjs';
import { separateFiles } from './separate-files.mjs';

const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // The UMD `main` of jsonc-parser and vscode-json-languageservice hides its requires from a bundler.
  mainFields: ['module', 'main'],
  // The library behind selfsigned wants it; the full one looks for the global object with code made from text.
  alias: { 'reflect-metadata': 'reflect-metadata/lite' },
  minify: !watch,
  sourcemap: watch,
  legalComments: 'none',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...common,
    // Most windows never start a local portal.
    ...separateFiles({ './loaded-portal.js': './local-portal.js' }),
    entryPoints: { client: 'client/extension.ts' },
    external: ['vscode'],
    outdir: 'dist',
  },
  { ...common, entryPoints: { 'local-portal': 'client/local-portal/loaded-portal.ts' }, outdir: 'dist' },
  ...serverBundles.map((options) => ({ ...common, ...options, outdir: 'dist' })),
  { ...common, entryPoints: { cli: 'cli/main.ts' }, banner: { js: '#!/usr/bin/env node' }, outdir: 'dist' },
];

if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
