/**
 * JSON-RPC 2.0 as the Language Server Protocol uses it: requests and notifications in both directions, and cancellation.
 * Messages are handled in their order. Behind one that is not done at once the event loop takes a turn: what a message sets in
 * motion without waiting for anything outside is done before the next one is looked at.
 */
import { isObject, member, type JsonObject } from '../../../schemas/record.js';
import { REQUEST_CANCELLED } from '../protocol.js';
import type { Channel } from './channel.js';

/** Tells the handler of a request whether the editor still wants the answer. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

/** An answer that is an error: a code of the protocol, and a message for the editor. */
export class ResponseError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** What is done with what arrives. */
export interface Handlers {
  /** Gives the answer. Throws a ResponseError for an answer that is an error. */
  request(method: string, params: unknown, token: CancellationToken): unknown;
  /** Gives a promise when it is not done at once. Neither throws nor rejects. */
  notification(method: string, params: unknown): void | Promise<void>;
  /** Something arrived that is no message, or an answer could not be sent. */
  failure(error: unknown): void;
  /** The editor is gone. */
  close(): void;
}

type Id = string | number | null;

/** A request of the editor that is not answered yet. */
interface Asked {
  readonly id: Id;
  readonly method: string;
  readonly params: unknown;
  readonly token: { isCancellationRequested: boolean };
}

/** A request of ours that waits for its answer. */
interface Waiting {
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** Error code of JSON-RPC for a failure that is no answer. */
const INTERNAL_ERROR = -32603;

const isId = (value: unknown): value is Id => typeof value === 'string' || typeof value === 'number' || value === null;

/** Speaks JSON-RPC over a channel. */
export class JsonRpc {
  /** What has arrived and is not looked at yet. */
  readonly #arrived: (() => void | Promise<void>)[] = [];
  #isBusy = false;
  readonly #asked = new Map<unknown, Asked>();
  readonly #waiting = new Map<unknown, Waiting>();
  #lastId = 0;
  #isClosed = false;

  constructor(
    private readonly channel: Channel,
    private readonly handlers: Handlers,
  ) {}

  /** Starts to take messages. */
  listen(): void {
    this.channel.listen({
      message: (message) => {
        this.#take(message);
      },
      failure: (error) => {
        this.handlers.failure(error);
      },
      close: () => {
        this.#close();
      },
    });
  }

  /** Asks the editor; rejects when it answers with an error. */
  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.channel.send({ jsonrpc: '2.0', id, method, params });
    });
  }

  /** Resolves when no message is left of what has arrived together: what they say is known then. */
  async settled(): Promise<void> {
    do await new Promise<void>((resolve) => setImmediate(resolve));
    while (this.#arrived.length > 0);
  }

  notify(method: string, params: unknown): void {
    this.channel.send({ jsonrpc: '2.0', method, params });
  }

  #take(message: unknown): void {
    if (!isObject(message)) {
      this.handlers.failure(new TypeError('No message'));
      return;
    }
    const { id, method, params } = message;
    if (typeof method !== 'string') {
      this.#queue(() => {
        this.#answered(message);
      });
    } else if (isId(id)) {
      const asked: Asked = { id, method, params, token: { isCancellationRequested: false } };
      this.#asked.set(id, asked);
      this.#queue(() => this.#answer(asked));
    } else if (method === '$/cancelRequest') {
      // At once: what is to be cancelled may still be waiting for its turn.
      const asked = this.#asked.get(member(params, 'id'));
      if (asked) asked.token.isCancellationRequested = true;
    } else {
      this.#queue(() => this.handlers.notification(method, params));
    }
  }

  #queue(work: () => void | Promise<void>): void {
    this.#arrived.push(work);
    if (!this.#isBusy) this.#next();
  }

  #next(): void {
    this.#isBusy = true;
    for (let work = this.#arrived.shift(); work !== undefined; work = this.#arrived.shift()) {
      if (work() === undefined) continue;
      setImmediate(() => {
        this.#next();
      });
      return;
    }
    this.#isBusy = false;
  }

  async #answer({ id, method, params, token }: Asked): Promise<void> {
    try {
      refuseCancelled(token);
      const result = await this.handlers.request(method, params, token);
      this.channel.send({ jsonrpc: '2.0', id, result: result ?? null });
    } catch (error) {
      const [code, message] =
        error instanceof ResponseError ? [error.code, error.message] : [INTERNAL_ERROR, 'Internal error'];
      this.channel.send({ jsonrpc: '2.0', id, error: { code, message } });
    } finally {
      this.#asked.delete(id);
    }
  }

  /** The editor's answer to a request of ours. */
  #answered({ id, result, error }: JsonObject): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (isObject(error)) waiting?.reject(new ResponseError(Number(error.code), String(error.message)));
    else waiting?.resolve(result);
  }

  #close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.handlers.close();
  }
}

/** Ends the handling of a request that the editor no longer wants answered. */
export function refuseCancelled({ isCancellationRequested }: CancellationToken): void {
  if (isCancellationRequested) throw new ResponseError(REQUEST_CANCELLED, 'Cancelled');
}
