import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/project.mjs';

const committed = join(root, 'schemas/generated');

describe('schemas/generated', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'b24pay-schemas-'));
    execFileSync(process.execPath, ['--import', 'tsx', 'schemas/generate.ts', folder], { cwd: root, stdio: 'pipe' });
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('is what the models generate', () => {
    expect(readdirSync(folder).sort()).toEqual(readdirSync(committed).sort());
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(committed, name), 'utf8'), name).toBe(readFileSync(join(folder, name), 'utf8'));
    }
  });

  it.each(['manifest.validate.mjs', 'rest.validate.mjs'])('%s stands on its own and makes no code', (name) => {
    const code = readFileSync(join(committed, name), 'utf8');
    expect(code.match(/^(import .*|.*[^'"\w]require\(['"].*)$/gm)).toBeNull();
    expect(code.match(/new Function|\beval\(/g)).toBeNull();
  });
});
