/** The state that a portal begins with. */
import { encodeJsonBytes } from './php/json-bytes.js';
import { decodeJson } from './php/json-decode.js';
import { replaceState } from './replace-state.js';
import { newSecret } from './secrets.js';
import { SEED_SHOP } from './shop/seed.js';
import { listedHandlers, readStateDocument } from './state-document.js';
import { readStateFile, writeStateFile, type StoredState } from './state-file.js';
import type { Shop, State, Webhook } from './state.js';
import { createStore, type Store } from './store.js';

/** The state as a plain object, with the keys of the control interface's document; every key may be left out. */
export interface PortalState {
  readonly webhooks?: readonly { readonly user: number; readonly code: string; readonly rights: 'admin' | 'none' }[];
  readonly applications?: readonly {
    readonly clientId: string;
    readonly accessToken: string;
    readonly rights: 'admin' | 'none';
  }[];
  readonly handlers?: readonly {
    readonly ID: number | string;
    readonly NAME: string;
    readonly CODE: string;
    readonly SORT?: number | string;
    readonly SETTINGS?: unknown;
    readonly APP_ID?: string | null;
  }[];
  readonly paySystems?: readonly {
    readonly ID: number | string;
    readonly ACTION_FILE: string;
    readonly [column: string]: unknown;
  }[];
  readonly mappings?: readonly {
    readonly CODE_KEY: string;
    readonly PAY_SYSTEM_ID?: number | string | null;
    readonly PERSON_TYPE_ID?: number | string;
    readonly PROVIDER_KEY: string;
    readonly PROVIDER_VALUE: string;
  }[];
  /** A table that is left out is that of the small shop that every portal begins with. */
  readonly shop?: Readonly<Partial<Record<keyof Shop, readonly Readonly<Record<string, unknown>>[]>>>;
}

/** A store with its state, and the webhook to tell the user about. */
export interface OpenState {
  readonly store: Store;
  readonly webhook: Webhook;
}

/** Opens the state file, or begins anew. Throws StateFileError and InvalidStateError. */
export async function openState(options: { stateFile?: string; state?: PortalState }): Promise<OpenState> {
  const { stateFile, state: given = {} } = options;
  const stored = stateFile === undefined ? undefined : await readStateFile(stateFile);
  const state = firstState(stored ?? readStateDocument(decodeJson(JSON.stringify(given))));
  // Thousands of handlers take a while: here nobody waits for an answer yet.
  encodeJsonBytes(listedHandlers(state.handlers), 'keep');
  const webhook = state.webhooks.find(({ rights }) => rights === 'admin') ?? newWebhook();
  const complete = state.webhooks.includes(webhook) ? state : { ...state, webhooks: [...state.webhooks, webhook] };
  if (stateFile === undefined) return { store: createStore(complete), webhook };

  const write = (next: State) => writeStateFile(stateFile, next);
  // The webhook's address is to be the same after a restart.
  if (stored === undefined || complete !== state) await write(complete);
  return { store: createStore(complete, write), webhook };
}

function firstState(parts: StoredState): State {
  const empty: State = {
    webhooks: [],
    applications: [],
    handlers: [],
    paySystems: [],
    mappings: [],
    shop: SEED_SHOP,
    nextHandlerId: 1n,
    nextPaySystemId: 1n,
  };
  const state = replaceState(empty, parts);
  return {
    ...state,
    nextHandlerId: laterOf(parts.nextHandlerId, state.nextHandlerId),
    nextPaySystemId: laterOf(parts.nextPaySystemId, state.nextPaySystemId),
  };
}

/** What was written down counts, unless rows that were added by hand are ahead of it. */
function laterOf(stored = 1n, afterRows: bigint): bigint {
  return stored > afterRows ? stored : afterRows;
}

function newWebhook(): Webhook {
  return { user: 1, code: newSecret(), rights: 'admin' };
}
