/** Reports calls to whoever keeps a log of them. */
import type { Context } from 'hono';
import type { ServerEnv } from '../guard.js';

/** A call as it went over the wire. Address, headers and body hold secrets. */
export interface ObservedCall {
  /** When it came, ISO 8601. */
  readonly at: string;
  /** HTTP method. */
  readonly method: string;
  readonly url: string;
  readonly headers: [name: string, value: string][];
  /** As text; empty when there is none or it was not read. */
  readonly body: string;
  readonly status: number;
  /** Body of the answer, at most its first 128 KB. */
  readonly answer: string;
  /** It was longer. */
  readonly isCut?: true;
  readonly milliseconds: number;
}

/** Is told of a call after it was answered. */
export type ObserveCall = (call: ObservedCall) => void;

/** What is noted while a request is answered. */
export interface Notes {
  /** Body of the request, as soon as it was read. */
  body?: Uint8Array | undefined;
  /** Body of the answer, in pieces. */
  answer?: readonly Uint8Array[];
}

/** Bytes of an answer that are reported; what follows is left out. */
const LONGEST_ANSWER = 128 * 1024;

/** Answers a request and reports it. Without an observer nothing is copied. */
export async function observed(
  context: Context<ServerEnv>,
  observe: ObserveCall | undefined,
  answer: (notes: Notes) => Promise<Response>,
): Promise<Response> {
  const at = new Date().toISOString();
  const start = performance.now();
  const notes: Notes = {};
  const response = await answer(notes);
  observe?.({
    at,
    method: context.req.method,
    url: context.req.url,
    headers: [...context.req.raw.headers],
    body: new TextDecoder().decode(notes.body),
    status: response.status,
    answer: beginningOf(notes.answer ?? []),
    ...(sizeOf(notes.answer ?? []) > LONGEST_ANSWER && { isCut: true }),
    milliseconds: performance.now() - start,
  });
  return response;
}

const sizeOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((size, piece) => size + piece.length, 0);

function beginningOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  let left = LONGEST_ANSWER;
  const texts = pieces.map((piece) => {
    const part = piece.subarray(0, left);
    left -= part.length;
    return decoder.decode(part, { stream: true });
  });
  return texts.join('');
}
