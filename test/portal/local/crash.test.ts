/** The portal is killed in the middle of writing, again and again; nothing that it answered for is lost. */
import { build } from 'esbuild';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { control, handler, post, start } from './portal.js';

const SOURCE = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

/** Lanes run side by side, each with a file of its own. */
const LANES = 2;
const KILLS = 200;
/** Changes under way at once. */
const CALLS = 12;

let folder: string;
let program: string;
const children = new Set<ChildProcess>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-portal-crash-'));
  program = join(folder, 'child.cjs');
  // Bundled, it starts in a fraction of the time.
  await build({
    entryPoints: [SOURCE],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function startChild(stateFile: string): Promise<{ process: ChildProcess; webhook: string }> {
  const process = spawn('node', [program, stateFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(process);
  const [line] = (await Promise.race([once(process.stdout, 'data'), once(process, 'exit')])) as [unknown];
  if (!(line instanceof Buffer)) throw new Error(`The portal did not start on ${stateFile}`);
  return { process, webhook: line.toString().trim() };
}

/** Sends changes and kills the portal as soon as so many are answered. Gives the codes that were. */
async function killWhileWriting(
  stateFile: string,
  round: number,
): Promise<{ answered: string[]; interrupted: boolean; webhook: string }> {
  const { process, webhook } = await startChild(stateFile);
  const gone = once(process, 'exit');
  const answered: string[] = [];
  const calls = Array.from({ length: CALLS }, async (_, index) => {
    const code = `r${round}c${index}`;
    const { body } = await post(`${webhook}/sale.paysystem.handler.add`, handler(code));
    expect(body).toHaveProperty('result');
    answered.push(code);
    // The others are on their way: some written, some being written, some waiting.
    if (answered.length === 1 + (round % (CALLS - 4))) process.kill('SIGKILL');
  });
  const results = await Promise.allSettled(calls);
  await gone;
  children.delete(process);
  const interrupted = results.some(({ status }) => status === 'rejected');
  return { answered, interrupted, webhook: new URL(webhook).pathname };
}

async function codesIn(stateFile: string): Promise<Set<string>> {
  const { handlers } = JSON.parse(await readFile(stateFile, 'utf8')) as { handlers: { CODE: string }[] };
  return new Set(handlers.map(({ CODE }) => CODE));
}

/** Kills the portal so many times, and looks after every time. */
async function runLane(stateFile: string, kills: number): Promise<void> {
  const answered: string[] = [];
  const webhooks = new Set<string>();
  let interrupted = 0;
  for (let round = 1; round <= kills; round += 1) {
    const killed = await killWhileWriting(stateFile, round);
    answered.push(...killed.answered);
    webhooks.add(killed.webhook);
    if (killed.interrupted) interrupted += 1;
    const kept = await codesIn(stateFile);
    expect(answered.filter((code) => !kept.has(code))).toEqual([]);
  }

  const portal = await start({ stateFile });
  const { handlers, shop } = (await control(portal)).body as {
    handlers: { ID: number; CODE: string }[];
    shop: { payments: unknown[] };
  };
  const kept = new Set(handlers.map(({ CODE }) => CODE));
  expect(answered.filter((code) => !kept.has(code))).toEqual([]);
  expect(answered.length).toBeGreaterThanOrEqual(kills);
  // A kill that comes too late proves nothing.
  expect(interrupted).toBeGreaterThan(kills / 2);
  expect(new Set(handlers.map(({ ID }) => ID)).size).toBe(handlers.length);
  expect(shop.payments).toHaveLength(6);
  expect(webhooks.size).toBe(1);
}

it(`keeps every answered change when it is killed ${KILLS} times`, { timeout: 300_000 }, async () => {
  await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(join(folder, `${lane}.json`), KILLS / LANES)));
});
