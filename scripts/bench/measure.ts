/** What is measured of a server: start, edits, completion, hover, memory. */
import { LanguageClient, type ServerUnderTest } from './language-client.js';
import { median, milliseconds, percentile } from './statistics.js';

/** Times in milliseconds, memory in MB. */
export interface Measured {
  readonly start: number;
  /** Median of the first edits of a process that has just started: what somebody meets who opens a manifest and types. */
  readonly early: number;
  readonly edit50: number;
  readonly edit95: number;
  readonly completion: number;
  readonly hover: number;
  readonly memory: number;
}

/** Position of the first occurrence of `mark`, moved by `shift` characters. */
function positionOf(text: string, mark: string, shift: number): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(mark) + shift);
  const line = before.split('\n').length - 1;
  return { line, character: before.length - (before.lastIndexOf('\n') + 1) };
}

/** Number of edits that count as the first ones. */
export const EARLY = 50;

/** Starts that are followed by edits. */
const EARLY_ROUNDS = 5;

/** Milliseconds of the edit number `n`: the manifest gets another SORT. */
const editSort = (client: LanguageClient, text: string, n: number): Promise<number> =>
  milliseconds(() => client.edit(positionOf(text, '"SORT": 100', '"SORT": '.length), 3, String(100 + (n % 900))));

/** Starts the servers in turn, `rounds` times each, so that a busy moment of the machine meets all of them alike. */
export async function measureStarts(
  servers: readonly ServerUnderTest[],
  text: string,
  rounds: number,
): Promise<Pick<Measured, 'start' | 'early'>[]> {
  const samples = servers.map(() => ({ start: [] as number[], early: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [index, server] of servers.entries()) {
      const before = performance.now();
      const client = await LanguageClient.start(server, text);
      samples[index]?.start.push(performance.now() - before);
      const edits: number[] = [];
      for (let n = 0; n < EARLY && round < EARLY_ROUNDS; n++) edits.push(await editSort(client, text, n));
      if (edits.length > 0) samples[index]?.early.push(median(edits));
      await client.stop();
    }
  }
  return samples.map(({ start, early }) => ({ start: median(start), early: median(early) }));
}

/** Edits, completions and hovers of running servers, in turn. */
export async function measureWork(
  servers: readonly ServerUnderTest[],
  text: string,
  rounds: number,
): Promise<Omit<Measured, 'start' | 'early'>[]> {
  const clients = await Promise.all(servers.map((server) => LanguageClient.start(server, text)));
  const inCode = positionOf(text, '"PROVIDER_VALUE": "', '"PROVIDER_VALUE": "'.length + 2);
  const times = clients.map(() => ({ edit: [] as number[], completion: [] as number[], hover: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [index, client] of clients.entries()) {
      const mine = times[index];
      mine?.edit.push(await editSort(client, text, round));
      mine?.completion.push(await milliseconds(() => client.completion(inCode)));
      mine?.hover.push(await milliseconds(() => client.hover(inCode)));
    }
  }
  return Promise.all(
    clients.map(async (client, index) => {
      const mine = times[index] ?? { edit: [], completion: [], hover: [] };
      const memory = client.peakMemory();
      await client.stop();
      return {
        edit50: median(mine.edit),
        edit95: percentile(mine.edit, 0.95),
        completion: median(mine.completion),
        hover: median(mine.hover),
        memory,
      };
    }),
  );
}
