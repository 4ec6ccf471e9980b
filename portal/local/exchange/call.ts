/** One HTTP call as a portal makes it: no redirect is followed, and a certificate that nobody trusts is refused. */
import { request as requestHttp, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { TLSSocket } from 'node:tls';
import { insecure, invalidAddress, nameFailure, noAnswer, noConnection } from './call-error.js';
import type { Attempt, ReceivedResponse, SentRequest } from './exchange.js';
import { readAnswer } from './read-answer.js';

/** How long to wait, in milliseconds. A portal waits 30 s and 60 s. */
export interface Patience {
  /** For the connection. */
  readonly connectTimeout?: number;
  /** For the whole answer, from the moment when the connection stands. */
  readonly readTimeout?: number;
}

const CONNECT_TIMEOUT = 30_000;
const READ_TIMEOUT = 60_000;

/** Sends it, with the headers that every request has, and brings back what came. Never rejects: a failure is a fact too. */
export async function call(asked: SentRequest, patience: Patience = {}): Promise<Attempt> {
  const url = httpUrl(asked.url);
  if (url === undefined) return { request: asked, response: null, failure: invalidAddress(), milliseconds: 0 };
  const request: SentRequest = { ...asked, headers: allHeaders(asked, url) };
  const begun = performance.now();
  const milliseconds = () => Math.round(performance.now() - begun);
  try {
    const response = await exchange(request, url, patience);
    return { request, response, milliseconds: milliseconds() };
  } catch (error) {
    return { request, response: null, failure: nameFailure(error), milliseconds: milliseconds() };
  }
}

/** The address, if HTTP can go there. */
function httpUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
}

/** Exactly what goes over the wire, so that the log can tell. */
function allHeaders({ headers, body }: SentRequest, url: URL): SentRequest['headers'] {
  const length = body === '' ? [] : ([['Content-Length', String(Buffer.byteLength(body))]] as const);
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  const own = [['Host', url.host], ['User-Agent', 'b24pay local portal'], ['Accept', '*/*'], ...length] as const;
  return [...own.filter(([name]) => !names.has(name.toLowerCase())), ...headers, ['Connection', 'close']];
}

function exchange(sent: SentRequest, url: URL, patience: Patience): Promise<ReceivedResponse> {
  const { connectTimeout = CONNECT_TIMEOUT, readTimeout = READ_TIMEOUT } = patience;
  return new Promise((resolve, reject) => {
    const outgoing = open(sent, url);
    let isShakingHands = false;
    let limit = setTimeout(giveUp, connectTimeout, noConnection(connectTimeout));

    function giveUp(error: Error): void {
      clearTimeout(limit);
      reject(error);
      outgoing.destroy();
    }
    function connected(): void {
      isShakingHands = false;
      clearTimeout(limit);
      limit = setTimeout(giveUp, readTimeout, noAnswer(readTimeout));
    }
    function answered(incoming: IncomingMessage): void {
      readAnswer(incoming).then((response) => {
        clearTimeout(limit);
        resolve(response);
        // Nothing of what may still come is read.
        outgoing.destroy();
      }, giveUp);
    }

    outgoing.once('socket', (socket) => {
      const isSecure = socket instanceof TLSSocket;
      socket.once('connect', () => {
        isShakingHands = isSecure;
      });
      socket.once(isSecure ? 'secureConnect' : 'connect', connected);
    });
    outgoing.once('response', answered);
    outgoing.on('error', (error) => {
      giveUp(isShakingHands ? insecure(error) : error);
    });
    outgoing.end(sent.body);
  });
}

function open({ method, headers }: SentRequest, url: URL): ClientRequest {
  // A list is sent as it stands, in this order and spelling. A connection of its own: as on a portal, none is kept open.
  const options: RequestOptions = { method, headers: headers.flat(), agent: false };
  return url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options);
}
