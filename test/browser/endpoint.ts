// A developer's endpoint, as small as can be: what it answers is chosen, and what it was sent is kept.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

/** An answer to a checkout. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Endpoint {
  readonly url: string;
  /** What the next requests get. */
  answer: Answer;
  /** Bodies of the requests to /checkout, read as a form. */
  readonly received: URLSearchParams[];
  close(): void;
}

/** Starts it on a free port. `/bank` is the page behind the Pay link. */
export async function startEndpoint(): Promise<Endpoint> {
  const received: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      if (request.url !== '/checkout') {
        response.setHeader('Content-Type', 'text/html');
        response.end('<!doctype html><title>Bank</title><h1>Bank</h1>');
        return;
      }
      received.push(new URLSearchParams(text));
      response.writeHead(endpoint.answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(endpoint.answer.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  const endpoint: Endpoint = {
    url,
    answer: { status: 200, body: { PAYMENT_URL: `${url}/bank`, PAYMENT_ID: 'bank-1' } },
    received,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return endpoint;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString();
}
