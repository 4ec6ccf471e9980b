import { cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BAD, GOOD, openSession } from './session.js';
import type { Session } from './session.js';

// It works as ever, until a test has it fail.
vi.mock(import('node:fs/promises'), { spy: true });

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'manifests');

interface Report {
  files: {
    file: string;
    problems: {
      code: string;
      severity: string;
      message: string;
      docs: string;
      path: string;
      range: { start: { line: number; character: number }; end: { line: number; character: number } };
    }[];
  }[];
  summary: Record<string, number>;
}

let session: Session;

beforeEach(() => {
  session = openSession();
});

afterEach(() => {
  session.remove();
});

async function jsonOf(...names: string[]) {
  const { stdout, ...rest } = await session.run(['check', ...names, '--format', 'json']);
  return { ...rest, stdout, report: JSON.parse(stdout) as Report };
}

describe('standard input', () => {
  it('is checked under the name <stdin>, beside files', async () => {
    expect(await session.run(['check', '-'], { input: GOOD })).toMatchObject({
      code: 0,
      stdout: 'No problems in 1 file\n',
    });
    expect(await session.run(['check', '-'], { input: '{' })).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^<stdin>:1:\d+ {2}error /) as unknown,
    });
    session.write('good.b24pay.json', GOOD);
    const { stdout } = await session.run(['check', '-', 'good.b24pay.json', '--format', 'json'], { input: BAD });
    const { files } = JSON.parse(stdout) as Report;
    expect(files.map(({ file }) => file)).toEqual(['<stdin>', 'good.b24pay.json']);
  });

  it('cannot be fixed', async () => {
    const outcome = await session.run(['check', '-', '--fix'], { input: GOOD });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('standard input is none');
  });
});

describe('a pattern that no shell has expanded', () => {
  const filesOf = async (...names: string[]) => (await jsonOf(...names)).report.files.map(({ file }) => file);

  it('stands for the files of a folder, hidden ones left out', async () => {
    for (const name of ['a.b24pay.json', 'b1.b24pay.json', '.c.b24pay.json', 'd.json', 'sub/e.b24pay.json'])
      session.write(name, GOOD);
    expect(await filesOf('*.b24pay.json')).toEqual(['a.b24pay.json', 'b1.b24pay.json']);
    expect(await filesOf('b?.b24pay.json', 'sub/*')).toEqual(['b1.b24pay.json', join('sub', 'e.b24pay.json')]);
    expect(await filesOf('s*')).toEqual([join('sub', 'e.b24pay.json')]);
  });

  it.each(['*.b24pay.json', '**/x.b24pay.json', 'nowhere/*.json'])(
    'says so when nothing matches: %s',
    async (pattern) => {
      session.write('a.json', GOOD);
      const { code, stderr } = await session.run(['check', pattern]);
      expect(code).toBe(2);
      expect(stderr).toContain(`${pattern}: nothing there has such a name; name a folder`);
    },
  );
});

describe('exit codes', () => {
  it('is 0 without errors, 1 with one', async () => {
    session.write('good.b24pay.json', GOOD);
    session.write('bad.b24pay.json', BAD);
    expect(await session.run(['check', 'good.b24pay.json'])).toEqual({
      code: 0,
      stdout: 'No problems in 1 file\n',
      stderr: '',
      questions: [],
    });
    expect(await session.run(['check', '.'])).toMatchObject({ code: 1, stderr: '' });
  });

  it('is 0 with warnings only', async () => {
    session.write('a.b24pay.json', GOOD.replace('"NAME"', '"EXTRA": 1, "NAME"'));
    const { code, stdout } = await session.run(['check', 'a.b24pay.json']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1 warning in 1 file$/m);
  });

  it('is 2 for a file that is not there, with one line that names it; the others are checked', async () => {
    session.write('bad.b24pay.json', BAD);
    const { code, stdout, stderr } = await session.run(['check', 'none.json', 'bad.b24pay.json']);
    expect(code).toBe(2);
    expect(stderr).toBe('b24pay: none.json: no such file or folder\n');
    expect(stdout).toContain('undefined-code');
  });

  it('is 2 for a folder without manifests', async () => {
    session.write('docs/other.json', BAD);
    const { code, stderr } = await session.run(['check', 'docs']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^b24pay: No manifests .* in docs\n$/);
  });

  it('is 2 for a format that there is not', async () => {
    session.write('good.b24pay.json', GOOD);
    const { code, stderr } = await session.run(['check', 'good.b24pay.json', '--format', 'xml']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'b24pay: --format is one of text, json, not "xml".\n' });
  });
});

describe('which files', () => {
  it('checks a named file whatever its name', async () => {
    session.write('some.txt', BAD);
    expect((await jsonOf('some.txt')).report.files.map(({ file }) => file)).toEqual(['some.txt']);
  });

  it('takes only manifests out of folders, and none out of folders of others', async () => {
    for (const name of [
      'b.b24pay.json',
      'a/bitrix24-payment-handler.json',
      'a/x.b24pay.json',
      'a/deep/er/y.b24pay.json',
    ]) {
      session.write(name, GOOD);
    }
    for (const name of ['other.json', 'node_modules/p/a.b24pay.json', 'a/.git/a.b24pay.json', 'vendor/v.b24pay.json'])
      session.write(name, BAD);
    const { report } = await jsonOf('.');
    expect(report.files.map(({ file }) => file)).toEqual([
      'a/bitrix24-payment-handler.json',
      'a/deep/er/y.b24pay.json',
      'a/x.b24pay.json',
      'b.b24pay.json',
    ]);
    // Named itself, it is meant.
    expect((await jsonOf('vendor')).report.files.map(({ file }) => file)).toEqual(['vendor/v.b24pay.json']);
  });

  it('checks a file once that is named twice', async () => {
    session.write('a/x.b24pay.json', GOOD);
    const { report } = await jsonOf('a/x.b24pay.json', 'a', './a/');
    expect(report.files.map(({ file }) => file)).toEqual(['a/x.b24pay.json']);
  });

  it('follows links to files, and no links to folders', async () => {
    session.write('real/x.b24pay.json', GOOD);
    mkdirSync(join(session.folder, 'linked'));
    symlinkSync(session.folder, join(session.folder, 'linked', 'round'));
    symlinkSync(join(session.folder, 'real', 'x.b24pay.json'), join(session.folder, 'linked', 'y.b24pay.json'));
    const { report } = await jsonOf('linked');
    expect(report.files.map(({ file }) => file)).toEqual(['linked/y.b24pay.json']);
  });

  it('takes what stands behind -- for a file', async () => {
    session.write('--odd.json', GOOD);
    expect(await session.run(['check', '--', '--odd.json'])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('manifests with the same CODE', () => {
  /** The files in which a duplicate was found. */
  const duplicates = async (...names: string[]) =>
    (await jsonOf(...names)).report.files
      .filter(({ problems }) => problems.some(({ code }) => code === 'duplicate-handler-code'))
      .map(({ file }) => file);

  it('are found in a folder, whatever their letter case and the blanks behind', async () => {
    session.write('a/one.b24pay.json', GOOD);
    session.write('a/deep/two.b24pay.json', GOOD.replace('"my_shop"', '"MY_Shop  "'));
    session.write('a/other.b24pay.json', GOOD.replace('"my_shop"', '"my_shop2"'));
    expect(await duplicates('a')).toEqual(['a/deep/two.b24pay.json', 'a/one.b24pay.json']);
    const { code, stdout } = await session.run(['check', 'a']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^a\/deep\/two\.b24pay\.json:3:11 .* duplicate-handler-code$/m);
    expect(stdout).toMatch(/^ += a\/one\.b24pay\.json:3:11 /m);
  });

  it('are no matter in different folders', async () => {
    session.write('a/one.b24pay.json', GOOD);
    session.write('b/two.b24pay.json', GOOD);
    expect(await duplicates('a', 'b')).toEqual([]);
    expect(await duplicates('.')).toEqual(['a/one.b24pay.json', 'b/two.b24pay.json']);
    // The innermost folder counts, in whatever order they are named.
    expect(await duplicates('.', 'b')).toEqual([]);
    expect(await duplicates('b', '.')).toEqual([]);
  });

  it('are found among the files that are named one by one', async () => {
    session.write('a/one.json', GOOD);
    session.write('b/two.json', GOOD);
    expect(await duplicates('a/one.json', 'b/two.json')).toEqual(['a/one.json', 'b/two.json']);
    expect(await duplicates('a/one.json', './a/one.json')).toEqual([]);
  });

  it('are not looked for in what is no text', async () => {
    session.write('one.json', GOOD);
    session.write('two.json', Buffer.from(GOOD, 'utf16le'));
    expect(await duplicates('one.json', 'two.json')).toEqual([]);
  });
});

describe('json', () => {
  it('has the promised shape', async () => {
    session.write('bad.b24pay.json', BAD);
    const { report, stdout } = await jsonOf('bad.b24pay.json');
    expect(report).toEqual({
      files: [
        {
          file: 'bad.b24pay.json',
          problems: [
            expect.objectContaining({ code: 'unused-code', severity: 'hint' }),
            {
              code: 'undefined-code',
              severity: 'error',
              message: expect.stringContaining('SHOP_IDD') as string,
              docs: expect.stringMatching(/^https:\/\/.*undefined-code/) as string,
              path: '/SETTINGS/FORM_DATA/FIELDS/shop/CODE',
              range: { start: { line: 13, character: 18 }, end: { line: 13, character: 28 } },
            },
          ],
        },
      ],
      summary: { errors: 1, warnings: 0, information: 0, hints: 1 },
    });
    expect(stdout.endsWith('}\n')).toBe(true);
  });

  it('escapes paths as RFC 6901 says', async () => {
    session.write('a.json', GOOD.replace('"shop"', '"a/b~c"').replace('"CODE": "SHOP_ID"', '"CODE": "X"'));
    const { report } = await jsonOf('a.json');
    const paths = report.files[0]?.problems.map(({ path }) => path);
    expect(paths).toContain('/SETTINGS/FORM_DATA/FIELDS/a~1b~0c/CODE');
  });

  it('is there even when nothing could be read', async () => {
    const { code, report } = await jsonOf('none.json');
    expect(code).toBe(2);
    expect(report).toEqual({ files: [], summary: { errors: 0, warnings: 0, information: 0, hints: 0 } });
  });

  it('agrees with the text about every fixture', async () => {
    cpSync(FIXTURES, join(session.folder, 'all'), { recursive: true });
    const { report } = await jsonOf('all');
    const { stdout } = await session.run(['check', 'all']);
    expect(report.files).toHaveLength(readdirSync(FIXTURES).filter((name) => name.endsWith('.b24pay.json')).length);
    for (const { file, problems } of report.files) {
      for (const { code, range } of problems) {
        const heads = stdout.split('\n').filter((line) => line.startsWith(`${file}:${range.start.line + 1}:`));
        expect(heads.some((line) => line.endsWith(`  ${code}`))).toBe(true);
      }
    }
  });
});

describe('text', () => {
  it('shows the line with a marker under the range, then the counts', async () => {
    session.write('shop.b24pay.json', BAD);
    const { stdout } = await session.run(['check', 'shop.b24pay.json']);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.endsWith('undefined-code'));
    expect(lines[at]).toMatch(
      /^shop\.b24pay\.json:14:19 {2}error {2}Code SHOP_IDD is not in CODES.*[^.] {2}undefined-code$/,
    );
    expect(lines[at + 1]).toBe('  14 |           "CODE": "SHOP_IDD"');
    expect(lines[at + 2]).toBe('     |                   ^^^^^^^^^^ did you mean SHOP_ID?');
    expect(lines.at(-2)).toBe('1 error, 1 hint in 1 file');
  });

  it('is coloured on a terminal, and elsewhere only when forced', async () => {
    session.write('shop.b24pay.json', BAD);
    const coloured = async (isTTY: boolean, env: Record<string, string>) =>
      (await session.run(['check', 'shop.b24pay.json'], { isTTY, env })).stdout.includes('\u001B[31m');
    expect(await coloured(true, {})).toBe(true);
    expect(await coloured(true, { NO_COLOR: '1' })).toBe(false);
    expect(await coloured(true, { TERM: 'dumb' })).toBe(false);
    expect(await coloured(true, { FORCE_COLOR: '0' })).toBe(false);
    expect(await coloured(false, {})).toBe(false);
    expect(await coloured(false, { FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured(false, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(true);
  });

  it('lets nothing of a file control the terminal', async () => {
    session.write('a.json', BAD.replaceAll('SHOP_IDD', 'X\u001b]0;owned\u0007\u202eY'));
    const { stdout, stderr } = await session.run(['check', 'a.json', 'b\u001b[2J.json']);
    expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(stdout).toContain('X␛]0;owned␇');
  });
});

describe('bad input', () => {
  it('reads a file with a byte order mark, and counts from behind it', async () => {
    session.write('a.json', `\uFEFF${BAD}`);
    session.write('b.json', BAD);
    const problems = async (name: string) => (await jsonOf(name)).report.files[0]?.problems;
    expect(await problems('a.json')).toEqual(await problems('b.json'));
  });

  it('says where a file stops being UTF-8', async () => {
    session.write('a.json', Buffer.from('{\n  "NAME": "caf\xe9"\n}', 'latin1'));
    const { code, report } = await jsonOf('a.json');
    expect(code).toBe(1);
    expect(report.files[0]?.problems).toMatchObject([
      { code: 'json-syntax', severity: 'error', path: '', range: { start: { line: 1, character: 14 } } },
    ]);
    expect(report.files[0]?.problems[0]?.message).toContain('byte 16');
  });

  it('knows UTF-16', async () => {
    session.write('a.json', Buffer.from(`\uFEFF${GOOD}`, 'utf16le'));
    expect((await jsonOf('a.json')).report.files[0]?.problems[0]?.message).toContain('UTF-16');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a program', readFileSync(process.execPath).subarray(0, 100_000)],
    ['zeros', Buffer.alloc(5000)],
    ['deep nesting', Buffer.from('['.repeat(200_000))],
    ['half a file', Buffer.from(GOOD.slice(0, GOOD.length / 2))],
    ['5 MB on one line', Buffer.from(`{"NAME":"${'x'.repeat(5_000_000)}","CODE":1}`)],
  ])('finds errors in %s, and prints both forms', async (_, content) => {
    session.write('a.b24pay.json', content);
    const text = await session.run(['check', '.']);
    expect(text).toMatchObject({ code: 1, stderr: '' });
    expect(text.stdout.split('\n').every((line) => line.length < 1000)).toBe(true);
    expect((await jsonOf('.')).report.summary.errors).toBeGreaterThan(0);
  });
});

describe('--fix', () => {
  const withCurrency = (currency: string) => GOOD.replace('"CODES"', `"CURRENCY": ${currency},\n    "CODES"`);
  const fixable = withCurrency('"RUB"');
  const fixed = withCurrency('["RUB"]');

  it('makes the safe fixes in the file and reports what is left', async () => {
    session.write('shop.b24pay.json', fixable);
    expect(await session.run(['check', 'shop.b24pay.json'])).toMatchObject({ code: 0 });
    const { code, stdout } = await session.run(['check', 'shop.b24pay.json', '--fix']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '1 problem fixed in 1 file\nNo problems in 1 file\n' });
    expect(session.read('shop.b24pay.json')).toBe(fixed);
    expect((await session.run(['check', 'shop.b24pay.json', '--fix'])).stdout).toBe('No problems in 1 file\n');
  });

  it('begins with what was put right in all files, and says nothing of it to programs', async () => {
    session.write('a.b24pay.json', fixable.replace('"NAME"', '"Sort": 5, "NAME"').replace('"CODES"', '"codes"'));
    session.write('b.b24pay.json', fixable.replace('my_shop', 'other'));
    session.write('c.b24pay.json', BAD.replace('my_shop', 'bad'));
    const { stdout } = await session.run(['check', '.', '--fix']);
    expect(stdout).toMatch(/^3 problems fixed in 2 files\nc\.b24pay\.json:[^]*\n1 error, 1 hint in 3 files\n$/);
    session.write('b.b24pay.json', fixable.replace('my_shop', 'other'));
    const json = await session.run(['check', 'b.b24pay.json', '--fix', '--format', 'json']);
    expect(Object.keys(JSON.parse(json.stdout) as object)).toEqual(['files', 'summary']);
  });

  it('keeps a byte order mark, and leaves alone what needs a decision', async () => {
    session.write('marked.b24pay.json', `\uFEFF${fixable}`);
    await session.run(['check', 'marked.b24pay.json', '--fix']);
    expect(session.read('marked.b24pay.json')).toBe(`\uFEFF${fixed}`);
    session.write('bad.b24pay.json', BAD);
    expect(await session.run(['check', 'bad.b24pay.json', '--fix'])).toMatchObject({ code: 1 });
    expect(session.read('bad.b24pay.json')).toBe(BAD);
  });

  it.each([
    ['EACCES', 'no permission to write it'],
    ['ENOSPC', 'the disk is full'],
    ['EIO', 'it cannot be written (EIO)'],
  ])('checks a file as it is that cannot be written: %s', async (code, reason) => {
    const other = (text: string) => text.replace('my_shop', 'other');
    // Root, who runs the tests in CI, may write everything.
    vi.mocked(writeFile).mockRejectedValueOnce(Object.assign(new Error(code), { code }));
    session.write('a.b24pay.json', fixable);
    session.write('b.b24pay.json', other(fixable));
    expect(await session.run(['check', '.', '--fix'])).toEqual({
      code: 2,
      stdout: expect.stringMatching(
        /^1 problem fixed in 1 file\na\.b24pay\.json:.* currency-not-a-list\n[^]*\n1 warning in 2 files\n$/,
      ) as string,
      stderr: `b24pay: a.b24pay.json: ${reason}\n`,
      questions: [],
    });
    expect([session.read('a.b24pay.json'), session.read('b.b24pay.json')]).toEqual([fixable, other(fixed)]);
  });
});
