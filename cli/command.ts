/** What a command is: how it is called, how it explains itself, and what it does. */
import type { Io } from './io.js';

/** What was typed behind the command's name. */
export interface Input {
  readonly args: readonly string[];
  /** Value of an option; undefined when it was not given. */
  text(option: string): string | undefined;
  /** Values of an option that may be given several times. */
  list(option: string): readonly string[];
  /** Whether a switch was given. */
  flag(option: string): boolean;
}

/** An option of a command, as `--help` lists it. */
export interface Option {
  /** `--format <format>` takes a value, `--json` is a switch. */
  readonly flags: string;
  readonly description: string;
}

/** A command: how it is called, what its help says, and what it does. */
export interface Command {
  readonly name: string;
  /** How many files or folders it takes; 'several' is one or more. */
  readonly files: 'none' | 'one' | 'several';
  /** The line after "Usage". */
  readonly usage: string;
  readonly description: string;
  readonly options: readonly Option[];
  /** Lines that can be typed as they stand. */
  readonly examples: readonly string[];
  /** Further explanation for `--help`. */
  readonly notes?: string;
  /** Resolves to the exit code. Throws `UsageError`. */
  run(input: Input, io: Io): Promise<number>;
}
