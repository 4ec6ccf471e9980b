/** Takes a command line apart with Node's own parser, which leaves every value the text that was typed. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Command } from '../command.js';

/** An option as it was typed. */
export interface Given {
  readonly name: string;
  /** With its dashes: `--format`, `-h`. */
  readonly typed: string;
  /** Undefined or empty when there is none. */
  readonly value: string | undefined;
}

/** The parts of a command line, each in the order it was typed in. */
export interface Parts {
  /** Name of the command first. */
  readonly words: readonly string[];
  readonly options: readonly Given[];
}

type Known = NonNullable<ParseArgsConfig['options']>;

/** Options that every command has. */
const EVERYWHERE: Known = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } };

/** Options that a command knows, by name, and whether they take a value. Without a command, those that every one has. */
export function knownOptions(command?: Command): Known {
  const own = (command?.options ?? []).map(({ flags }) => {
    const [name = '', value] = flags.replace(/^--/, '').split(' ');
    return [name, { type: value === undefined ? 'boolean' : 'string' }] as const;
  });
  return { ...Object.fromEntries(own), ...EVERYWHERE };
}

/** The parts, whether or not they make sense together. */
export function takeApart(argv: readonly string[], known: Known): Parts {
  const { tokens } = parseArgs({
    args: withoutSwallowing(argv, known),
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return {
    words: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    options: tokens.flatMap((token) =>
      token.kind === 'option' ? [{ name: token.name, typed: token.rawName, value: token.value }] : [],
    ),
  };
}

/** The parser would take `--help` for the value in `--format --help`: an option in front of another gets an empty one. */
function withoutSwallowing(argv: readonly string[], known: Known): string[] {
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  const takesValue = (arg: string) => {
    const name = arg.replace(/^--/, '');
    return name !== arg && Object.hasOwn(known, name) && known[name]?.type === 'string';
  };
  return argv.map((arg, at) => (at < end && takesValue(arg) && argv[at + 1]?.startsWith('-') ? `${arg}=` : arg));
}
