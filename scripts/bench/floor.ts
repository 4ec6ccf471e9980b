/** The floor: what the text costs without any server. */
import { spawn } from 'node:child_process';
import { parseTree } from 'jsonc-parser';
import { median, milliseconds } from './statistics.js';

async function repeated(work: () => unknown, rounds: number): Promise<number> {
  const sample: number[] = [];
  for (let round = 0; round < rounds; round++) sample.push(await milliseconds(work));
  return median(sample);
}

/** Median milliseconds of JSON.parse and of jsonc-parser's parseTree. */
export async function parsers(text: string): Promise<{ jsonParse: number; parseTree: number }> {
  return {
    jsonParse: await repeated(() => JSON.parse(text) as unknown, 15),
    parseTree: await repeated(() => parseTree(text), 15),
  };
}

/** Median milliseconds of a Node process that does nothing. */
export function bareNode(node: string): Promise<number> {
  const run = () =>
    new Promise((resolve, reject) => {
      spawn(node, ['-e', ''], { stdio: 'ignore' }).once('exit', resolve).once('error', reject);
    });
  return repeated(run, 9);
}
