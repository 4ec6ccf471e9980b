/** Reads the command line with cac, and says in one clear line what is wrong with it. */
import * as l10n from '@vscode/l10n';
import { cac, type CAC } from 'cac';
import { nearest } from '../../server/rules/nearest.js';
import type { Command, Input } from '../command.js';
import { UsageError } from '../usage-error.js';

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'run'; readonly command: Command; readonly input: Input };

type Options = Readonly<Record<string, unknown>>;

const isTrue = (value: unknown) => (Array.isArray(value) ? value.includes(true) : value === true);

/** cac keeps `--portal-version` as `portalVersion`. */
const keyOf = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function textOf(options: Options, name: string): string | undefined {
  const value = options[keyOf(name)];
  if (value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) throw new UsageError(l10n.t('--{0} is given more than once.', name));
  throw new UsageError(l10n.t('--{0} needs a value behind it.', name));
}

function listOf(options: Options, name: string): string[] {
  const value = options[keyOf(name)];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => textOf({ [keyOf(name)]: one }, name) ?? []);
}

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

/** cac with our commands. It only takes the line apart: its own messages and help speak English alone. */
function cacFor(commands: readonly Command[]): CAC {
  const cli = cac('b24pay');
  cli.option('-h, --help', '').option('-v, --version', '');
  for (const { name, args, options } of commands) {
    const command = cli.command(`${name} ${args}`);
    for (const { flags } of options) command.option(flags, '');
  }
  return cli;
}

type Matched = NonNullable<CAC['matchedCommand']>;

/** First option that the command does not have. */
function unknownOption(options: Options, matched: Matched): string | undefined {
  const name = Object.keys(options).find((key) => key !== '--' && !matched.hasOption(key));
  return name === undefined ? undefined : `${name.length > 1 ? '--' : '-'}${name}`;
}

function argumentsOf(cli: CAC): string[] {
  // What stands behind "--" is no option, whatever it looks like.
  const behind: unknown = cli.options['--'];
  const list: readonly unknown[] = Array.isArray(behind) ? behind : [];
  return [...cli.args, ...list].map(String);
}

/** What is wrong with the arguments of a command; undefined when nothing is. */
function complaint(cli: CAC, matched: Matched, args: readonly string[]): string | undefined {
  const unknown = unknownOption(cli.options, matched);
  if (unknown !== undefined) return l10n.t('There is no option {0} here.', unknown);
  if (args.length < matched.args.filter(({ required }) => required).length) return l10n.t('A file is missing.');
  const any = matched.args.some(({ variadic }) => variadic);
  return args.length > matched.args.length && !any ? l10n.t('There are too many arguments.') : undefined;
}

/** Reads the arguments behind the program's name. Throws `UsageError`. */
export function parseArguments(argv: readonly string[], commands: readonly Command[]): Request {
  const cli = cacFor(commands);
  cli.parse(['node', 'b24pay', ...argv], { run: false });
  const options: Options = cli.options;
  const command = commands.find(({ name }) => name === cli.matchedCommandName);
  if (isTrue(options.help)) return { kind: 'help', ...(command && { command }) };
  if (isTrue(options.version)) return { kind: 'version' };
  if (command === undefined || cli.matchedCommand === undefined) {
    const [name] = cli.args;
    if (name !== undefined) throw unknownCommand(name, commands);
    throw new UsageError(l10n.t('No command is given. "b24pay --help" lists them.'));
  }
  const args = argumentsOf(cli);
  const wrong = complaint(cli, cli.matchedCommand, args);
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
      flag: (name) => isTrue(options[keyOf(name)]),
    },
  };
}
