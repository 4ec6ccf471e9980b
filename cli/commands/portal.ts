/** `b24pay portal`: a portal on this machine that answers as Bitrix24 does. */
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { PLANS } from '../../portal/local/rest/limits.js';
import { PORTAL_VERSIONS } from '../../portal/local/rest/portal.js';
import type { LocalPortal, LocalPortalOptions } from '../../portal/local/server.js';
import { columns } from '../columns.js';
import type { Command, Input } from '../command.js';
import { EXIT } from '../exit-code.js';
import type { Io } from '../io.js';
import { oneOf } from '../one-of.js';
import { UsageError } from '../usage-error.js';

/** The command as `run` offers it. */
export function portalCommand(): Command {
  return {
    name: 'portal',
    files: 'none',
    usage: 'b24pay portal [--port N] [--state FILE] [--https] [--limits PLAN] [--portal-version NAME] [--json]',
    description: l10n.t('Run a local portal until Ctrl+C'),
    options: [
      { flags: '--port <number>', description: l10n.t('Port on 127.0.0.1; default: a free one') },
      { flags: '--state <file>', description: l10n.t('File that keeps the handlers; default: they are forgotten') },
      { flags: '--https', description: l10n.t('Speak https, with a certificate made for this machine') },
      { flags: '--limits <plan>', description: l10n.t('Limit requests: off (default), standard or enterprise') },
      {
        flags: '--portal-version <name>',
        description: l10n.t('Answer as sale-26.250 (default) or docs-2026-08 where they differ'),
      },
      { flags: '--json', description: l10n.t('Print one line of JSON when it is ready') },
    ],
    examples: ['b24pay portal --port 8024 --state portal.json', 'b24pay portal --https --limits standard'],
    run: portal,
  };
}

async function portal(input: Input, io: Io): Promise<number> {
  const state = input.text('state');
  const options = {
    port: portOf(input.text('port')),
    ...(state !== undefined && { stateFile: resolve(io.cwd, state) }),
    https: input.flag('https'),
    limits: oneOf(input, 'limits', PLANS) ?? PLANS[0],
    version: oneOf(input, 'portal-version', PORTAL_VERSIONS) ?? PORTAL_VERSIONS[0],
  };
  // From here on a signal ends the portal cleanly, even while it starts.
  const stopped = io.untilStopped();
  const local = await start(options);
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
async function start(options: LocalPortalOptions): Promise<LocalPortal> {
  // Loaded here, so that the other commands start without it.
  const { StateFileError, startLocalPortal } = await import('../../portal/local/server.js');
  try {
    return await startLocalPortal(options);
  } catch (error) {
    if (error instanceof StateFileError || isPortError(error)) throw new UsageError(error.message);
    throw error;
  }
}

/** `certificate` is a path when it is kept in a file, as NODE_EXTRA_CA_CERTS wants it, and else PEM. */
function readyJson({ url, webhook, control, certificate }: LocalPortal): string {
  const trusted = certificate && { certificate: certificate.file ?? certificate.pem };
  return `${JSON.stringify({ url, webhook, control: { url: control.url, token: control.token }, ...trusted })}\n`;
}

/** Its webhook may be shown: it is good for this machine only, and only while the portal runs. */
function readyText({ url, webhook, control, certificate }: LocalPortal, state: string | undefined): string {
  const file = certificate?.file;
  return [
    l10n.t('The local portal runs at {0}.', url),
    columns([
      [l10n.t('Webhook:'), webhook],
      [l10n.t('Control:'), control.url],
      [l10n.t('Control token:'), control.token],
      ...(file === undefined ? [] : ([[l10n.t('Certificate:'), file]] as const)),
    ]),
    state === undefined
      ? l10n.t('Its handlers are forgotten when it ends; --state FILE keeps them.')
      : l10n.t('Its handlers are kept in {0}.', state),
    ...(certificate ? [trustText(file)] : []),
    l10n.t('Ctrl+C ends it.'),
    '',
  ].join('\n');
}

function trustText(file: string | undefined): string {
  return file === undefined
    ? l10n.t('Clients do not know its certificate; --state FILE keeps one that they can be told to trust.')
    : l10n.t('Clients in Node.js trust its certificate with NODE_EXTRA_CA_CERTS={0}.', file);
}
