/** Measures the local portal with a large state: how fast it answers, and what memory it takes. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { largeState } from './portal-state.js';
import { median, milliseconds } from './statistics.js';

const ROWS = 10_000;
const ROUNDS = 15;

interface Portal {
  readonly url: string;
  readonly webhook: string;
  /** Peak and present memory in MB; NaN where the system does not tell. */
  memory(): { readonly peak: number; readonly now: number };
  stop(): Promise<void>;
}

/** A section of Markdown with the figures. Needs a built `dist/cli.js`. */
export async function measurePortal(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'b24pay-bench-'));
  try {
    const file = join(folder, 'state.json');
    const state = JSON.stringify(largeState(ROWS));
    await writeFile(file, state);
    let started: Portal | undefined;
    const startTime = await milliseconds(async () => (started = await startPortal(file)));
    if (!started) throw new Error('The local portal did not start.');
    const portal = started;
    try {
      return section(await measure(portal), { startTime, megabytes: state.length / 1e6, ...portal.memory() });
    } finally {
      await portal.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly name: string;
  readonly status: number;
  readonly first: number;
  readonly later: number;
}

async function measure({ url, webhook }: Portal): Promise<Measured[]> {
  const addresses = [
    { name: '`sale.paysystem.handler.list`', address: `${webhook}/sale.paysystem.handler.list` },
    { name: '`sale.payment.get`', address: `${webhook}/sale.payment.get?id=${ROWS}` },
    { name: 'payment page', address: `${url}/pay/${ROWS}?paysystem=1` },
  ];
  // The client's own beginnings are not what is measured.
  await (await fetch(`${webhook}/profile`)).arrayBuffer();
  const measured: Measured[] = [];
  for (const { name, address } of addresses) {
    let status = 0;
    const ask = async () => {
      const response = await fetch(address);
      await response.arrayBuffer();
      ({ status } = response);
    };
    const first = await milliseconds(ask);
    const later: number[] = [];
    for (let round = 0; round < ROUNDS; round++) later.push(await milliseconds(ask));
    measured.push({ name, status, first, later: median(later) });
  }
  return measured;
}

interface Whole {
  readonly startTime: number;
  readonly megabytes: number;
  readonly peak: number;
  readonly now: number;
}

function section(rows: readonly Measured[], { startTime, megabytes, peak, now }: Whole): string {
  const count = ROWS.toLocaleString('en');
  return [
    '## Local portal',
    '',
    `${count} handlers, orders and payments in a state file of ${megabytes.toFixed(1)} MB. Goals: 100 ms, 200 MB. It starts in ${startTime.toFixed(0)} ms; its memory is ${now.toFixed(0)} MB after the calls, ${peak.toFixed(0)} MB at most.`,
    '',
    '| asked for | status | first, ms | median, ms |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ name, status, first, later }) => `| ${name} | ${status} | ${first.toFixed(1)} | ${later.toFixed(1)} |`,
    ),
  ].join('\n');
}

async function startPortal(file: string): Promise<Portal> {
  const cli = process.env.BENCH_CLI ?? 'dist/cli.js';
  const child = spawn(process.execPath, [cli, 'portal', '--port', '0', '--state', file, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', () => {
      reject(new Error('The local portal ended.'));
    });
  });
  ended.catch(() => undefined);
  const line = new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
  const { url, webhook } = JSON.parse(await Promise.race([line, ended])) as { url: string; webhook: string };
  return {
    url,
    webhook,
    memory: () => ({ peak: statusOf(child.pid, 'VmHWM'), now: statusOf(child.pid, 'VmRSS') }),
    async stop() {
      child.kill('SIGTERM');
      await ended.catch(() => undefined);
    },
  };
}

function statusOf(pid: number | undefined, key: string): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  } catch {
    return NaN;
  }
}
