/** Tells an open payment page that what it shows has changed. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ServerEnv } from '../guard.js';
import type { State } from '../state.js';
import type { Store } from '../store.js';
import type { PaymentIds } from './page-address.js';
import { pageVersion } from './page-version.js';

/** Sends one event, `changed`, as soon as the page's version is no longer `shown`, and ends. */
export async function tellChanges(
  context: Context<ServerEnv>,
  store: Store,
  ids: PaymentIds,
  shown: string,
): Promise<Response> {
  const isOld = (state: State): boolean => pageVersion(state, ids) !== shown;
  const current = await store.apply((state) => ({ state, answer: state }));
  return streamSSE(context, async (stream) => {
    // Keeps the connection from looking dead, and shows the browser at once that it stands.
    await stream.write(': open\n\n');
    if (!isOld(current)) {
      await new Promise<void>((resolve) => {
        const stop = store.onChange((state) => {
          if (isOld(state)) end();
        });
        function end(): void {
          stop();
          resolve();
        }
        stream.onAbort(end);
      });
    }
    if (!stream.aborted) await stream.writeSSE({ event: 'changed', data: shown });
  });
}
