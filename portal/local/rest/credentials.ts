/** Who is calling: a webhook by its path, or an application by its access token. */
import { sameSecret } from '../secrets.js';
import type { State } from '../state.js';
import { invalidCredentials, noAuthFound } from './fault.js';
import type { Caller } from './method.js';

/** What a request says about its sender. */
export type Credentials =
  | { readonly kind: 'webhook'; readonly user: string; readonly code: string }
  /** `token` is undefined when the request has none. */
  | { readonly kind: 'application'; readonly token: string | undefined };

/** The caller with these credentials. Throws RestFault. */
export function authorize(credentials: Credentials, state: State): Caller {
  return credentials.kind === 'webhook'
    ? authorizeWebhook(credentials.user, credentials.code, state)
    : authorizeApplication(credentials.token, state);
}

/* A real portal refuses webhooks over plain http. This one is on loopback only, where nothing passes over a wire. */
function authorizeWebhook(user: string, code: string, state: State): Caller {
  const webhook = state.webhooks.find((known) => String(known.user) === user && sameSecret(code, known.code));
  if (!webhook) throw invalidCredentials();
  return { clientId: null, user: webhook.user, rights: webhook.rights, key: `webhook ${webhook.user} ${webhook.code}` };
}

function authorizeApplication(token: string | undefined, state: State): Caller {
  if (token === undefined) throw noAuthFound();
  const application = state.applications.find((known) => sameSecret(token, known.accessToken));
  if (!application) throw noAuthFound();
  const { clientId, rights } = application;
  return { clientId, user: null, rights, key: `application ${clientId}` };
}
