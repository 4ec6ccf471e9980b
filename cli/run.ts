/** Runs one command line: the whole program, without the process around it. */
import { version } from '../package.json';
import { commandHelp, overview } from './arguments/help.js';
import { parseArguments } from './arguments/parse.js';
import { checkCommand } from './commands/check.js';
import { handlersCommand } from './commands/handlers.js';
import { payCommand } from './commands/pay.js';
import { portalCommand } from './commands/portal.js';
import { registerCommand } from './commands/register.js';
import type { Command } from './command.js';
import { complain } from './complain.js';
import { EXIT } from './exit-code.js';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/** Made anew for every run: the texts are in the language chosen by then. */
const commands = (): Command[] => [checkCommand(), registerCommand(), handlersCommand(), payCommand(), portalCommand()];

/** Runs the arguments behind the program's name. Resolves to the exit code; throws only on a mistake of ours. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    const all = commands();
    const request = parseArguments(argv, all);
    if (request.kind === 'run') return await request.command.run(request.input, io);
    const text =
      request.kind === 'version' ? `${version}\n` : request.command ? commandHelp(request.command) : overview(all);
    io.stdout.write(text);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(io, error.message);
    return EXIT.usage;
  }
}
