/** Keeps the newest exchanges in memory, and tells who watches them. */
import type { Attempt, Exchange } from './exchange.js';

/** An exchange before it has its number. */
export type NewExchange = Omit<Exchange, 'number'>;

const MOST_ENTRIES = 500;

/** Letters of all texts together: endpoints may answer with a megabyte each time. */
const MOST_TEXT = 16 * 1024 * 1024;

/** The entries, in the order in which they began. */
export class Book {
  #entries: readonly Exchange[] = [];
  #last = 0;
  readonly #listeners = new Set<() => void>();

  get all(): readonly Exchange[] {
    return this.#entries;
  }

  find(number: number): Exchange | undefined {
    return this.#entries.find((entry) => entry.number === number);
  }

  add(entry: NewExchange): Exchange {
    this.#last += 1;
    const numbered = { ...entry, number: this.#last };
    this.#replace([...this.#entries, numbered]);
    return numbered;
  }

  /** Changes an entry. One that was given up meanwhile stays away; the changed form of it is given all the same. */
  change(entry: Exchange, change: (current: Exchange) => Exchange): Exchange {
    const changed = change(this.find(entry.number) ?? entry);
    this.#replace(this.#entries.map((other) => (other.number === changed.number ? changed : other)));
    return changed;
  }

  /** Calls `listener` after every change. Gives what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #replace(entries: readonly Exchange[]): void {
    this.#entries = newest(entries);
    for (const listener of this.#listeners) listener();
  }
}

/** At least the last one is kept. */
function newest(entries: readonly Exchange[]): readonly Exchange[] {
  let kept = 0;
  let text = 0;
  for (const entry of entries.toReversed()) {
    text += textOf(entry);
    if (kept === MOST_ENTRIES || (kept > 0 && text > MOST_TEXT)) break;
    kept += 1;
  }
  return kept === entries.length ? entries : entries.slice(-kept);
}

function textOf({ request, response, followed = [], frame }: Pick<Exchange, 'followed' | 'frame'> & Attempt): number {
  const own = request.body.length + request.url.length + (response?.body.length ?? 0) + (frame?.message?.length ?? 0);
  return followed.reduce((sum, attempt) => sum + textOf(attempt), own);
}
