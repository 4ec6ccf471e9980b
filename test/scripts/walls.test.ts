/** The lint rule that keeps the rooms apart. */
import { Linter } from 'eslint';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { walls } from '../../scripts/walls.mjs';

/** What the rule says about a line in a file of the project. */
function complaints(file: string, line: string): string[] {
  const linter = new Linter({ cwd: root });
  const config: Linter.Config = {
    files: ['**/*.ts'],
    plugins: { house: { rules: { walls } } },
    rules: { 'house/walls': 'error' },
  };
  return linter.verify(line, config, { filename: join(root, file) }).map(({ message }) => message);
}

describe('a wall', () => {
  it.each([
    ['portal/lifecycle.ts', "import { activate } from '../client/extension.js'", 'client'],
    ['portal/local/app.ts', "import { activate } from '../../client/extension.js'", 'client'],
    ['portal/local/pay/block.ts', "export { checkManifest } from '../../../server/check.js'", 'server'],
    ['server/check.ts', "export * from '../portal/lifecycle.js'", 'portal'],
    ['schemas/lookup.ts', "const check = import('../server/check.js')", 'server'],
    ['cli/run.ts', "import '../client/extension.js'", 'client'],
    ['client/extension.ts', "import { run } from './../cli/run.js'", 'cli'],
    ['client/extension.ts', "import { root } from '../scripts/project.mjs'", 'scripts'],
  ])('keeps %s from %s', (file, line, other) => {
    const [room = ''] = file.split('/');
    expect(complaints(file, line)).toEqual([`${room} must not import from ${other}: arrows go down only.`]);
  });

  it.each([
    ['schemas/record.ts', "import * as vscode from 'vscode'", 'schemas never imports vscode.'],
    ['client/extension.ts', "import { z } from 'zod/v3'", 'client never imports zod.'],
    ['server/check.ts', "const ajv = import('ajv/dist/standalone/index.js')", 'server never imports ajv.'],
  ])('keeps %s from the module in %s', (file, line, complaint) => {
    expect(complaints(file, line)).toEqual([complaint]);
  });

  it.each([
    ['portal/local/app.ts', "import { post } from '../client/request.js'"],
    ['portal/local/pay/block.ts', "import { MASK } from '../../client/connection.js'"],
    ['cli/run.ts', "import { version } from '../package.json'"],
    ['client/extension.ts', "import * as vscode from 'vscode'; import { member } from '../schemas/record.js'"],
    [
      'server/check.ts',
      "import { Position } from 'vscode-languageserver'; const rules = import('./rules/registry.js')",
    ],
    ['schemas/manifest.ts', "import { z } from 'zod/v3'"],
    ['scripts/demo.ts', "import { run } from '../cli/run.js'"],
  ])('lets %s have %s', (file, line) => {
    expect(complaints(file, line)).toEqual([]);
  });
});
