/** Registering a handler, the use case that editor and command line share: plan, apply, read back. */
import type { HandlerParameters } from '../schemas/manifest.js';
import { isPortalFailure, NetworkError, RegistrationError } from './client/errors.js';
import { addHandler, listHandlers, updateHandler } from './client/handlers.js';
import type { PortalHandler } from './client/handlers.js';
import type { PortalClient } from './client/rest.js';
import { differences } from './client/stored-value.js';
import { codeKey } from '../schemas/handler-code.js';

/** What registering would do. Show it, get a yes, then hand it to `applyPlan`. */
export type Plan =
  | { readonly action: 'add'; readonly parameters: HandlerParameters }
  | {
      readonly action: 'update';
      readonly id: number;
      readonly parameters: HandlerParameters;
      /** The handler as it stands on the portal now. */
      readonly current: PortalHandler;
    };

/** What registering did. */
export interface Registered {
  readonly action: Plan['action'];
  /** ID of the handler on the portal. */
  readonly id: number;
}

/** One real, harmless call: fails as every later one would, when the address, the right or the scope is wrong. */
export async function checkConnection(client: PortalClient): Promise<void> {
  await listHandlers(client);
}

/** Finds a handler as a portal's database would; one spelled the same comes first where a database keeps both. */
function findByCode(handlers: readonly PortalHandler[], code: string): PortalHandler | undefined {
  const exact = handlers.find(({ CODE }) => CODE === code);
  return exact ?? handlers.find(({ CODE }) => codeKey(CODE) === codeKey(code));
}

/** Reads the portal's handlers and finds out whether the manifest's CODE is new there. Changes nothing. */
export async function planRegistration(client: PortalClient, parameters: HandlerParameters): Promise<Plan> {
  const current = findByCode(await listHandlers(client), parameters.CODE);
  return current === undefined
    ? { action: 'add', parameters }
    : { action: 'update', id: current.ID, parameters, current };
}

/** Sends the plan. Undefined instead of an ID: no answer came, so only the portal's list can tell what happened. */
async function send(client: PortalClient, plan: Plan): Promise<number | undefined> {
  try {
    if (plan.action === 'add') return await addHandler(client, plan.parameters);
    await updateHandler(client, plan.id, plan.parameters);
    return plan.id;
  } catch (error) {
    if (error instanceof NetworkError && error.sent) return undefined;
    throw error;
  }
}

/** The list after sending. Without it nobody knows what is stored: why it is missing matters less than that it was sent. */
async function readBack(client: PortalClient, answer: number | undefined): Promise<readonly PortalHandler[]> {
  try {
    return await listHandlers(client);
  } catch (error) {
    if (!isPortalFailure(error)) throw error;
    throw new RegistrationError(answer === undefined ? 'unknown' : 'unverified', client.portal, answer);
  }
}

/**
 * Carries out a plan and reads back what the portal stored. A request without an answer is never sent again: a second
 * handler.add could double the handler, so the list decides. Throws `PortalError` (refused) and `NetworkError` (not sent)
 * while nothing has changed; from then on `RegistrationError`.
 */
export async function applyPlan(client: PortalClient, plan: Plan): Promise<Registered> {
  const answer = await send(client, plan);
  const handlers = await readBack(client, answer);
  const id = answer ?? (plan.action === 'update' ? plan.id : undefined);
  const stored =
    id === undefined ? findByCode(handlers, plan.parameters.CODE) : handlers.find((handler) => handler.ID === id);
  if (stored === undefined) throw new RegistrationError('not-found', client.portal, id);
  const places = differences(plan.parameters, stored);
  if (places.length === 0) return { action: plan.action, id: stored.ID };
  // After an unanswered update the old handler is still there: it was not carried out (or not yet).
  const untouched = answer === undefined && plan.action === 'update';
  throw new RegistrationError(untouched ? 'not-found' : 'different', client.portal, stored.ID, places);
}
