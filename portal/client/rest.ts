/** Calls REST methods of a portal: one call, its answer, and patience where the portal asks for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readAnswer } from './answer.js';
import { portalName } from './connection.js';
import type { Connection } from './connection.js';
import { NetworkError, PortalError } from './errors.js';
import { redact } from './redact.js';
import { post } from './request.js';

/** Takes a method's `result` apart; undefined when it is not what the method promises. */
export type Reader<T> = (result: unknown) => T | undefined;

/** Calls methods of one portal. */
export interface PortalClient {
  /** Name of the portal for people. */
  readonly portal: string;
  /** Calls a method. Throws `PortalError` when the portal refuses, `NetworkError` when no usable answer comes. */
  call<T>(method: string, params: Readonly<Record<string, unknown>>, read: Reader<T>): Promise<T>;
}

/** What a client needs from outside; all of it has a default. */
export interface ClientDependencies {
  readonly fetch?: typeof fetch;
  /** Waits for some milliseconds before another try. */
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;
  /** Ends calls and waits when it is aborted. */
  readonly signal?: AbortSignal;
  /** Milliseconds for one request. Default: a little more than a portal allows itself. */
  readonly timeout?: number;
}

/** A cloud portal ends a request after 60 s itself. */
const TIMEOUT = 65_000;

/** A portal's bucket empties by two calls a second: after these waits there is room again, or the trouble is another. */
const WAITS = [1000, 2000, 4000, 8000];

/** Refused before it was looked at, so it is safe to send again. Nothing else ever is. */
function isLimit(error: unknown): boolean {
  if (error instanceof PortalError) return error.code === 'QUERY_LIMIT_EXCEEDED' || error.status === 429;
  return error instanceof NetworkError && error.reason === 'limit';
}

/** A client for the connection. Makes no call by itself. */
export function createPortalClient(connection: Connection, deps: ClientDependencies = {}): PortalClient {
  const portal = portalName(connection);
  const { signal, timeout = TIMEOUT } = deps;
  const wait = deps.wait ?? ((ms: number, abort?: AbortSignal) => sleep(ms, undefined, abort ? { signal: abort } : {}));

  async function once<T>(method: string, params: Readonly<Record<string, unknown>>, read: Reader<T>): Promise<T> {
    const call = { method, portal };
    const answer = await post(`${connection.address}/${method}`, JSON.stringify(params), call, {
      fetch: deps.fetch ?? fetch,
      timeout,
      ...(signal && { signal }),
    });
    const result = read(readAnswer(answer, call, (text) => redact(text, connection)));
    if (result === undefined) throw new NetworkError('unexpected', call, true);
    return result;
  }

  async function withPatience<T>(attempt: () => Promise<T>, cancelled: NetworkError, waits: number[]): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      const [next, ...later] = waits;
      if (next === undefined || !isLimit(error)) throw error;
      await wait(next, signal).catch(() => undefined);
      if (signal?.aborted) throw cancelled;
      return withPatience(attempt, cancelled, later);
    }
  }

  return {
    portal,
    call: (method, params, read) =>
      withPatience(() => once(method, params, read), new NetworkError('cancelled', { method, portal }, false), WAITS),
  };
}
