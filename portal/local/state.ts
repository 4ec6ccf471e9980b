/** What the local portal knows. Plain values that are never changed in place: every change makes a new state. */
import type { PhpArray, PhpValue } from './php/value.js';

/** `none` lacks the right that the payment system methods ask for. */
export type Rights = 'admin' | 'none';

/** An incoming webhook: `/rest/{user}/{code}/…`. */
export interface Webhook {
  readonly user: number;
  /** A secret. */
  readonly code: string;
  readonly rights: Rights;
}

/** An application with its access token. */
export interface Application {
  /** Becomes the APP_ID of the handlers it adds. */
  readonly clientId: string;
  /** A secret. */
  readonly accessToken: string;
  readonly rights: Rights;
}

/** A row of the handlers table. */
export interface Handler {
  readonly id: bigint;
  readonly name: string;
  readonly code: string;
  readonly sort: bigint;
  /** Anything: `handler.update` checks nothing. */
  readonly settings: PhpValue;
  /** Client id of the application that added it, null for a webhook. */
  readonly appId: string | null;
}

/** A payment system, as far as handlers are concerned. */
export interface PaySystem {
  readonly id: bigint;
  /** The CODE of its handler. */
  readonly actionFile: string;
  /** The whole row, the other columns included. */
  readonly row: PhpArray;
}

/** The whole state. */
export interface State {
  readonly webhooks: readonly Webhook[];
  readonly applications: readonly Application[];
  readonly handlers: readonly Handler[];
  readonly paySystems: readonly PaySystem[];
  /** The table's AUTO_INCREMENT: an ID is never given twice, not even after a deletion. */
  readonly nextHandlerId: bigint;
}
