/** What happens when somebody looks at a payment page: the endpoint may be called for it. */
import { replaceKeys } from '../php/arrays.js';
import type { PhpArray } from '../php/value.js';
import type { Page } from '../page/layout.js';
import { isPaid } from '../shop/row.js';
import type { State } from '../state.js';
import { activeMode } from './active-mode.js';
import type { Block, PayRequest } from './block.js';
import { blockOf } from './block-of.js';
import { givenByBuyer } from './checkout-block.js';
import { findContext, type BlockContext } from './context.js';
import { addressOf, webOrigin } from './endpoint.js';
import { fieldsOf } from './fields.js';
import { missingPage } from './missing-page.js';
import type { PageAddress, PaymentIds } from './page-address.js';
import { payPage } from './pay-page.js';
import type { AskedFault, Checkout, PaymentExchanges } from './ports.js';

/** How somebody came to the page. */
export interface Visit {
  /** What the buyer entered in a form of the page. */
  readonly answers: PhpArray;
  /**
   * Whether the endpoint may be called: somebody pressed the button just now; or the page was opened here, which counts
   * when the button was pressed for the same origin before.
   */
  readonly consent: 'now' | 'earlier' | 'none';
  readonly fault?: AskedFault;
}

/** A visit of the page of that payment and payment system. */
export interface PageVisit extends Visit {
  readonly address: PageAddress;
  readonly ids: PaymentIds;
}

/** Gives the page; `reload` when it is to be loaded anew, since a press has opened the way for the frame. */
export type ShowPage = (visit: PageVisit) => Promise<Page | 'reload'>;

/** Remembers, for as long as the portal runs, which origins somebody has agreed to. */
export function createVisits(read: () => Promise<State>, exchanges: PaymentExchanges, token: string): ShowPage {
  const agreed = new Set<string>();

  return async (visit) => {
    const { address, ids, answers } = visit;
    const parameters = replaceKeys(address.parameters, answers);
    const request: PayRequest = { ...ids, pageUrl: address.url, parameters };
    const state = await read();
    const context = findContext(state, request);
    if (typeof context === 'string') return missingPage(context, address, state);

    const block = blockOf(context);
    const mayCall = !isPaid(context.payment) && isAgreed(block, visit);
    if (block.kind === 'frame' && mayCall && visit.consent === 'now') return 'reload';
    const checkout = block.kind === 'checkout' && mayCall ? await call(block, context, visit) : undefined;
    // The endpoint may have reported the payment as paid meanwhile.
    const after = checkout ? findContext(await read(), request) : context;
    const showsFrame = mayCall && webOrigin(addressOf(block) ?? '') !== undefined;
    const frame = block.kind === 'frame' && showsFrame ? await exchanges.openFrame(ids, block) : undefined;
    const exchange = checkout?.exchange ?? frame;
    return payPage({
      context: typeof after === 'string' ? context : after,
      address,
      ids,
      block,
      answers,
      ...(checkout && { checkout }),
      ...(exchange && { exchange }),
      showsFrame,
      token,
    });
  };

  function isAgreed(block: Block, { consent }: PageVisit): boolean {
    const place = addressOf(block);
    if (consent === 'none' || place === undefined) return false;
    const origin = webOrigin(place) ?? place;
    if (consent === 'now') agreed.add(origin);
    return agreed.has(origin);
  }

  function call(
    block: Extract<Block, { kind: 'checkout' }>,
    context: BlockContext,
    visit: PageVisit,
  ): Promise<Checkout> {
    const fault = visit.fault ?? (isChanged(context, visit.address) ? ({ kind: 'change-sum' } as const) : undefined);
    return exchanges.checkout(visit.ids, block, fault);
  }
}

/** Whether the page's address changes a value that the portal has. */
function isChanged({ handler }: BlockContext, { parameters }: PageAddress): boolean {
  const fields = fieldsOf(activeMode(handler.settings)?.data ?? new Map());
  const named = fields.filter(({ code }) => typeof code === 'string');
  return givenByBuyer(named, parameters).length > 0;
}
