/** What is measured of a server: start, edits, completion, hover, memory. */
import { LanguageClient, type ServerUnderTest } from './language-client.js';
import { median, milliseconds, percentile } from './statistics.js';

/** Times in milliseconds, memory in MB. */
export interface Measured {
  readonly start: number;
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

/** Runs the servers in turn, `rounds` times each, so that a busy moment of the machine meets all of them alike. */
export async function measureStarts(
  servers: readonly ServerUnderTest[],
  text: string,
  rounds: number,
): Promise<number[]> {
  const samples: number[][] = servers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, server] of servers.entries()) {
      let client: LanguageClient | undefined;
      samples[index]?.push(await milliseconds(async () => (client = await LanguageClient.start(server, text))));
      await client?.stop();
    }
  }
  return samples.map(median);
}

/** Edits, completions and hovers of running servers, in turn. */
export async function measureWork(
  servers: readonly ServerUnderTest[],
  text: string,
  rounds: number,
): Promise<Omit<Measured, 'start'>[]> {
  const clients = await Promise.all(servers.map((server) => LanguageClient.start(server, text)));
  const sort = positionOf(text, '"SORT": 100', '"SORT": '.length);
  const inCode = positionOf(text, '"PROVIDER_VALUE": "', '"PROVIDER_VALUE": "'.length + 2);
  const times = clients.map(() => ({ edit: [] as number[], completion: [] as number[], hover: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const [index, client] of clients.entries()) {
      const mine = times[index];
      mine?.edit.push(await milliseconds(() => client.edit(sort, 3, String(100 + (round % 900)))));
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
