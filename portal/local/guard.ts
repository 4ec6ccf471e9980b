/** Keeps strangers out before anything is read: a page in the developer's browser must not reach the portal by a trick. */
import type { HttpBindings } from '@hono/node-server';
import * as l10n from '@vscode/l10n';
import type { MiddlewareHandler } from 'hono';

/** What every handler of a request can see: the connection, as the adapter has it. */
export interface ServerEnv {
  Bindings: HttpBindings;
}

const OUR_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Serves only requests that name this machine and the right port as their host. A foreign name that was made to point
 * here (DNS rebinding) would otherwise turn a web page into a local caller.
 */
export const knownHost: MiddlewareHandler<ServerEnv> = async (context, next) => {
  const port = context.env.incoming.socket.localPort;
  const host = context.req.header('host')?.toLowerCase();
  // The usual ports are left out of the header.
  const isUsual = port === 80 || port === 443;
  const isOurs = OUR_NAMES.some((name) => host === `${name}:${port}` || (isUsual && host === name));
  if (isOurs) return next();
  const description = l10n.t('The local portal answers to 127.0.0.1 and localhost only.');
  return context.json({ error: 'WRONG_HOST', error_description: description }, 403);
};
