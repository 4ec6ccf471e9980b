/** What a REST method is to the portal. */
import type { PhpArray, PhpValue } from '../php/value.js';
import type { Rights, State } from '../state.js';

/** Who calls. */
export interface Caller {
  /** Null for a webhook. */
  readonly clientId: string | null;
  readonly rights: Rights;
}

/** What a method works with besides its parameters. */
export interface Call {
  readonly caller: Caller;
  readonly state: State;
}

/** The `result` of the answer, and the state afterwards (the same object when nothing changed). */
export interface Outcome {
  readonly result: PhpValue;
  readonly state: State;
}

/** A method. Throws RestFault. */
export type Method = (params: PhpArray, call: Call) => Outcome;
