// `npm start`: prints addresses that work, opens the editor there is, and leaves nothing behind when it is ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { listHandlers } from './portals.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'b24pay-start-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, maxRetries: 5 });
});

/** Runs the script until it has said everything; `end` sends the signal and gives exit code and signal. */
async function start(env: NodeJS.ProcessEnv): Promise<{ printed: string; end: () => Promise<unknown> }> {
  const child = spawn(process.execPath, ['scripts/start.mjs', folder], {
    cwd: root,
    env: { ...process.env, B24PAY_BUILT: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const end = () => {
    child.kill('SIGTERM');
    return ended;
  };
  onTestFinished(async () => {
    await end();
  });
  let printed = '';
  for await (const line of createInterface(child.stdout)) {
    printed += `${line}\n`;
    if (line.startsWith('Press Ctrl+C')) break;
  }
  return { printed, end };
}

const webhookIn = (printed: string): string => /http\S+\/rest\/\S+/.exec(printed)?.[0] ?? '';

it('starts a portal and a workbench, and ends both', async () => {
  const { printed, end } = await start({ DISPLAY: '', WAYLAND_DISPLAY: '' });
  const webhook = webhookIn(printed);
  const editor = /Editor +(\S+)/.exec(printed)?.[1] ?? '';
  expect(await listHandlers(webhook)).toMatchObject({ result: [] });
  // The token in the address is taken for a cookie.
  const entrance = await fetch(editor, { redirect: 'manual' });
  expect(entrance.status).toBe(302);
  const cookie = entrance.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  const page = await fetch(new URL('/', editor), { headers: { cookie: cookie.join('; ') } });
  expect(page.status).toBe(200);
  expect((await fetch(new URL('/', editor))).status, 'without the token').toBe(403);

  expect(await end()).toEqual([0, null]);
  await expect(fetch(webhook)).rejects.toThrow();
  await expect(fetch(editor)).rejects.toThrow();
});

it('opens the desktop VS Code where there is one', async () => {
  const given = path.join(folder, 'arguments');
  writeFileSync(
    path.join(folder, 'code'),
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${given}.part'\nmv '${given}.part' '${given}'\n`,
    { mode: 0o755 },
  );
  const PATH = `${folder}${path.delimiter}${process.env.PATH ?? ''}`;
  const { printed, end } = await start({ DISPLAY: ':99', PATH });
  expect(await listHandlers(webhookIn(printed))).toMatchObject({ result: [] });
  await vi.waitUntil(() => existsSync(given), { timeout: 20_000 });
  const [extension, workspace = ''] = readFileSync(given, 'utf8').trim().split('\n');
  expect(extension).toBe(`--extensionDevelopmentPath=${root}`);
  expect(existsSync(path.join(workspace, 'shop.b24pay.json'))).toBe(true);
  expect(await end()).toEqual([0, null]);
});
