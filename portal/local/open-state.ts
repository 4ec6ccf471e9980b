/** The state that a portal begins with. */
import { decodeJson } from './php/json-decode.js';
import { idAfter, replaceState } from './replace-state.js';
import { newSecret } from './secrets.js';
import { readStateDocument } from './state-document.js';
import { readStateFile, writeStateFile, type StoredState } from './state-file.js';
import type { State, Webhook } from './state.js';
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
  const webhook = state.webhooks.find(({ rights }) => rights === 'admin') ?? newWebhook();
  const complete = state.webhooks.includes(webhook) ? state : { ...state, webhooks: [...state.webhooks, webhook] };
  if (stateFile === undefined) return { store: createStore(complete), webhook };

  const write = (next: State) => writeStateFile(stateFile, next);
  // The webhook's address is to be the same after a restart.
  if (stored === undefined || complete !== state) await write(complete);
  return { store: createStore(complete, write), webhook };
}

function firstState(parts: StoredState): State {
  const empty: State = { webhooks: [], applications: [], handlers: [], paySystems: [], nextHandlerId: 1n };
  const state = replaceState(empty, parts);
  const { nextHandlerId = 1n } = parts;
  const afterLast = idAfter(state.handlers);
  return { ...state, nextHandlerId: nextHandlerId > afterLast ? nextHandlerId : afterLast };
}

function newWebhook(): Webhook {
  return { user: 1, code: newSecret(), rights: 'admin' };
}
