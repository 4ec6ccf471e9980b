/** A portal that answers by a script, for what the local portal never does. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** What the methods give, by their names; one that takes its time gives a promise. */
export type Script = Readonly<Record<string, () => unknown>>;

const running = new Set<Server>();

afterEach(() => {
  for (const server of running) {
    server.close();
    server.closeAllConnections();
  }
  running.clear();
});

/** Starts it, and gives the address of its webhook. */
export async function startScriptedPortal(script: Script): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    void Promise.resolve(script[url.slice(1)]?.()).then((result) => response.end(JSON.stringify({ result })));
  }).listen(0, '127.0.0.1');
  running.add(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
