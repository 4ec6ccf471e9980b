/** The portal's addresses. */
import { Hono } from 'hono';
import { USER_AGENT } from '../client/request.js';
import { CONTROL_ROOT, createControl } from './control.js';
import type { Exchanges } from './exchange/exchanges.js';
import { createLog } from './log/log-routes.js';
import { knownHost, type ServerEnv } from './guard.js';
import { createPay } from './pay/pay-routes.js';
import { answerCall, type RestOptions } from './rest/answer.js';
import { RestFault } from './rest/fault.js';
import type { ObservedCall } from './rest/observe.js';
import { newSecret } from './secrets.js';
import { createSettings } from './settings-page/settings-routes.js';
import { StateFileError } from './state-file.js';
import type { Store } from './store.js';

/** Everything the portal serves. `token` opens the control interface. */
export function createApp(store: Store, exchanges: Exchanges, token: string, rest: RestOptions = {}): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  // For the forms of the pages: it is in what they show, so it must open nothing else.
  const formToken = newSecret();
  const noted = (call: ObservedCall) => {
    if (!isOurs(call)) exchanges.recordRestCall(call);
    rest.onCall?.(call);
  };
  app.use(knownHost);
  app.route(CONTROL_ROOT, createControl(store, exchanges, token));
  app.all('/rest/*', (context) => answerCall(context, store, { ...rest, onCall: noted }));
  app.route('/', createLog(store, exchanges, formToken));
  app.route('/settings', createSettings(store, formToken));
  app.route('/', createPay(store, exchanges, formToken));
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

/** Calls of editor and command line prepare a payment; the log is about what the endpoint does. */
function isOurs({ headers }: ObservedCall): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === 'user-agent' && value === USER_AGENT);
}
