/** Which portal a command talks to: the option `--portal`, or the variable B24PAY_WEBHOOK. */
import * as l10n from '@vscode/l10n';
import { InvalidWebhookError, parseWebhook } from '../portal/client/connection.js';
import type { Connection } from '../portal/client/connection.js';
import type { Input, Option } from './command.js';
import type { Io } from './io.js';
import { UsageError } from './usage-error.js';

/** The variable that holds the address of a webhook. */
const VARIABLE = 'B24PAY_WEBHOOK';

/** The option, for `--help`. */
export function portalOption(): Option {
  return {
    flags: '--portal <address>',
    description: l10n.t('Address of a webhook; default: the variable {0}', VARIABLE),
  };
}

/** For `--help`: why the variable is the better place. */
export function portalNotes(): string {
  return l10n.t(
    'Prefer the variable {0}: an address on the command line can be seen by other users of this machine, and stays in the history of the shell. The webhook needs the scope pay_system and a user who may change the CRM settings.',
    VARIABLE,
  );
}

/** The connection that a command line means. Throws `UsageError`, which never repeats the address. */
export function connectionOf(input: Input, { env }: Io): Connection {
  const option = input.text('portal');
  const address = option ?? env[VARIABLE] ?? '';
  if (address === '') {
    throw new UsageError(
      l10n.t('No portal is named. Set {0} to the address of a webhook, or give --portal.', VARIABLE),
    );
  }
  return connectionAt(address, option === undefined ? VARIABLE : '--portal');
}

/** The connection to an address that was given in `place`. Throws `UsageError`, which names the place and never the address. */
export function connectionAt(address: string, place = '--portal'): Connection {
  try {
    return parseWebhook(address);
  } catch (error) {
    if (!(error instanceof InvalidWebhookError)) throw error;
    throw new UsageError(`${place}: ${error.message}`);
  }
}
