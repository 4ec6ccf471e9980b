/** Starts the local portal: a Bitrix24 on the developer's own machine, as far as payment handlers go. */
import { getRequestListener } from '@hono/node-server';
import * as l10n from '@vscode/l10n';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { promisify } from 'node:util';
import { createApp } from './app.js';
import type { Patience } from './exchange/call.js';
import { Exchanges } from './exchange/exchanges.js';
import { openCertificate, type Certificate } from './certificate.js';
import { CONTROL_PATH } from './control.js';
import { openState, type PortalState } from './open-state.js';
import { createCounters, PLANS, type Limits, type Plan } from './rest/limits.js';
import type { ObserveCall } from './rest/observe.js';
import { PORTAL_VERSIONS, type Clock, type PortalVersion } from './rest/portal.js';
import { systemClock } from './rest/timing.js';
import { newSecret } from './secrets.js';

export type { PortalState } from './open-state.js';
export { StateFileError } from './state-file.js';

/** Only this machine can connect. */
const LOOPBACK = '127.0.0.1';

/** How to start it. */
export interface LocalPortalOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Keeps the state across restarts, the webhook's address included. Made when it does not exist. In memory without it. */
  readonly stateFile?: string;
  /** What to begin with when there is no state file yet. */
  readonly state?: PortalState;
  /** Speaks https, with a certificate of its own, which is kept beside the state file. */
  readonly https?: boolean;
  /** How much callers may do, by the plan of a portal in the cloud; `off`, the default, is as much as they like. */
  readonly limits?: Plan | Limits;
  /** Whose shape of an answer to follow where documentation and server disagree. */
  readonly version?: PortalVersion;
  /** For tests; the machine's clock without it. */
  readonly clock?: Clock;
  /** Is told of every REST call that was answered, as it went over the wire: with its secrets. */
  readonly onCall?: ObserveCall;
  /** How long endpoints are waited for; left out, as long as a portal does. */
  readonly patience?: Patience;
}

/** A running portal. */
export interface LocalPortal {
  /** `http://127.0.0.1:PORT` or `https://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Address of a webhook up to and including its code. A secret. */
  readonly webhook: string;
  /** `url` is the address of the state; `token` is a secret, new at every start. */
  readonly control: { readonly url: string; readonly token: string };
  /** What went to endpoints and what they asked the portal, with its secrets. */
  readonly exchanges: Pick<Exchanges, 'all' | 'subscribe'>;
  /** What a client has to trust, as PEM, and the file it is kept in if it is. Present with https. */
  readonly certificate?: { readonly pem: string; readonly file?: string };
  /** Stops listening and resolves when every state that was answered for is written. */
  close(): Promise<void>;
}

/**
 * Starts a portal and resolves when it can be called. Rejects with StateFileError when the state file or the certificate
 * beside it can't be used (the state file is left as it was), with InvalidStateError when `state` is no state, and with a
 * plain Error when the port is taken.
 */
export async function startLocalPortal(options: LocalPortalOptions = {}): Promise<LocalPortal> {
  const { store, webhook } = await openState(options);
  const certificate = options.https === true ? await openCertificate(options.stateFile) : undefined;
  const token = newSecret();
  const exchanges = new Exchanges(store, options.patience);
  const serve = getRequestListener(createApp(store, exchanges, token, restOptions(options)).fetch, {
    overrideGlobalObjects: false,
  });
  const streams = new Set<ServerResponse>();
  const server = serverFor((request, response) => {
    noteStream(request, response, streams);
    void serve(request, response);
  }, certificate);
  const port = await listen(server, options.port ?? 0);
  const url = `${certificate ? 'https' : 'http'}://${LOOPBACK}:${port}`;
  return {
    url,
    webhook: `${url}/rest/${webhook.user}/${encodeURIComponent(webhook.code)}`,
    control: { url: `${url}${CONTROL_PATH}`, token },
    exchanges,
    ...(certificate && { certificate: trustOf(certificate) }),
    async close() {
      for (const stream of streams) stream.destroy();
      await closeServer(server);
      await store.settled();
    },
  };
}

/** Pages that follow what happens keep a request open for ever: the portal must not wait for their end. */
function noteStream({ headers }: IncomingMessage, response: ServerResponse, streams: Set<ServerResponse>): void {
  if (headers.accept !== 'text/event-stream') return;
  streams.add(response);
  response.once('close', () => streams.delete(response));
}

function restOptions({
  limits = PLANS[0],
  version = PORTAL_VERSIONS[0],
  clock = systemClock,
  onCall,
}: LocalPortalOptions) {
  const { requests, operatingTime } = createCounters(limits);
  return {
    portal: { version, clock, ...(operatingTime && { operatingTime }) },
    ...(requests && { requests }),
    ...(onCall && { onCall }),
  };
}

function serverFor(serve: RequestListener, certificate: Certificate | undefined): Server {
  if (!certificate) return createServer(serve);
  return createTlsServer({ key: certificate.key, cert: certificate.certificate }, serve);
}

/** All of the certificate but its key. */
function trustOf({ certificate: pem, file }: Certificate): NonNullable<LocalPortal['certificate']> {
  return { pem, ...(file !== undefined && { file }) };
}

/** Gives the port. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error) => {
      reject(explainListenError(error, port));
    });
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

function explainListenError(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return new Error(l10n.t('Port {0} is used by another program.', port), { cause: error });
  if (code === 'EACCES') return new Error(l10n.t('Port {0} needs more rights than you have.', port), { cause: error });
  return error;
}

/** Lets calls under way finish, but not for ever: a client that never finishes sending must not keep the portal alive. */
async function closeServer(server: Server): Promise<void> {
  const patience = setTimeout(() => {
    server.closeAllConnections();
  }, 2000);
  await promisify(server.close.bind(server))();
  clearTimeout(patience);
}
