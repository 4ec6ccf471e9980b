/** Reads the command line, and says in one clear line what is wrong with it. */
import * as l10n from '@vscode/l10n';
import { nearest } from '../../server/rules/nearest.js';
import type { Command, Input } from '../command.js';
import { UsageError } from '../usage-error.js';
import { knownOptions, takeApart, type Given, type Parts } from './take-apart.js';

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'run'; readonly command: Command; readonly input: Input };

function listOf(options: readonly Given[], name: string): string[] {
  return options.flatMap((given) => {
    if (given.name !== name) return [];
    if (given.value === undefined || given.value === '') {
      throw new UsageError(l10n.t('--{0} needs a value behind it.', name));
    }
    return [given.value];
  });
}

function textOf(options: readonly Given[], name: string): string | undefined {
  const [value, another] = listOf(options, name);
  if (another !== undefined) throw new UsageError(l10n.t('--{0} is given more than once.', name));
  return value;
}

const isGiven = (options: readonly Given[], name: string) => options.some((given) => given.name === name);

function unknownCommand(name: string, commands: readonly Command[]): UsageError {
  const meant = nearest(
    name,
    commands.map((command) => command.name),
  );
  return new UsageError(
    meant === undefined
      ? l10n.t('There is no command "{0}". "b24pay --help" lists them.', name)
      : l10n.t('There is no command "{0}". Did you mean {1}?', name, meant),
  );
}

/** What is wrong with the arguments of a command; undefined when nothing is. */
function complaint({ options }: Parts, command: Command, args: readonly string[]): string | undefined {
  const known = knownOptions(command);
  const unknown = options.find(({ name }) => !Object.hasOwn(known, name));
  if (unknown !== undefined) return l10n.t('There is no option {0} here.', unknown.typed);
  // Passed over, `--yes=false` would mean yes.
  const valued = options.find(({ name, value }) => value !== undefined && known[name]?.type === 'boolean');
  if (valued !== undefined) return l10n.t('{0} takes no value.', valued.typed);
  if (args.length === 0 && command.files !== 'none') return l10n.t('A file is missing.');
  const most = { none: 0, one: 1, several: Infinity }[command.files];
  return args.length > most ? l10n.t('There are too many arguments.') : undefined;
}

/** The command that the first word names, and the parts as its options make them. */
function commandOf(argv: readonly string[], commands: readonly Command[]): { command?: Command; parts: Parts } {
  for (const command of commands) {
    const parts = takeApart(argv, knownOptions(command));
    if (parts.words[0] === command.name) return { command, parts };
  }
  return { parts: takeApart(argv, knownOptions()) };
}

/** Reads the arguments behind the program's name. Throws `UsageError`. */
export function parseArguments(argv: readonly string[], commands: readonly Command[]): Request {
  const { command, parts } = commandOf(argv, commands);
  const { words, options } = parts;
  if (isGiven(options, 'help')) return { kind: 'help', ...(command && { command }) };
  if (isGiven(options, 'version')) return { kind: 'version' };
  if (command === undefined) {
    const [name] = words;
    if (name !== undefined) throw unknownCommand(name, commands);
    throw new UsageError(l10n.t('No command is given. "b24pay --help" lists them.'));
  }
  const args = words.slice(1);
  const wrong = complaint(parts, command, args);
  if (wrong !== undefined) {
    throw new UsageError(`${wrong} ${l10n.t('"b24pay {0} --help" explains the command.', command.name)}`);
  }
  return {
    kind: 'run',
    command,
    input: {
      args,
      text: (name) => textOf(options, name),
      list: (name) => listOf(options, name),
      flag: (name) => isGiven(options, name),
    },
  };
}
