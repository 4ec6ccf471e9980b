/** Starts the local portal: a Bitrix24 on the developer's own machine, as far as payment handlers go. */
import { getRequestListener } from '@hono/node-server';
import * as l10n from '@vscode/l10n';
import { createServer, type Server } from 'node:http';
import { promisify } from 'node:util';
import { createApp } from './app.js';
import { CONTROL_PATH } from './control.js';
import { openState, type PortalState } from './open-state.js';
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
}

/** A running portal. */
export interface LocalPortal {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Address of a webhook up to and including its code. A secret. */
  readonly webhook: string;
  /** `url` is the address of the state; `token` is a secret, new at every start. */
  readonly control: { readonly url: string; readonly token: string };
  /** Stops listening and resolves when every state that was answered for is written. */
  close(): Promise<void>;
}

/**
 * Starts a portal and resolves when it can be called. Rejects with StateFileError when the state file can't be used (it
 * is left as it was), with InvalidStateError when `state` is no state, and with a plain Error when the port is taken.
 */
export async function startLocalPortal(options: LocalPortalOptions = {}): Promise<LocalPortal> {
  const { store, webhook } = await openState(options);
  const token = newSecret();
  const serve = getRequestListener(createApp(store, token).fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void serve(request, response));
  const url = `http://${LOOPBACK}:${await listen(server, options.port ?? 0)}`;
  return {
    url,
    webhook: `${url}/rest/${webhook.user}/${encodeURIComponent(webhook.code)}`,
    control: { url: `${url}${CONTROL_PATH}`, token },
    async close() {
      await closeServer(server);
      await store.settled();
    },
  };
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
