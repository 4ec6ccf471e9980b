/** A typed connection to the editor. A handler that throws is logged and answered with nothing: no verb takes the server down. */
import { ResponseError, type CancellationToken, type MessageConnection } from 'vscode-jsonrpc';
import type { ClientNotifications, ClientRequests, Notifications, Requests } from './protocol.js';
import { INVALID_REQUEST, LOG_ERROR, METHOD_NOT_FOUND, SERVER_NOT_INITIALIZED } from './protocol.js';

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
  /** Writes to the editor's log of this server. */
  logFailure(what: string, error: unknown): void;
}

/** Wraps a JSON-RPC connection that is not listening yet. */
export function connect(rpc: MessageConnection): Connection {
  const connection: Connection = {
    stage: 'new',
    onRequest(method, nothing, handler) {
      rpc.onRequest(method, async (params: Params<typeof method>, token: CancellationToken) => {
        refuseOutOfTurn(method, connection.stage);
        try {
          return await handler(params, token);
        } catch (error) {
          if (error instanceof ResponseError) throw error;
          connection.logFailure(method, error);
          return nothing;
        }
      });
    },
    onNotification(method, handler) {
      rpc.onNotification(method, async (params: Notifications[typeof method]) => {
        try {
          await handler(params);
        } catch (error) {
          connection.logFailure(method, error);
        }
      });
    },
    request: (method, params) => rpc.sendRequest(method, params),
    notify(method, params) {
      // Fails only when the editor is gone; then the end of its stream ends the server.
      rpc.sendNotification(method, params).catch(() => undefined);
    },
    logFailure(what, error) {
      connection.notify('window/logMessage', { type: LOG_ERROR, message: `${what} failed: ${traceOf(error)}` });
    },
  };
  // The verbs are registered by initialize: what comes before it ends here, like methods that this server does not have.
  rpc.onRequest((method) => {
    throw connection.stage === 'new'
      ? notInitialized()
      : new ResponseError(METHOD_NOT_FOUND, `Unhandled method ${method}`);
  });
  return connection;
}

function refuseOutOfTurn(method: keyof Requests, stage: Stage): void {
  if (method === 'shutdown' && stage === 'new') throw notInitialized();
  const isSecond = method === 'initialize' && stage !== 'new';
  if (isSecond || stage === 'shutDown') throw new ResponseError(INVALID_REQUEST, 'Not allowed at this point');
}

const notInitialized = () => new ResponseError(SERVER_NOT_INITIALIZED, 'Not initialized yet');

/** Kind and place of an error. Its message is left out: it may quote the file (JSON.parse does), and a file may hold secrets. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 10)].join('\n');
}
