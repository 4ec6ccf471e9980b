/** A developer's endpoint over real HTTP, whose answers a test chooses. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { afterEach } from 'vitest';
import { openCertificate } from '../../../../portal/local/certificate.js';

/** A request as it came. */
export interface Got {
  readonly method: string;
  readonly path: string;
  /** As on the wire. */
  readonly rawHeaders: readonly string[];
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A running endpoint. */
export interface Endpoint {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly got: readonly Got[];
  /** Stops listening: connections are refused from now on. */
  readonly stop: () => Promise<void>;
}

/** What it does with a request. */
export type Answer = (response: ServerResponse, got: Got) => void;

const servers = new Set<Server>();

afterEach(() => Promise.all([...servers].map(stopServer)));

/** Listens on any free port. */
export function serve(answer: Answer): Promise<Endpoint> {
  return listen(answer, (listener) => createServer(listener), 'http');
}

/** The same with a certificate that nobody knows. */
export async function serveSecurely(answer: Answer): Promise<Endpoint> {
  const { certificate: cert, key } = await openCertificate(undefined);
  return listen(answer, (listener) => createTlsServer({ cert, key }, listener), 'https');
}

/** An answer to every request. */
export function always(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
  };
}

/** One answer after another; the last one stays. */
export function inTurn(...answers: readonly [Answer, ...Answer[]]): Answer {
  let asked = 0;
  return (response, got) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? answers[0];
    asked += 1;
    answer(response, got);
  };
}

async function listen(
  answer: Answer,
  create: (listener: RequestListener) => Server,
  scheme: 'http' | 'https',
): Promise<Endpoint> {
  const got: Got[] = [];
  const server = create((request, response) => {
    void readAll(request).then((body) => {
      const { method = '', url: path = '', rawHeaders, headers } = request;
      const one = { method, path, rawHeaders, headers, body };
      got.push(one);
      answer(response, one);
    });
  });
  servers.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `${scheme}://127.0.0.1:${port}`, got, stop: () => stopServer(server) };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
}

function stopServer(server: Server): Promise<void> {
  servers.delete(server);
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
