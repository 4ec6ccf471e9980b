/** Lets only our own pages change something: another site's page could otherwise post a form here. */
import * as l10n from '@vscode/l10n';
import type { Context } from 'hono';
import type { ServerEnv } from '../guard.js';
import { sameSecret } from '../secrets.js';

/** Name of the hidden field with the token. The hyphen keeps it apart from what a manifest may call its fields. */
export const TOKEN_FIELD = 'b24pay-token';

/** Whether a POST comes from a page of this portal: its origin is ours, and it knows the token of this run. */
export function isOurForm(context: Context<ServerEnv>, given: unknown, token: string): boolean {
  const ourOrigin = new URL(context.req.url).origin;
  return context.req.header('origin') === ourOrigin && typeof given === 'string' && sameSecret(given, token);
}

/** The answer to a POST from elsewhere. */
export function refuseForm(context: Context<ServerEnv>): Response {
  context.header('Cache-Control', 'no-store');
  const description = l10n.t('Only a page of this portal can do that. Load the page again and repeat.');
  return context.json({ error: 'WRONG_ORIGIN', error_description: description }, 403);
}

/**
 * Whether a page load may do at once what it stands for: the user typed the address or came from a page of this portal.
 * Another site's link or hidden image must not make the portal call anybody, nor may a browser that loads ahead.
 */
export function isAskedForHere(context: Context<ServerEnv>): boolean {
  const purpose = context.req.header('sec-purpose') ?? '';
  return ['none', 'same-origin'].includes(context.req.header('sec-fetch-site') ?? '') && !purpose.includes('prefetch');
}
