/** An HTTP server that misbehaves on request: what a well-behaved portal can't show us. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Secret part of every fake webhook: long enough to be found in any output it must not be in. */
export const CODE = 'k3yk3yk3yk3yk3y9';

/** A request as it arrived. */
export interface Received {
  /** REST method. */
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
  readonly url: string;
}

/** What to do with a request that was read to its end: answer, cut the connection, or keep silent for ever. */
export type Behaviour =
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown }
  | 'reset'
  | 'silence';

export interface FakePortal {
  /** Address up to and including the code. */
  readonly webhook: string;
  /** `127.0.0.1:port`. */
  readonly name: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Text is sent as it is, everything else as JSON. */
function respond(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'silence') return;
  if (behaviour === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status = 200, headers = {}, body } = behaviour;
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Starts the server. `behave` may answer later, from another server for example. */
export async function startFakePortal(
  behave: (request: Received, count: number) => Behaviour | Promise<Behaviour>,
): Promise<FakePortal> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      const url = request.url ?? '';
      const params = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
      const arrived = { method: url.slice(url.lastIndexOf('/') + 1), params, headers: request.headers, url };
      received.push(arrived);
      respond(response, await behave(arrived, received.length));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    webhook: `http://127.0.0.1:${port}/rest/1/${CODE}`,
    name: `127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
