/** What a REST method is to the portal. */
import type { PhpArray, PhpValue } from '../php/value.js';
import type { Rights, State } from '../state.js';
import type { RestFault } from './fault.js';
import type { Portal } from './portal.js';

/** Who calls. */
export interface Caller {
  /** Null for a webhook. */
  readonly clientId: string | null;
  /** ID of the webhook's user; null for an application. */
  readonly user: number | null;
  readonly rights: Rights;
  /** Tells callers apart when their time is counted. A secret. */
  readonly key: string;
}

/** What a method works with besides its parameters. */
export interface Call {
  readonly caller: Caller;
  readonly state: State;
  readonly portal: Portal;
  /** The parameter `start`, which no method finds among its own: how many rows of a list to pass over. */
  readonly start?: bigint;
}

/** The `result` of the answer, and the state afterwards (the same object when nothing changed). */
export interface Outcome {
  readonly result: PhpValue;
  readonly state: State;
  /** `total` of the answer, for lists with pages. */
  readonly total?: bigint;
  /** `next` of the answer: `start` of the next page. */
  readonly next?: bigint;
  /**
   * What is answered instead of the result. Unlike a fault that is thrown it keeps the state: the portal has no
   * transaction around a method, so what was saved before an error stays.
   */
  readonly fault?: RestFault;
}

/** An outcome with the `time` part of the answer. */
export interface Executed extends Outcome {
  readonly time: PhpArray;
}

/** A method. Throws RestFault. */
export type Method = (params: PhpArray, call: Call) => Outcome;
