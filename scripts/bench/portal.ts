/** Measures the local portal with a large state: how fast it answers, and what memory it takes. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPortal } from '../local-portal.mjs';
import { largeState } from './portal-state.js';
import { median, milliseconds } from './statistics.js';

type RunningPortal = Awaited<ReturnType<typeof startPortal>>;

const ROWS = 10_000;
const ROUNDS = 15;

/** A section of Markdown with the figures. Needs a built `dist/cli.js`. */
export async function measurePortal(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'b24pay-bench-'));
  try {
    const file = join(folder, 'state.json');
    const state = JSON.stringify(largeState(ROWS));
    await writeFile(file, state);
    let started: RunningPortal | undefined;
    const startTime = await milliseconds(async () => (started = await startPortal(['--state', file])));
    if (!started) throw new Error('The local portal did not start.');
    const portal = started;
    try {
      return section(await measure(portal), {
        startTime,
        megabytes: state.length / 1e6,
        peak: megabytesOf(portal.pid, 'VmHWM'),
        now: megabytesOf(portal.pid, 'VmRSS'),
      });
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

async function measure({ url, webhook }: RunningPortal): Promise<Measured[]> {
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

/** A line of what the system knows of a process; NaN where it does not tell. */
function megabytesOf(pid: number | undefined, key: string): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    return Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  } catch {
    return NaN;
  }
}
