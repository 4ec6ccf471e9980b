/** Sends one request to a portal and brings back its answer as text. The only file that touches the network. */
import { NetworkError } from './errors.js';
import type { NetworkReason } from './errors.js';

/** An answer before anything is believed of it. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** Who is calling, so that a portal's own log can tell. */
export const USER_AGENT = 'b24pay';

/** What sending needs from outside. */
export interface Sending {
  readonly fetch: typeof fetch;
  /** Milliseconds until the request is given up. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
  /** Beyond those of every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** handler.list brings every handler of the portal, 64 KiB each at most; this is room for thousands of usual ones. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Error codes of Node that come before a connection stands, so before anything was sent. */
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM|UND_ERR_CONNECT_TIMEOUT)$/;
const TLS = /^(ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH)$/;

function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string') {
    return cause.code;
  }
  // fetch refuses the ports of other services (25, 6000…) itself, without a code.
  return cause instanceof Error && cause.message === 'bad port' ? 'BAD_PORT' : '';
}

/** Turns what fetch throws into what it means. Only the error's code is taken over: its text may repeat the address. */
function failure(error: unknown): { reason: NetworkReason; sent: boolean; detail: string } {
  const code = codeOf(error);
  if (NOT_CONNECTED.test(code) || code === 'BAD_PORT') return { reason: 'unreachable', sent: false, detail: code };
  if (TLS.test(code)) return { reason: 'tls', sent: false, detail: code };
  return { reason: 'broken', sent: true, detail: code };
}

/** The body as text; undefined when it is larger than any sensible answer. */
async function readText(body: ReadableStream<Uint8Array>): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the body, and with it the connection.
    if (size > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function hostOf(location: string | null, base: string): string {
  try {
    return new URL(location ?? '', base).host;
  } catch {
    return '';
  }
}

/**
 * POSTs JSON text to an address. A redirect is never followed: it would hand the secret in the address to whoever is named
 * there. Throws `NetworkError` for everything that brings no answer.
 */
export async function post(
  address: string,
  body: string,
  call: NetworkError['call'],
  { fetch, timeout, signal, headers = {} }: Sending,
): Promise<RawAnswer> {
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'User-Agent': USER_AGENT,
        ...headers,
      },
      body,
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      await response.body?.cancel();
      throw new NetworkError('redirect', call, false, hostOf(response.headers.get('location'), address));
    }
    const text = response.body === null ? '' : await readText(response.body);
    if (text === undefined) throw new NetworkError('too-large', call, true);
    return { status: response.status, text };
  } catch (error) {
    if (error instanceof NetworkError) throw error;
    if (signal?.aborted) throw new NetworkError('cancelled', call, true);
    if (limit.aborted) throw new NetworkError('timeout', call, true, `${Math.round(timeout / 1000)} s`);
    const { reason, sent, detail } = failure(error);
    throw new NetworkError(reason, call, sent, detail);
  }
}
