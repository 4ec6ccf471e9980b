// How the language server is bundled: the time from its start to the first diagnostics counts.
import { separateFiles } from '../../scripts/separate-files.mjs';

/** What is loaded at run time, and the file in dist/ that holds it. */
const apart = separateFiles({
  // The server proper: behind an entry that turns Node's compile cache on, which works for files loaded later.
  './process.js': './server-main.js',
  // What the first diagnostics do not need.
  '../features/verbs.js': './server-features.js',
});

/**
 * @vscode/l10n loads fs/promises for reading bundles, which this server does not do. It is loaded on first use instead.
 * @type {import('esbuild').Plugin}
 */
const lazyBuiltins = {
  name: 'lazy-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^fs\/promises$/ }, ({ path, importer }) =>
      importer.includes('node_modules') ? { path, namespace: 'lazy-builtin' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'lazy-builtin' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => process.getBuiltinModule('${path}')[name] });`,
    }));
  },
};

/**
 * jsonc-parser makes tables of 1,200 strings for its formatter when it is loaded. Where nothing formats, they can be left out.
 * @type {import('esbuild').Plugin}
 */
const droppableTables = {
  name: 'droppable-tables',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /\/string-intern$/ }, async ({ path, pluginData, importer, kind, resolveDir }) => {
      if (pluginData === droppableTables) return undefined;
      const found = await resolve(path, { importer, kind, resolveDir, pluginData: droppableTables });
      return { path: found.path, sideEffects: false };
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const loadsFiles = { ...apart, plugins: [...(apart.plugins ?? []), lazyBuiltins, droppableTables] };

/**
 * What is special about each file of the server, besides the options common to all bundles.
 * @type {import('esbuild').BuildOptions[]}
 */
export const serverBundles = [
  { ...loadsFiles, entryPoints: { server: 'server/lsp/node.ts' } },
  { ...loadsFiles, entryPoints: { 'server-main': 'server/lsp/process.ts' } },
  { entryPoints: { 'server-features': 'server/features/verbs.ts' } },
];
