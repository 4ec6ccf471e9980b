/** What the payment page needs of the exchange log. */
import type { Conclusion } from '../exchange/conclude.js';
import type { Exchange, Fault } from '../exchange/exchange.js';
import type { PageEvent } from '../exchange/page-event.js';
import type { Block } from './block.js';
import type { PaymentIds } from './page-address.js';

/** A fault that the developer asked for. */
export interface AskedFault {
  readonly kind: Fault;
  /** For `late`. */
  readonly seconds?: number;
}

/** A checkout and what the portal made of it. */
export interface Checkout {
  readonly exchange: Exchange;
  readonly conclusion: Conclusion;
}

/** Makes exchanges and keeps them. */
export interface PaymentExchanges {
  checkout(ids: PaymentIds, block: Extract<Block, { kind: 'checkout' }>, fault?: AskedFault): Promise<Checkout>;
  /**
   * The page is about to show a frame: a new entry of the log. Its judgement comes later, and changes with what the page
   * reports.
   */
  openFrame(ids: PaymentIds, block: Extract<Block, { kind: 'frame' }>): Promise<Exchange>;
  /** An entry as it is now; undefined when the log has given it up. */
  find(number: number): Exchange | undefined;
  /** Calls `listener` after every change of an entry. Gives what ends that. */
  subscribe(listener: () => void): () => void;
  /** What the page's script saw. */
  report(ids: PaymentIds, event: PageEvent): unknown;
}
