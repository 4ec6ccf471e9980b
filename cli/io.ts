/** What a command may touch of the world around it, handed in so that tests can look at all of it. */
import type { ClientDependencies } from '../portal/client/rest.js';

/** A stream that text is written to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** Width of the terminal in characters. */
  readonly columns?: number;
}

/** What a command reads from and writes to: tests put their own in its place. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Language of the messages, as in a BCP 47 tag. */
  readonly language: string;
  /** All that comes in by standard input. */
  readonly stdin?: () => Promise<Uint8Array>;
  /** Puts a question and gives the typed line. Absent where nobody can answer: no terminal. */
  readonly ask?: (question: string) => Promise<string>;
  /** Resolves when the process is asked to end (SIGINT, SIGTERM); from the call on it no longer ends by itself. */
  readonly untilStopped: () => Promise<void>;
  /** For the calls to portals. */
  readonly client?: ClientDependencies;
}
