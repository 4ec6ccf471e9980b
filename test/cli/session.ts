/** A terminal and a folder for a command: what goes in is chosen, what comes out is kept. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../cli/io.js';
import { run } from '../../cli/run.js';

/** What came of a command. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The questions that were asked. */
  readonly questions: readonly string[];
}

/** Choices for one command. */
export interface Choices {
  readonly env?: Readonly<Record<string, string>>;
  /** The typed answer; without it there is nobody to ask. */
  readonly answer?: string;
  readonly isTTY?: boolean;
  /** What comes in by standard input. */
  readonly input?: string;
  readonly columns?: number;
  readonly client?: Io['client'];
}

export interface Session {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): string;
  read(name: string): string;
  run(args: readonly string[], choices?: Choices): Promise<Outcome>;
  remove(): void;
}

/** A new, empty folder to run commands in. */
export function openSession(): Session {
  const folder = mkdtempSync(join(tmpdir(), 'b24pay-cli-'));
  return {
    folder,
    write(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    async run(args, { env = {}, answer, isTTY = false, input = '', columns, client } = {}) {
      const written = { stdout: '', stderr: '' };
      const questions: string[] = [];
      const output = (name: keyof typeof written) => ({
        write: (text: string) => (written[name] += text),
        isTTY,
        ...(columns !== undefined && { columns }),
      });
      const code = await run(args, {
        stdout: output('stdout'),
        stderr: output('stderr'),
        env,
        cwd: folder,
        stdin: () => Promise.resolve(Buffer.from(input)),
        language: 'en',
        untilStopped: () => Promise.resolve(),
        ...(client && { client }),
        ...(answer !== undefined && {
          ask: (question: string) => {
            questions.push(question);
            return Promise.resolve(answer);
          },
        }),
      });
      return { code, ...written, questions };
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A manifest without problems. */
export const GOOD = JSON.stringify(
  {
    NAME: 'My shop',
    CODE: 'my_shop',
    SETTINGS: {
      CODES: { SHOP_ID: { NAME: 'Number of the shop' } },
      FORM_DATA: { ACTION_URI: 'https://pay.my-service.com', FIELDS: { shop: { CODE: 'SHOP_ID' } } },
    },
  },
  null,
  2,
);

/** The same with one error: a field that names an unknown code. */
export const BAD = GOOD.replace('"CODE": "SHOP_ID"', '"CODE": "SHOP_IDD"');
