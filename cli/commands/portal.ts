/** `b24pay portal`: a portal on this machine that answers as Bitrix24 does. */
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import type { LocalPortal } from '../../portal/local/server.js';
import { columns } from '../columns.js';
import type { Command, Input } from '../command.js';
import { EXIT } from '../exit-code.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';

/** The command as `run` offers it. */
export function portalCommand(): Command {
  return {
    name: 'portal',
    args: '',
    usage: 'b24pay portal [--port N] [--state FILE] [--json]',
    description: l10n.t('Run a local portal until Ctrl+C'),
    options: [
      { flags: '--port <number>', description: l10n.t('Port on 127.0.0.1; default: a free one') },
      { flags: '--state <file>', description: l10n.t('File that keeps the handlers; default: they are forgotten') },
      { flags: '--json', description: l10n.t('Print one line of JSON when it is ready') },
    ],
    examples: ['b24pay portal --port 8024 --state portal.json'],
    run: portal,
  };
}

async function portal(input: Input, io: Io): Promise<number> {
  const port = portOf(input.text('port'));
  const state = input.text('state');
  // From here on a signal ends the portal cleanly, even while it starts.
  const stopped = io.untilStopped();
  const local = await start(port, state, io.cwd);
  try {
    io.stdout.write(input.flag('json') ? readyJson(local) : readyText(local, state));
    await stopped;
  } finally {
    await local.close();
  }
  return EXIT.ok;
}

function portOf(text = '0'): number {
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError(l10n.t('--port is a number from 0 to 65535, not "{0}".', text));
}

/** A port that is taken or forbidden: the local portal has words for it, the socket's error is its cause. */
function isPortError(error: unknown): error is Error {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'syscall' in cause && cause.syscall === 'listen';
}

/** Starts it. What keeps it from starting is one line for the user: a taken port, an unreadable state file. */
async function start(port: number, state: string | undefined, cwd: string): Promise<LocalPortal> {
  // Loaded here, so that the other commands start without it.
  const { StateFileError, startLocalPortal } = await import('../../portal/local/server.js');
  try {
    return await startLocalPortal({ port, ...(state !== undefined && { stateFile: resolve(cwd, state) }) });
  } catch (error) {
    if (error instanceof StateFileError || isPortError(error)) throw new UsageError(error.message);
    throw error;
  }
}

function readyJson({ url, webhook, control }: LocalPortal): string {
  return `${JSON.stringify({ url, webhook, control: { url: control.url, token: control.token } })}\n`;
}

/** Its webhook may be shown: it is good for this machine only, and only while the portal runs. */
function readyText({ url, webhook, control }: LocalPortal, state: string | undefined): string {
  return [
    l10n.t('The local portal runs at {0}.', url),
    columns([
      [l10n.t('Webhook:'), webhook],
      [l10n.t('Control:'), control.url],
      [l10n.t('Control token:'), control.token],
    ]),
    state === undefined
      ? l10n.t('Its handlers are forgotten when it ends; --state FILE keeps them.')
      : l10n.t('Its handlers are kept in {0}.', state),
    l10n.t('Ctrl+C ends it.'),
    '',
  ].join('\n');
}
