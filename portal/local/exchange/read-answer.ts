/** Reads an answer, up to a size. */
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { NamedValues } from '../pay/block.js';
import type { ReceivedResponse } from './exchange.js';

/** Bytes of the largest body that is kept. */
const LARGEST = 1024 * 1024;

/** Resolves when the body is complete or long enough. Rejects when the connection breaks before. */
export async function readAnswer(incoming: IncomingMessage): Promise<ReceivedResponse> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size > LARGEST) break;
  }
  const isCut = size > LARGEST;
  const body = Buffer.concat(parts).subarray(0, LARGEST);
  return {
    status: incoming.statusCode ?? 0,
    headers: pairsOf(incoming.rawHeaders),
    // A byte order mark stays: a portal stumbles over it.
    body: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body),
    ...(isCut && { isCut }),
    // The end of what was cut may stand in the middle of a letter.
    ...(!isCut && !isUtf8(body) && { isBroken: true }),
  };
}

function pairsOf(raw: readonly string[]): NamedValues {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}
