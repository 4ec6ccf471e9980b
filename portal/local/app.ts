/** The portal's addresses. */
import { Hono } from 'hono';
import { CONTROL_PATH, createControl } from './control.js';
import { knownHost, type ServerEnv } from './guard.js';
import { answerCall } from './rest/answer.js';
import { RestFault } from './rest/fault.js';
import { StateFileError } from './state-file.js';
import type { Store } from './store.js';

/** Everything the portal serves. `token` opens the control interface. */
export function createApp(store: Store, token: string): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.use(knownHost);
  app.route(CONTROL_PATH, createControl(store, token));
  app.all('/rest/*', (context) => answerCall(context, store));
  app.notFound((context) => context.json({ error: 'NOT_FOUND', error_description: 'Not found' }, 404));
  app.onError((error, context) => {
    if (error instanceof RestFault) {
      return context.json({ error: error.code, error_description: error.description }, error.status);
    }
    // Anything but a state that could not be saved is a mistake of ours, and its text might repeat what was sent.
    const description = error instanceof StateFileError ? error.message : 'Internal server error';
    return context.json({ error: 'INTERNAL_SERVER_ERROR', error_description: description }, 500);
  });
  return app;
}
