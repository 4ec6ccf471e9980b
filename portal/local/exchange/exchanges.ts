/** Makes the exchanges with endpoints, has them judged, and keeps them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { judgeCheckout } from '../judge/judge-checkout.js';
import { judgeSent, judgeVisit, type VisitOutcome } from '../judge/judge-form.js';
import { judgeFrame } from '../judge/judge-frame.js';
import type { Block } from '../pay/block.js';
import type { PaymentIds } from '../pay/page-address.js';
import type { AskedFault, Checkout, PaymentExchanges } from '../pay/ports.js';
import { buildQuery } from '../php/build-query.js';
import type { ObservedCall } from '../rest/observe.js';
import type { Store } from '../store.js';
import { Book, type NewExchange } from './book.js';
import { call, type Patience } from './call.js';
import { conclude } from './conclude.js';
import type { Attempt, Exchange, ExchangeKind, SentRequest } from './exchange.js';
import { follow, type Hops } from './follow.js';
import { formPost, formRequest, pageRequest } from './form-request.js';
import { probeFrame } from './frame-probe.js';
import { NEW_FRAME, withFrameEvent, type FrameEvent, type PageEvent } from './page-event.js';
import { restExchange } from './rest-exchange.js';
import { secretFieldNames } from './secret-fields.js';
import { secretsIn } from './state-secrets.js';
import { storePaymentId } from './store-payment-id.js';

/** What is special about a delivery. */
interface Delivery {
  readonly fault?: AskedFault;
  readonly replayOf?: number;
  /** PAYMENT_ID of the answer to the same request before. */
  readonly earlierPaymentId?: string;
}

type FrameBlock = Extract<Block, { kind: 'frame' }>;

/** The exchanges of a running portal. */
export class Exchanges implements PaymentExchanges {
  readonly #book = new Book();

  constructor(
    private readonly store: Store,
    private readonly patience: Patience = {},
  ) {}

  /** The newest exchanges, in the order in which they began. */
  get all(): readonly Exchange[] {
    return this.#book.all;
  }

  find(number: number): Exchange | undefined {
    return this.#book.find(number);
  }

  /** Calls `listener` after every change. Gives what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#book.subscribe(listener);
  }

  /** Posts a checkout as a portal does, and gives what it concludes; of a request that is delivered twice, the second time. */
  async checkout(ids: PaymentIds, block: Extract<Block, { kind: 'checkout' }>, fault?: AskedFault): Promise<Checkout> {
    const request = formPost(block.action, buildQuery(block.fields));
    const first = await this.#deliver(ids, request, { ...(fault && { fault }) });
    if (fault?.kind !== 'twice') return first;
    const { conclusion } = first;
    const earlier = conclusion.kind === 'pay-link' ? { earlierPaymentId: conclusion.paymentId } : {};
    return this.#deliver(ids, request, { fault, ...earlier });
  }

  /** Sends the request of a checkout once more, to the letter. Undefined when the log has no such checkout. */
  async replay(number: number): Promise<Checkout | undefined> {
    const { kind, payment, request } = this.#book.find(number) ?? {};
    if (kind !== 'checkout' || !payment || !request) return undefined;
    const ids = { paymentId: BigInt(payment.paymentId), paySystemId: BigInt(payment.paySystemId) };
    return this.#deliver(ids, formPost(request.url, request.body), { replayOf: number });
  }

  /** Sends a form, or follows the direct link, as a browser would. */
  async visit(ids: PaymentIds, outcome: VisitOutcome, request: SentRequest): Promise<Exchange> {
    const entry = await this.#begin(ids, outcome === 'form' ? 'form' : 'link', request);
    const hops = await follow(request, this.patience);
    return this.#book.change(entry, (current) => ({
      ...withHops(current, hops),
      judgement: judgeVisit(outcome, hops),
    }));
  }

  /** Begins to look at the page of a frame, and resolves when that stands in the log. */
  async openFrame(ids: PaymentIds, block: FrameBlock): Promise<Exchange> {
    const entry = await this.#beginFrame(ids, block);
    void this.#probeFrame(entry, block);
    return entry;
  }

  /** Looks at the page of a frame. Resolves when it is judged. */
  async showFrame(ids: PaymentIds, block: FrameBlock): Promise<Exchange> {
    return this.#probeFrame(await this.#beginFrame(ids, block), block);
  }

  /** Takes down what the page's script saw. */
  async report(ids: PaymentIds, event: PageEvent): Promise<void> {
    if (event.kind === 'form-sent') {
      const { url, method, fields } = event;
      await this.#begin(ids, 'form', formRequest(url, method, fields), { judgement: judgeSent('form', url) });
    } else if (event.kind === 'link-followed') {
      await this.#begin(ids, 'link', pageRequest(event.url), { judgement: judgeSent('redirect', event.url) });
    } else {
      this.#reportFrame(ids, event);
    }
  }

  /** Takes down a call that came to the portal. */
  recordRestCall(observed: ObservedCall): Exchange {
    // By now the state has what the call itself brought.
    return this.#book.add({ ...restExchange(observed), secrets: secretsIn(this.store.current()) });
  }

  #beginFrame(ids: PaymentIds, { action }: FrameBlock): Promise<Exchange> {
    return this.#begin(ids, 'frame', pageRequest(action), { frame: NEW_FRAME });
  }

  /** Only the portal sees the headers of the page. Never rejects. */
  async #probeFrame(entry: Exchange, { action }: FrameBlock): Promise<Exchange> {
    const hops = await probeFrame(action, this.patience);
    return this.#book.change(entry, (current) => ({
      ...withHops(current, hops),
      judgement: judgeFrame(hops, current.frame),
    }));
  }

  #reportFrame(ids: PaymentIds, event: FrameEvent): void {
    const isOfPage = ({ kind, payment }: Exchange) =>
      kind === 'frame' &&
      payment?.paymentId === ids.paymentId.toString() &&
      payment.paySystemId === ids.paySystemId.toString();
    const entry = this.all.findLast(isOfPage);
    if (!entry) return;
    this.#book.change(entry, (current) => {
      const frame = withFrameEvent(current.frame ?? NEW_FRAME, event);
      const hops: Hops = [current, ...(current.followed ?? [])];
      // Before the page was looked at there is nothing to judge.
      return { ...current, frame, ...(current.judgement && { judgement: judgeFrame(hops, frame) }) };
    });
  }

  async #deliver(ids: PaymentIds, request: SentRequest, delivery: Delivery): Promise<Checkout> {
    const { fault, replayOf, earlierPaymentId } = delivery;
    const kind = fault?.kind;
    const marks = { ...(kind && { fault: kind }), ...(replayOf !== undefined && { replayOf }) };
    const entry = await this.#begin(ids, 'checkout', request, marks);
    // Nobody waits for it when the portal ends.
    if (fault?.kind === 'late') await sleep((fault.seconds ?? 0) * 1000, undefined, { ref: false });
    const attempt = await this.#attempt(request, kind === 'drop-answer');
    const conclusion = conclude(attempt.response);
    const judgement = judgeCheckout({
      attempt,
      conclusion,
      ...(kind && { fault: kind }),
      ...(earlierPaymentId !== undefined && { earlierPaymentId }),
    });
    const exchange = this.#book.change(entry, (current) => ({ ...current, ...attempt, judgement }));
    if (conclusion.kind === 'pay-link') await this.#keepPaymentId(ids, conclusion.paymentId);
    return { exchange, conclusion };
  }

  async #attempt(request: SentRequest, isDropped: boolean): Promise<Attempt> {
    const attempt = await call(request, this.patience);
    return isDropped ? { ...attempt, response: null, failure: { kind: 'dropped', message: '' } } : attempt;
  }

  async #keepPaymentId({ paymentId }: PaymentIds, external: string): Promise<void> {
    await this.store.apply((state) => ({ state: storePaymentId(state, paymentId, external), answer: undefined }));
  }

  /** An entry of its own from the moment on when it begins, so that the log shows what is under way. */
  async #begin(
    { paymentId, paySystemId }: PaymentIds,
    kind: ExchangeKind,
    request: SentRequest,
    more: Partial<NewExchange> = {},
  ): Promise<Exchange> {
    const state = await this.store.apply((current) => ({ state: current, answer: current }));
    return this.#book.add({
      at: new Date().toISOString(),
      kind,
      payment: { paymentId: paymentId.toString(), paySystemId: paySystemId.toString() },
      request,
      response: null,
      milliseconds: 0,
      secretNames: secretFieldNames(state, paySystemId),
      secrets: secretsIn(state),
      ...more,
    });
  }
}

function withHops(entry: Exchange, [first, ...followed]: Hops): Exchange {
  return { ...entry, ...first, ...(followed.length > 0 && { followed }) };
}
