/** The portal that a payment is tried on: one of our own in memory, or one that runs already. */
import * as l10n from '@vscode/l10n';
import { isLocal, parseWebhook, type Connection } from '../../portal/client/connection.js';
import type { LocalControl } from '../../portal/client/local-control.js';
import type { Input } from '../command.js';
import { connectionAt } from '../connection.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';

/** The variable that holds the control token of a running portal. */
export const TOKEN_VARIABLE = 'B24PAY_CONTROL_TOKEN';

/** A local portal that can be called. */
export interface OpenPortal {
  readonly connection: Connection;
  readonly control: LocalControl;
  /** Ends it, if it is ours. */
  close(): Promise<void>;
}

/** Opens the portal that the command line means. Throws `UsageError`. */
export async function openPortal(input: Input, { env }: Io): Promise<OpenPortal> {
  const address = input.text('portal');
  return address === undefined ? startOwn() : runningAt(address, env[TOKEN_VARIABLE] ?? '');
}

async function startOwn(): Promise<OpenPortal> {
  // Loaded here, so that the other commands start without it.
  const { startLocalPortal } = await import('../../portal/local/server.js');
  const portal = await startLocalPortal();
  return {
    connection: parseWebhook(portal.webhook),
    control: { origin: portal.url, token: portal.control.token },
    close: () => portal.close(),
  };
}

function runningAt(address: string, token: string): OpenPortal {
  const connection = connectionAt(address);
  if (!isLocal(connection)) {
    throw new UsageError(
      l10n.t('Payments can be tried on a local portal only: a real one has no orders that nobody has placed.'),
    );
  }
  if (token === '') {
    throw new UsageError(
      l10n.t(
        'Set {0} to the control token that "b24pay portal" has printed: it lets a payment be made.',
        TOKEN_VARIABLE,
      ),
    );
  }
  return {
    connection,
    control: { origin: new URL(connection.address).origin, token },
    close: () => Promise.resolve(),
  };
}
