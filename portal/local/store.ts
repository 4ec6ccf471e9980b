/** Keeps the state: one change after another, and none is answered before it is safe. */
import type { State } from './state.js';

/** What a change makes of the state, and what it answers. The same state again means that nothing changed. */
export interface Change<T> {
  readonly state: State;
  readonly answer: T;
}

/** The state's keeper. */
export interface Store {
  /**
   * Runs after all earlier changes and resolves when the new state is written. A change that throws, or whose state
   * can't be written, leaves the state as it was.
   */
  apply<T>(change: (state: State) => Change<T>): Promise<T>;
  /** The newest state that is written, for those who cannot wait for changes under way. */
  current(): State;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
  /** Tells about every new state, once it is written. Gives what ends that. */
  onChange(listener: (state: State) => void): () => void;
}

/** `write` makes a state durable; without it the state lives in memory only. */
export function createStore(initial: State, write?: (state: State) => Promise<void>): Store {
  let state = initial;
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(state: State) => void>();

  async function run<T>(change: (state: State) => Change<T>): Promise<T> {
    const { state: next, answer } = change(state);
    if (next !== state) {
      await write?.(next);
      state = next;
      for (const listener of listeners) listener(state);
    }
    return answer;
  }

  return {
    apply<T>(change: (state: State) => Change<T>): Promise<T> {
      const result = queue.then(() => run(change));
      queue = result.catch(() => undefined);
      return result;
    },
    current: () => state,
    async settled() {
      await queue;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
