/** Does what a buyer does on the payment page, without a browser: for the command line and for tests of an endpoint. */
import * as l10n from '@vscode/l10n';
import { encodeJson } from '../php/json-encode.js';
import { parseStr } from '../php/parse-str.js';
import type { Block, NamedValues } from '../pay/block.js';
import { findContext, type BlockContext, type Missing } from '../pay/context.js';
import type { PaymentIds } from '../pay/page-address.js';
import type { AskedFault } from '../pay/ports.js';
import { isPaid } from '../shop/row.js';
import type { Store } from '../store.js';
import type { Explanation } from '../judge/explanation.js';
import { answeredBlock, answeredPastPage, explainPastPage, explainQuestions } from './answered-block.js';
import type { Attempt, Exchange, Judgement, Outcome } from './exchange.js';
import type { Exchanges } from './exchanges.js';
import { formRequest, pageRequest } from './form-request.js';
import { masked, maskedPosted } from './mask.js';
import { secretFieldNames } from './secret-fields.js';
import { secretsIn } from './state-secrets.js';
import { sentInputs } from './sent-inputs.js';

/** One request and its answer. */
export interface PlainExchange {
  readonly request: PlainMessage & { readonly method: string; readonly url: string };
  readonly response: (PlainMessage & { readonly status: number }) | null;
  readonly milliseconds: number;
}

interface PlainMessage {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How the payment ended. Secrets are masked. */
export interface PayResult extends Judgement {
  readonly exchanges: readonly PlainExchange[];
  /** What would be posted into the frame. */
  readonly posted?: unknown;
}

/** A payment to be made. */
export interface PayWish {
  readonly ids: PaymentIds;
  /** Address of the payment page: where the endpoint is told to lead back to. */
  readonly pageUrl: string;
  /** What the buyer enters, or adds to the address of the page. */
  readonly fields: Readonly<Record<string, string>>;
  readonly fault?: AskedFault;
}

/** Pays; gives what is missing when there is no such payment. */
export async function payWithoutBrowser(
  store: Store,
  exchanges: Exchanges,
  wish: PayWish,
): Promise<PayResult | Missing> {
  const { ids, pageUrl, fields } = wish;
  const state = await store.apply((current) => ({ state: current, answer: current }));
  const parameters = parseStr(new URLSearchParams(Object.entries(fields)).toString());
  const context = findContext(state, { ...ids, pageUrl, parameters });
  if (typeof context === 'string') return context;

  const last = exchanges.all.at(-1)?.number ?? 0;
  const block = answeredBlock(context, fields);
  const judgement = await act(exchanges, block, context, wish);
  const mine = exchanges.all
    .filter(
      ({ number, payment }) =>
        number > last &&
        payment?.paymentId === ids.paymentId.toString() &&
        payment.paySystemId === ids.paySystemId.toString(),
    )
    .map(masked);
  const [first] = mine;
  const final = first?.judgement ? (mine.at(-1)?.judgement ?? judgement) : judgement;
  const unasked = block.kind === 'checkout' ? answeredPastPage(context, fields) : [];
  return {
    ...final,
    ...(final.ok && unasked.length > 0 && { ok: false, ...explainPastPage(unasked) }),
    exchanges: mine.flatMap(hopsOf).map(plain),
    ...(block.kind === 'frame' && {
      posted: maskedPosted(
        encodeJson(block.message, 'keep'),
        secretFieldNames(state, ids.paySystemId),
        secretsIn(state),
      ),
    }),
  };
}

async function act(
  exchanges: Exchanges,
  block: Block,
  context: BlockContext,
  { ids, fields, fault }: PayWish,
): Promise<Judgement> {
  if (isPaid(context.payment)) {
    return notPaid('default-error', l10n.t('The buyer reads that this payment is paid.'), {
      reason: l10n.t('Nobody is called for a payment that is paid.'),
      advice: l10n.t('Add another payment.'),
    });
  }
  switch (block.kind) {
    case 'checkout':
      return judged((await exchanges.checkout(ids, block, fault)).exchange);
    case 'form': {
      const sent: NamedValues = [...sentInputs(block.inputs, fields), ...block.system, ['button', 'Pay']];
      return judged(await exchanges.visit(ids, 'form', formRequest(block.action, block.method, sent)));
    }
    case 'link':
      return judged(await exchanges.visit(ids, 'redirect', pageRequest(block.url)));
    case 'frame':
      return judged(await exchanges.showFrame(ids, block));
    case 'ask':
      return notPaid('form', l10n.t('The buyer sees a form with questions.'), explainQuestions(block, context, fields));
    case 'nothing':
      return nothingDrawn(block.buyerSees);
  }
}

function judged({ judgement }: Exchange): Judgement {
  return judgement ?? nothingDrawn('');
}

function nothingDrawn(text: string): Judgement {
  const buyerSees =
    text === '' ? l10n.t('The buyer sees nothing to pay with.') : l10n.t('The buyer reads "{0}".', text);
  return notPaid('default-error', buyerSees, {
    reason: l10n.t('The handler has no mode from which a portal could draw the payment.'),
    advice: l10n.t('Give the manifest FORM_DATA, CHECKOUT_DATA or IFRAME_DATA with an ACTION_URI.'),
  });
}

function notPaid(outcome: Outcome, buyerSees: string, explanation: Explanation): Judgement {
  return { outcome, ok: false, buyerSees, ...explanation };
}

function hopsOf(exchange: Exchange): readonly Attempt[] {
  return [exchange, ...(exchange.followed ?? [])];
}

function plain({ request, response, milliseconds }: Attempt): PlainExchange {
  const { method, url, headers, body } = request;
  return {
    request: { method, url, headers: byName(headers), body },
    response: response && { status: response.status, headers: byName(response.headers), body: response.body },
    milliseconds,
  };
}

/** Of headers that come several times, all values. */
function byName(headers: NamedValues): Record<string, string> {
  const all = new Map<string, string[]>();
  for (const [name, value] of headers) all.set(name.toLowerCase(), [...(all.get(name.toLowerCase()) ?? []), value]);
  return Object.fromEntries(Array.from(all, ([name, values]) => [name, values.join(', ')]));
}
