/** The exchanges of a portal in memory, with payment 201 of 1990 RUB and payment system 7, and an endpoint to call. */
import { Exchanges } from '../../../../portal/local/exchange/exchanges.js';
import type { Patience } from '../../../../portal/local/exchange/call.js';
import type { Exchange, Fault, Judgement } from '../../../../portal/local/exchange/exchange.js';
import { createStore, type Store } from '../../../../portal/local/store.js';
import type { State } from '../../../../portal/local/state.js';
import { blockIn, CODES, expectKind, stateWith } from '../pay/state.js';
import { serve, type Answer, type Endpoint } from './endpoint.js';

/** The payment of the tests. */
export const IDS = { paymentId: 201n, paySystemId: 7n };

/** Long enough for a loaded machine, short enough for a test that is about to fail. */
const PATIENCE: Patience = { connectTimeout: 10_000, readTimeout: 10_000 };

/** A portal without pages. */
export interface World {
  readonly store: Store;
  readonly exchanges: Exchanges;
  readonly state: () => Promise<State>;
}

/** SETTINGS, CODES added, in a portal of their own. */
export function worldWith(settings: object, patience = PATIENCE): World {
  const store = createStore(stateWith({ CODES, ...settings }));
  return {
    store,
    exchanges: new Exchanges(store, patience),
    state: () => store.apply((state) => ({ state, answer: state })),
  };
}

/** SETTINGS of a checkout at that address. */
export const checkoutAt = (address: string, fields: object = { sum: { CODE: 'SUM' }, shop: { CODE: 'SHOP' } }) => ({
  CHECKOUT_DATA: { ACTION_URI: address, FIELDS: fields },
});

/** The checkout as the page of the payment would make it now. */
export async function checkout({ exchanges, state }: World, kind?: Fault, seconds?: number) {
  const block = expectKind(blockIn(await state()), 'checkout');
  const fault = kind && { kind, ...(seconds !== undefined && { seconds }) };
  return exchanges.checkout(IDS, block, fault);
}

/** The frame as the page would show it now. */
export async function showFrame({ exchanges, state }: World): Promise<Exchange> {
  return exchanges.showFrame(IDS, expectKind(blockIn(await state()), 'frame'));
}

/** The judgement on a checkout at an endpoint that answers so. */
export async function judgementOf(answer: Answer): Promise<Judgement & { readonly endpoint: Endpoint }> {
  const endpoint = await serve(answer);
  const { exchange } = await checkout(worldWith(checkoutAt(`${endpoint.url}/pay`)));
  return { ...judgedOf(exchange), endpoint };
}

/** The judgement, which has to be there. */
export function judgedOf({ judgement }: Exchange): Judgement {
  if (judgement === undefined) throw new Error('The exchange is not judged.');
  return judgement;
}
