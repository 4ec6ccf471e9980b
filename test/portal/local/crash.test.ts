/** The portal is killed in the middle of writing, again and again; nothing that it answered for is lost. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { control, handler, post, start } from './portal.js';

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

let folder: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-portal-crash-'));
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function startChild(stateFile: string): Promise<{ process: ChildProcess; webhook: string }> {
  const process = spawn('node', ['--import', 'tsx', CHILD, stateFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  child = process;
  const [line] = (await once(process.stdout, 'data')) as [Buffer];
  return { process, webhook: line.toString().trim() };
}

it('keeps every answered change', { timeout: 120_000 }, async () => {
  const stateFile = join(folder, 'state.json');
  const answered = new Set<string>();
  const webhooks = new Set<string>();

  for (let round = 1; round <= 3; round += 1) {
    const { process, webhook } = await startChild(stateFile);
    webhooks.add(new URL(webhook).pathname);
    const killed = once(process, 'exit');
    let answers = 0;
    const calls = Array.from({ length: 40 }, async (_, index) => {
      const code = `r${round}c${index}`;
      const { body } = await post(`${webhook}/sale.paysystem.handler.add`, handler(code));
      expect(body).toHaveProperty('result');
      answered.add(code);
      answers += 1;
      // The others are on their way: some written, some being written, some waiting.
      if (answers === round * 3) process.kill('SIGKILL');
    });
    await Promise.allSettled(calls);
    await killed;
  }

  const portal = await start({ stateFile });
  const { handlers } = (await control(portal)).body as { handlers: { ID: number; CODE: string }[] };
  const kept = new Set(handlers.map(({ CODE }) => CODE));
  expect([...answered].filter((code) => !kept.has(code))).toEqual([]);
  expect(answered.size).toBeGreaterThanOrEqual(3 + 6 + 9);
  expect(new Set(handlers.map(({ ID }) => ID)).size).toBe(handlers.length);
  expect(webhooks.size).toBe(1);
});
