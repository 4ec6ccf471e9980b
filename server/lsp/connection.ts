/** A typed connection to the editor. A handler that throws is logged and answered with nothing: no verb takes the server down. */
import type { ClientNotifications, ClientRequests, Notifications, Requests } from './protocol.js';
import { INVALID_REQUEST, LOG_ERROR, METHOD_NOT_FOUND, SERVER_NOT_INITIALIZED } from './protocol.js';
import type { Channel } from './rpc/channel.js';
import { JsonRpc, ResponseError, type CancellationToken } from './rpc/json-rpc.js';

type Params<M extends keyof Requests> = Requests[M][0];
type Result<M extends keyof Requests> = Requests[M][1];

/** How far the life of the connection has come; it decides which requests are allowed. */
type Stage = 'new' | 'running' | 'shutDown';

/** The connection as the rest of the server uses it. */
export interface Connection {
  stage: Stage;
  /** Answers a request; `nothing` is the answer when the handler fails. */
  onRequest<M extends keyof Requests>(
    method: M,
    nothing: Result<M>,
    handler: (params: Params<M>, token: CancellationToken) => Result<M> | Promise<Result<M>>,
  ): void;
  onNotification<M extends keyof Notifications>(
    method: M,
    handler: (params: Notifications[M]) => void | Promise<void>,
  ): void;
  /** Rejects when the editor answers with an error. */
  request<M extends keyof ClientRequests>(method: M, params: ClientRequests[M][0]): Promise<ClientRequests[M][1]>;
  notify<M extends keyof ClientNotifications>(method: M, params: ClientNotifications[M]): void;
  /** Resolves when no message is left of what has arrived together. */
  settled(): Promise<void>;
  /** Writes to the editor's log of this server. */
  logFailure(what: string, error: unknown): void;
  /** Starts to take messages. */
  listen(): void;
}

/** What an editor sends is taken to be what the protocol says: a handler that finds something else fails, and is logged. */
type Handle = (params: never, token: CancellationToken) => unknown;

/** Makes a connection of a channel; `onClose` is called when the editor is gone. */
export function connect(channel: Channel, onClose: () => void): Connection {
  const requests = new Map<string, { readonly handle: Handle; readonly nothing: unknown }>();
  const notifications = new Map<string, (params: never) => void | Promise<void>>();
  const rpc = new JsonRpc(channel, {
    async request(method, params, token) {
      const known = requests.get(method);
      // The verbs are registered by initialize: what comes before it ends here, like methods that this server does not have.
      if (known === undefined) throw connection.stage === 'new' ? notInitialized() : unknownMethod(method);
      refuseOutOfTurn(method, connection.stage);
      try {
        return await known.handle(params as never, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.logFailure(method, error);
        return known.nothing;
      }
    },
    notification(method, params) {
      const failed = (error: unknown) => {
        connection.logFailure(method, error);
      };
      try {
        return notifications
          .get(method)?.(params as never)
          ?.catch(failed);
      } catch (error) {
        failed(error);
        return undefined;
      }
    },
    failure(error) {
      connection.logFailure('reading a message', error);
    },
    close: onClose,
  });
  const connection: Connection = {
    stage: 'new',
    onRequest(method, nothing, handle) {
      requests.set(method, { handle, nothing });
    },
    onNotification(method, handle) {
      notifications.set(method, handle);
    },
    // As with what the editor sends: its answers are taken to be what the protocol says.
    request: (method, params) => rpc.request(method, params) as Promise<never>,
    notify(method, params) {
      rpc.notify(method, params);
    },
    settled: () => rpc.settled(),
    logFailure(what, error) {
      connection.notify('window/logMessage', { type: LOG_ERROR, message: `${what} failed: ${traceOf(error)}` });
    },
    listen() {
      rpc.listen();
    },
  };
  return connection;
}

function refuseOutOfTurn(method: string, stage: Stage): void {
  if (method === 'shutdown' && stage === 'new') throw notInitialized();
  const isSecond = method === 'initialize' && stage !== 'new';
  if (isSecond || stage === 'shutDown') throw new ResponseError(INVALID_REQUEST, 'Not allowed at this point');
}

const notInitialized = () => new ResponseError(SERVER_NOT_INITIALIZED, 'Not initialized yet');

const unknownMethod = (method: string) => new ResponseError(METHOD_NOT_FOUND, `Unhandled method ${method}`);

/** Kind and place of an error. Its message is left out: it may quote the file (JSON.parse does), and a file may hold secrets. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 10)].join('\n');
}
