/** Starts local portals for the tests and talks to them over real HTTP. */
import { request, type IncomingHttpHeaders } from 'node:http';
import { afterEach } from 'vitest';
import { startLocalPortal, type LocalPortal, type LocalPortalOptions } from '../../../portal/local/server.js';

const running = new Set<LocalPortal>();

afterEach(async () => {
  await Promise.all([...running].map(stop));
});

/** A portal that is stopped after the test. */
export async function start(options: LocalPortalOptions = {}): Promise<LocalPortal> {
  const portal = await startLocalPortal(options);
  running.add(portal);
  return portal;
}

/** Stops it before the test ends. */
export async function stop(portal: LocalPortal): Promise<void> {
  running.delete(portal);
  await portal.close();
}

/** An answer with its body read: as JSON, or as text where it is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
}

export async function send(address: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(address, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

/** POST with a JSON body. */
export function post(address: string, params: unknown): Promise<Answer> {
  const body = typeof params === 'string' ? params : JSON.stringify(params);
  return send(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
}

/** GET or PUT of the state. */
export function control(portal: LocalPortal, document?: unknown): Promise<Answer> {
  const headers = { authorization: `Bearer ${portal.control.token}` };
  if (document === undefined) return send(portal.control.url, { headers });
  const body = typeof document === 'string' ? document : JSON.stringify(document);
  return send(portal.control.url, { method: 'PUT', headers, body });
}

/** A handler that `handler.add` accepts. */
export function handler(code: string): Record<string, unknown> {
  return { NAME: `Shop ${code}`, CODE: code, SETTINGS: { CODES: {}, FORM_DATA: { ACTION_URI: 'https://shop.test/' } } };
}

/** A request with headers that fetch would not send. */
export function sendRaw(
  address: string,
  options: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    const { body, ...rest } = options;
    const outgoing = request(address, { ...rest, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
