/** Tells an open payment page that what it shows has changed. */
import type { Context } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { Exchange } from '../exchange/exchange.js';
import type { ServerEnv } from '../guard.js';
import type { State } from '../state.js';
import type { Store } from '../store.js';
import { verdictView } from './judgement-view.js';
import type { PaymentIds } from './page-address.js';
import { pageVersion } from './page-version.js';
import type { PaymentExchanges } from './ports.js';

/** What a page shows. */
export interface ShownPage {
  readonly ids: PaymentIds;
  readonly version: string;
  /** Number of the exchange whose judgement it waits for; none has the number 0. */
  readonly exchange: number;
}

/**
 * Sends `judged`, with the markup of the judgement, as often as there is a new one; and one event, `changed`, as soon as the
 * page's version is no longer the one shown, and ends.
 */
export async function tellChanges(
  context: Context<ServerEnv>,
  store: Store,
  exchanges: PaymentExchanges,
  { ids, version, exchange }: ShownPage,
): Promise<Response> {
  const isOld = (state: State): boolean => pageVersion(state, ids) !== version;
  const current = await store.apply((state) => ({ state, answer: state }));
  return streamSSE(context, async (stream) => {
    // Keeps the connection from looking dead, and shows the browser at once that it stands.
    await stream.write(': open\n\n');
    if (!isOld(current)) {
      await new Promise<void>((resolve) => {
        const stopJudgements = tellJudgements(stream, exchanges, exchange);
        const stop = store.onChange((state) => {
          if (isOld(state)) end();
        });
        function end(): void {
          stopJudgements();
          stop();
          resolve();
        }
        stream.onAbort(end);
      });
    }
    if (!stream.aborted) await stream.writeSSE({ event: 'changed', data: version });
  });
}

/** The judgement that there is, and every later one. Gives what ends that. */
function tellJudgements(stream: SSEStreamingApi, exchanges: PaymentExchanges, number: number): () => void {
  let told: Exchange | undefined;
  function tell(): void {
    const current = exchanges.find(number);
    if (!current?.judgement || current === told) return;
    told = current;
    stream.writeSSE({ event: 'judged', data: Promise.resolve(verdictView(current)) }).catch(() => undefined);
  }
  tell();
  return exchanges.subscribe(tell);
}
