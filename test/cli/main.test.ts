/** The program as a process: bundled as it ships, with real pipes and signals. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BAD, GOOD, openSession } from './session.js';

const session = openSession();
const program = join(session.folder, 'dist', 'cli.js');

beforeAll(async () => {
  await build({
    entryPoints: { cli: 'cli/main.ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outdir: join(session.folder, 'dist'),
  });
  session.write('good.b24pay.json', GOOD);
  session.write('bad.b24pay.json', BAD);
}, 60_000);

afterAll(() => {
  session.remove();
});

function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: session.folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, exit: once(child, 'close').then(([code]: unknown[]) => code) };
}

async function outcome(args: readonly string[], env: Record<string, string> = {}) {
  const { child, exit } = start(args, env);
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, stdout, stderr };
}

it('ends with the code of its command', async () => {
  expect(await outcome(['check', 'good.b24pay.json'])).toMatchObject({ code: 0, stderr: '' });
  expect(await outcome(['check', 'bad.b24pay.json'])).toMatchObject({ code: 1, stderr: '' });
  expect(await outcome(['check', 'none.json'])).toMatchObject({ code: 2 });
});

it('does not ask into a pipe', async () => {
  const env = { B24PAY_WEBHOOK: 'http://127.0.0.1:9/rest/1/abc' };
  expect(await outcome(['register', 'good.b24pay.json'], env)).toMatchObject({ code: 2, stdout: '' });
});

it('bears a reader that goes away', async () => {
  const { child, exit } = start(['check', '.']);
  child.stdout.destroy();
  expect(await text(child.stderr)).toBe('');
  expect(await exit).toBe(1);
});

it('speaks the language of the environment when there is a bundle for it', async () => {
  session.write(
    'l10n/bundle.l10n.ru.json',
    JSON.stringify({ 'No problems': 'Проблем нет', 'in {0} file|in {0} files': 'в {0} файле|в {0} файлах' }),
  );
  const { stdout } = await outcome(['check', 'good.b24pay.json'], { LANG: 'ru_RU.UTF-8' });
  expect(stdout).toBe('Проблем нет в 1 файле\n');
});

it.each(['SIGTERM', 'SIGINT'] as const)(
  'runs a portal that handlers can be registered on, until %s',
  async (signal) => {
    const { child, exit } = start(['portal', '--port', '0', '--json']);
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { webhook, url } = JSON.parse(line) as { webhook: string; url: string };
    const env = { B24PAY_WEBHOOK: webhook };
    const registered = await outcome(['register', 'good.b24pay.json', '--yes'], env);
    expect(registered).toEqual({ code: 0, stdout: `Registered as handler 1 on ${new URL(url).host}.\n`, stderr: '' });
    expect((await outcome(['handlers'], env)).stdout).toContain('my_shop');
    child.kill(signal);
    expect(await exit).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  },
);
