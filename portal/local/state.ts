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

/** A row of a table whose columns matter by name only: it is kept and shown as it is. */
export interface Row {
  /** Its ID column. */
  readonly id: bigint;
  /** All columns, ID included. */
  readonly row: PhpArray;
}

/** A payment system. */
export interface PaySystem extends Row {
  /** The CODE of its handler: the column ACTION_FILE. */
  readonly actionFile: string;
}

/** Where the value of a handler's code comes from: what an administrator enters in the settings of a payment system. */
export interface Mapping {
  /** In upper case, at most 50 characters: what the column keeps. */
  readonly code: string;
  /** ID of the payment system; null for all of them. */
  readonly paySystem: bigint | null;
  /** ID of the person type; 0 for all of them. */
  readonly personType: bigint;
  readonly providerKey: string;
  readonly providerValue: string;
}

/** What is sold, and to whom. Only the control interface changes it, but for the payments. */
export interface Shop {
  /** Columns as in the person types table: ID, NAME, CODE, ENTITY_REGISTRY_TYPE… */
  readonly personTypes: readonly Row[];
  /** Columns as `crm.currency.list` shows them: CURRENCY, FULL_NAME, AMOUNT, BASE… */
  readonly currencies: readonly PhpArray[];
  /** Buyers: columns of the user table. */
  readonly users: readonly Row[];
  /** Order properties: ID, NAME, CODE, TYPE, PERSON_TYPE_ID. */
  readonly properties: readonly Row[];
  /** Orders: columns of the order table, and PROPERTIES: ID of the property → value, for a location {CODE, CITY, REGION, COUNTRY}. */
  readonly orders: readonly Row[];
  /** Payments: ORDER_ID, ACCOUNT_NUMBER, SUM, CURRENCY, PAID, PAY_SYSTEM_ID, PS_INVOICE_ID… */
  readonly payments: readonly Row[];
  /** Invoices of the old CRM. */
  readonly invoices: readonly Row[];
  /**
   * What the other providers know: PROVIDER_KEY (REQUISITE, COMPANY…), ORDER_ID or USER_ID of the buyer (0 or absent for
   * all), VALUES: PROVIDER_VALUE → value.
   */
  readonly details: readonly PhpArray[];
}

/** The whole state. */
export interface State {
  readonly webhooks: readonly Webhook[];
  readonly applications: readonly Application[];
  readonly handlers: readonly Handler[];
  readonly paySystems: readonly PaySystem[];
  readonly mappings: readonly Mapping[];
  readonly shop: Shop;
  /** The tables' AUTO_INCREMENT: an ID is never given twice, not even after a deletion. */
  readonly nextHandlerId: bigint;
  readonly nextPaySystemId: bigint;
}
