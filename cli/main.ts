/** Entry of b24pay: gives the commands their process. */
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { buffer } from 'node:stream/consumers';
import * as l10n from '@vscode/l10n';
import { EXIT } from './exit-code.js';
import type { Io } from './io.js';
import { loadLanguage } from './language.js';
import { run } from './run.js';

/** Asks on stderr, so that stdout stays the result. A closed input (Ctrl+C, Ctrl+D) is an empty answer. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const closed = once(lines, 'close').then(() => undefined);
  // Depending on the version of Node, the question then fails or stays open for ever.
  const answer = await Promise.race([lines.question(question).catch(() => undefined), closed]);
  lines.close();
  // Nobody has pressed Enter behind the question then.
  if (answer === undefined) process.stderr.write('\n');
  return answer ?? '';
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
}

function processIo(): Io {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    language: loadLanguage(process.env, join(__dirname, '..', 'l10n')),
    untilStopped,
    stdin: () => buffer(process.stdin),
    ...(process.stdin.isTTY && process.stderr.isTTY && { ask }),
  };
}

/** A reader that closes early (`b24pay check . | head`) is no failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
run(process.argv.slice(2), processIo()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // Its text may hold an address, and so a secret: only the kind of the error is shown.
    const kind = error instanceof Error ? error.name : typeof error;
    process.stderr.write(`b24pay: ${l10n.t('A mistake inside b24pay ended it ({0}). Please report it.', kind)}\n`);
    process.exitCode = EXIT.usage;
  },
);
