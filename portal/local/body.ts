/** Reads request bodies, up to a size. */
import type { Context } from 'hono';
import type { ServerEnv } from './guard.js';
import { requestTooLarge } from './rest/fault.js';

/** Bytes of the largest body that is read. */
const LARGEST = 10 * 1024 * 1024;

/** The whole body, empty when there is none. Throws RestFault as soon as it is known to be larger than 10 MB. */
export async function readBody(context: Context<ServerEnv>): Promise<Uint8Array> {
  if (Number(context.req.header('content-length') ?? 0) > LARGEST) throw requestTooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream: ReadableStream<Uint8Array> | null = context.req.raw.body;
  const reader = stream?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    size += part.value.length;
    // The length was not announced.
    if (size > LARGEST) throw requestTooLarge();
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

/** The fields of a form of our own, as browsers send it. Throws what `readBody` throws. */
export async function readForm(context: Context<ServerEnv>): Promise<URLSearchParams> {
  return new URLSearchParams(new TextDecoder().decode(await readBody(context)));
}
