// Asking portals directly, past the extension.
import { once } from 'node:events';
import { createServer } from 'node:net';

/** What `sale.paysystem.handler.list` answers at a webhook's address. */
export async function listHandlers(webhook: string): Promise<unknown> {
  const response = await fetch(`${webhook}/sale.paysystem.handler.list`, { method: 'POST' });
  return response.json();
}

/**
 * The webhook of the portal that the extension runs.
 * @param port where it listens
 * @param written every file of the workbench, as `Workbench.written` gives them
 */
export function localWebhook(port: number, written: ReadonlyMap<string, string>): string {
  const [, state = ''] = [...written].find(([file]) => file.endsWith('local-portal.json')) ?? [];
  const [, user, code] = /"user":\s*(\d+),\s*"code":\s*"([^"]+)"/.exec(state) ?? [];
  if (!user || !code) throw new Error('The local portal has no state file with a webhook in it.');
  return `http://127.0.0.1:${port}/rest/${user}/${code}`;
}

/** The secret part of a webhook's address. */
export function secretOf(webhook: string): string {
  return webhook.slice(webhook.lastIndexOf('/') + 1);
}

/** A loopback port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
