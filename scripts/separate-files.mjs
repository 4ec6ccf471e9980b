// Leaves out of a bundle what is loaded at run time and stands in a bundle of its own: every 100 KB of code in a file cost
// several milliseconds when it is loaded, used or not.

/**
 * @param {Readonly<Record<string, string>>} files what `import()` names → the file beside the bundle that holds it
 * @returns {import('esbuild').BuildOptions}
 */
export const separateFiles = (files) => ({
  plugins: [
    {
      name: 'separate-files',
      setup({ onResolve }) {
        onResolve({ filter: /^\./ }, ({ kind, path }) => {
          const file = kind === 'dynamic-import' ? files[path] : undefined;
          return file === undefined ? undefined : { path: file, external: true };
        });
      },
    },
  ],
  // `require` instead of `import()`: it does not start Node's loader of ES modules.
  supported: { 'dynamic-import': false },
});
