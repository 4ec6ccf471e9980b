/** The payment block of a payment page: what a portal draws for a handler's active mode, as plain data. */
import type { PhpArray } from '../php/value.js';

/** An input of a form as the portal draws it. */
export interface DrawnInput {
  /** Key of FIELDS or PARAMS: the name under which it is sent. */
  readonly name: string;
  /** `vanished`: the portal draws nothing for this type. `error`: an ENUM, whose place is taken by an error text. */
  readonly kind: 'text' | 'checkbox' | 'error' | 'vanished';
  readonly visible: boolean;
  /** NAME of the code or of the object CODE; the key when there is none. */
  readonly label: string;
  /** What it is filled with; empty when nothing comes out. */
  readonly value: string;
  /** INPUT.TYPE as the manifest has it, for the note that explains what is misdrawn. */
  readonly type: string;
}

/** Fields in the order in which they are sent. */
export type NamedValues = readonly (readonly [name: string, value: string])[];

/** What a payment page shows for a payment: one of these. */
export type Block =
  /** FORM_DATA: the browser sends it to the endpoint. */
  | {
      readonly kind: 'form';
      readonly action: string;
      /** As the manifest has it; undefined when there is none, and the browser uses GET. */
      readonly method: string | undefined;
      readonly inputs: readonly DrawnInput[];
      /** BX_PAYSYSTEM_ID and BX_RETURN_URL. */
      readonly system: NamedValues;
    }
  /** FORM_DATA with GET and nothing to ask: a link, without BX_RETURN_URL. */
  | { readonly kind: 'link'; readonly url: string }
  /** CHECKOUT_DATA with fields that the buyer is still to be asked for. */
  | { readonly kind: 'ask'; readonly action: string; readonly inputs: readonly DrawnInput[] }
  /** CHECKOUT_DATA with everything known: the portal itself posts this to the endpoint. */
  | { readonly kind: 'checkout'; readonly action: string; readonly fields: PhpArray }
  /** IFRAME_DATA: the endpoint's page in a frame, and what is posted to it after every load, BX_COMPUTED_STYLE left out. */
  | { readonly kind: 'frame'; readonly action: string; readonly message: PhpArray }
  /** Nothing can be drawn; `buyerSees` is the portal's text, empty when it shows nothing. */
  | { readonly kind: 'nothing'; readonly buyerSees: string };

/** What the block is made for. */
export interface PayRequest {
  readonly paymentId: bigint;
  readonly paySystemId: bigint;
  /** Address of the payment page: BX_RETURN_URL and RETURN_URL. */
  readonly pageUrl: string;
  /** Query and body of the request for the page: they override FIELDS of a checkout, as a buyer could. */
  readonly parameters: PhpArray;
}
