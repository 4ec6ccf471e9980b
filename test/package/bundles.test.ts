// The bundles: no schema library, no compiler of schemas, no code made from text.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.mjs';

const BUNDLES = ['client', 'local-portal', 'server', 'server-main', 'server-features', 'cli'];

/** Texts that minifying leaves in a library, which its users have no reason to contain. */
const MARKS: Readonly<Record<string, { entry: string; marks: readonly string[] }>> = {
  zod: { entry: "import { z } from 'zod/v3'; console.log(z)", marks: ['ZodError', 'invalid_union_discriminator'] },
  'the ajv compiler': {
    entry: "import Ajv from 'ajv'; console.log(Ajv)",
    marks: ['schema must be object or boolean', 'strictTypes'],
  },
};

/** Ways to run a text as code. */
const CODE_FROM_TEXT = [/\bnew\s+Function\b/, /(?<![.\w$])Function\s*\(/, /(?<![.\w$])eval\s*\(/];

const bundle = (name: string) => readFileSync(path.join(root, 'dist', `${name}.js`), 'utf8');

describe.each(BUNDLES)('dist/%s.js', (name) => {
  it.each(Object.keys(MARKS))('does not contain %s', (library) => {
    const text = bundle(name);
    expect(MARKS[library]?.marks.filter((mark) => text.includes(mark))).toEqual([]);
  });

  it('makes no code from text', () => {
    const text = bundle(name);
    expect(CODE_FROM_TEXT.filter((pattern) => pattern.test(text))).toEqual([]);
  });
});

describe('the search for libraries', () => {
  it.each(Object.entries(MARKS))('would find %s', async (_library, { entry, marks }) => {
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: root },
      bundle: true,
      minify: true,
      platform: 'node',
      write: false,
    });
    const text = outputFiles[0]?.text ?? '';
    expect(marks.filter((mark) => !text.includes(mark))).toEqual([]);
  });
});
