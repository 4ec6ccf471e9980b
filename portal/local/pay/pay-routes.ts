/** The payment pages: `/pay/…`, and the start page `/`. */
import { Hono, type Context } from 'hono';
import { PAY_SYSTEMS_PATH } from '../../client/pay-systems-page.js';
import type { ServerEnv } from '../guard.js';
import { isAskedForHere, isOurForm, refuseForm } from '../page/form-guard.js';
import { answerPage } from '../page/layout.js';
import { readBody } from '../body.js';
import { choosePaySystem } from '../shop/new-payment.js';
import { rowById } from '../shop/row.js';
import type { State } from '../state.js';
import type { Store } from '../store.js';
import { choicePage, startPage } from './list-pages.js';
import { missingPage } from './missing-page.js';
import { withOverride } from './override.js';
import { pagePath, PAY_SYSTEM_PARAMETER, readId, readPageAddress, type PaymentIds } from './page-address.js';
import { tellChanges } from './page-events.js';
import { createVisits, type Visit } from './visit.js';
import type { PaymentExchanges } from './ports.js';
import { readReport } from './read-page-event.js';
import { readSubmitted } from './submitted.js';
import { toText } from '../php/cast.js';

/** Serves the pages. `token` is the one in their forms. */
export function createPay(store: Store, exchanges: PaymentExchanges, token: string): Hono<ServerEnv> {
  const pay = new Hono<ServerEnv>();
  const read = (): Promise<State> => store.apply((state) => ({ state, answer: state }));
  const visits = createVisits(read, exchanges, token);

  pay.get('/', async (context) => answerPage(context, startPage(await read())));

  // Where portals have them, so that one address serves for all portals.
  pay.get(PAY_SYSTEMS_PATH, (context) => context.redirect('/#systems', 303));

  pay.get('/pay/events', (context) => {
    const { payment = '', paysystem = '', version = '', exchange = '' } = context.req.query();
    const ids = idsOf(readId(payment), readId(paysystem));
    return ids
      ? tellChanges(context, store, exchanges, { ids, version, exchange: Number(exchange) })
      : context.notFound();
  });

  pay.get('/pay/:payment', async (context) => {
    const isAllowed = isAskedForHere(context);
    return showPayment(context, { answers: new Map(), consent: isAllowed ? 'earlier' : 'none' });
  });

  pay.post('/pay/:payment/call', async (context) => {
    const { token: given, ...submitted } = await readSubmitted(context);
    if (!isOurForm(context, given, token)) return refuseForm(context);
    return showPayment(context, { ...submitted, consent: 'now' });
  });

  pay.post('/pay/:payment/choose', async (context) => {
    const { token: given, answers } = await readSubmitted(context);
    if (!isOurForm(context, given, token)) return refuseForm(context);
    const chosen = readId(toText(answers.get(PAY_SYSTEM_PARAMETER) ?? null));
    const ids = idsOf(readId(context.req.param('payment')), chosen);
    if (!ids) return context.notFound();
    await store.apply((state) => {
      const next = choosePaySystem(state, ids.paymentId, ids.paySystemId);
      return { state: next, answer: null };
    });
    return context.redirect(pagePath(ids), 303);
  });

  pay.post('/pay/:payment/report', async (context) => {
    const report = readReport(await readBody(context));
    if (!isOurForm(context, report?.token, token)) return refuseForm(context);
    const address = readPageAddress(context.req.url, context.req.param('payment'));
    const ids = idsOf(address?.paymentId, address?.paySystemId);
    if (!report || !ids) return context.notFound();
    exchanges.report(ids, report.event);
    return context.body(null, 204);
  });

  pay.get('/pay/:payment/override', (context) => {
    const address = readPageAddress(context.req.url, context.req.param('payment'));
    if (!address) return context.notFound();
    return context.redirect(`/pay/${address.paymentId}${withOverride(address.query)}`, 303);
  });

  // Whoever loads the answer to a form again.
  pay.get('/pay/:payment/call', (context) => {
    const address = readPageAddress(context.req.url, context.req.param('payment'));
    return address ? context.redirect(address.path, 303) : context.notFound();
  });

  async function showPayment(context: Context<ServerEnv, '/pay/:payment'>, visit: Visit): Promise<Response> {
    const address = readPageAddress(context.req.url, context.req.param('payment'));
    const state = await read();
    const payment = address && rowById(state.shop.payments, address.paymentId);
    if (!payment) return answerPage(context, missingPage('payment', address, state));
    const ids = idsOf(address.paymentId, address.paySystemId);
    if (!ids) return answerPage(context, choicePage(state, payment, token));
    const next = await visits({ ...visit, address, ids });
    return next === 'reload' ? context.redirect(address.path, 303) : answerPage(context, next);
  }

  return pay;
}

function idsOf(paymentId: bigint | undefined, paySystemId: bigint | undefined): PaymentIds | undefined {
  return paymentId === undefined || paySystemId === undefined ? undefined : { paymentId, paySystemId };
}
