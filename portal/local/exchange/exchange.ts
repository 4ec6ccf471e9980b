/** One exchange with a developer's endpoint, or a REST call that it made back: what the log keeps. */
import type { NamedValues } from '../pay/block.js';
import type { Secrets } from './state-secrets.js';

/** A request as it went over the wire. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: NamedValues;
  /** Empty when there is none. */
  readonly body: string;
}

/** An answer as it came. */
export interface ReceivedResponse {
  readonly status: number;
  readonly headers: NamedValues;
  /** As text: at most the first 1 MB of an endpoint's answer, 128 KB of ours. */
  readonly body: string;
  /** It was longer: the rest is missing. */
  readonly isCut?: true;
  /** It was not UTF-8: what could not be read became U+FFFD. */
  readonly isBroken?: true;
}

/** Why there was no answer. */
export type CallFailure = 'timeout' | 'refused' | 'unknown-host' | 'tls' | 'dropped' | 'invalid-address' | 'other';

/** What an endpoint was asked for, and what it said. */
export interface Attempt {
  readonly request: SentRequest;
  readonly response: ReceivedResponse | null;
  /** Present when there is no response. */
  readonly failure?: { readonly kind: CallFailure; readonly message: string };
  readonly milliseconds: number;
}

/** Where a payment page ends: the same words as `b24pay pay --json`. */
export type Outcome =
  /** A checkout gave PAYMENT_URL and PAYMENT_ID: the buyer gets the link. */
  | 'pay-link'
  /** A checkout gave a list of PAYMENT_ERRORS: the buyer reads them. */
  | 'payment-errors'
  /** The buyer reads "Error registering order in payment system". */
  | 'default-error'
  /** The buyer reads "Response decoding error". */
  | 'decoding-error'
  /** The form was drawn and sent. */
  | 'form'
  /** The direct link of a GET form was followed. */
  | 'redirect'
  /** The frame was shown. */
  | 'frame'
  /** The endpoint could not be reached. */
  | 'unreachable';

/** What an exchange means, in the user's language. */
export interface Judgement {
  readonly outcome: Outcome;
  /** Whether the buyer gets to pay. */
  readonly ok: boolean;
  /** One sentence: what the buyer sees, or the manager. */
  readonly buyerSees: string;
  /** Why that is no success, or what is remarkable about one; empty when there is nothing to say. */
  readonly reason: string;
  /** What to change; empty when nothing needs to be. */
  readonly advice: string;
}

/** Who sent it: the portal (checkout), the buyer's browser (form, link, frame), or the endpoint calling back (rest). */
export type ExchangeKind = 'checkout' | 'form' | 'link' | 'frame' | 'rest';

/** What the payment page saw of a frame. */
export interface FrameFacts {
  readonly loads: number;
  /** The last message that was posted into it, as JSON. */
  readonly message?: string;
  /** The last size that it asked for, in pixels. */
  readonly size?: { readonly width?: number; readonly height?: number };
  /** After how many seconds without a size the page stopped waiting. */
  readonly silentAfter?: number;
  /** Origins of messages that were not honoured, because they came from another host. */
  readonly foreignOrigins: readonly string[];
}

/** An entry of the log. */
export interface Exchange extends Attempt {
  /** 1, 2, 3… in the order in which they began. */
  readonly number: number;
  /** When it began, ISO 8601. */
  readonly at: string;
  readonly kind: ExchangeKind;
  /** Which payment it was for; undefined for REST calls. */
  readonly payment?: { readonly paymentId: string; readonly paySystemId: string };
  /** Absent for REST calls, and while it is under way. */
  readonly judgement?: Judgement;
  /** Number of the exchange that this one repeats. */
  readonly replayOf?: number;
  /** What was done on purpose: a fault that the developer asked for. */
  readonly fault?: Fault;
  /** Where redirects led after this request, for what a browser follows. */
  readonly followed?: readonly Attempt[];
  /** For frames. */
  readonly frame?: FrameFacts;
  /** Fields whose values are secrets: those of codes that look like one. */
  readonly secretNames?: readonly string[];
  /** What else is a secret: all of the state at that moment. Never shown. */
  readonly secrets?: Secrets;
}

/** Faults that can be asked for, to see whether an endpoint copes. */
export type Fault = 'twice' | 'late' | 'drop-answer' | 'change-sum';
