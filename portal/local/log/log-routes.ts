/** The exchange log: the page `/log`, what its script asks for, and `/log.json`. */
import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { readForm } from '../body.js';
import { curlCommand, hasCurlCommand } from '../exchange/curl.js';
import type { Exchange } from '../exchange/exchange.js';
import type { Exchanges } from '../exchange/exchanges.js';
import { masked } from '../exchange/mask.js';
import type { ServerEnv } from '../guard.js';
import { isOurForm, refuseForm, TOKEN_FIELD } from '../page/form-guard.js';
import { answerPage } from '../page/layout.js';
import type { Store } from '../store.js';
import { entryView } from './entry-view.js';
import { entriesView, logPage } from './log-page.js';
import { namesOf, namesPayment, type PaymentNames } from './names-payment.js';

type LogContext = Context<ServerEnv, '/log/:number/reveal'>;

/** Serves the log. `token` is the one in its forms. */
export function createLog(store: Store, exchanges: Exchanges, token: string): Hono<ServerEnv> {
  const log = new Hono<ServerEnv>();
  // Pieces of the page are only ever put into it; opened by themselves they may do nothing.
  log.use(async (context, next) => {
    await next();
    context.header('X-Content-Type-Options', 'nosniff');
    if (!context.res.headers.has('Content-Security-Policy')) {
      context.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    }
  });
  async function shown(context: Context<ServerEnv>): Promise<readonly Exchange[]> {
    const payment = context.req.query('payment') ?? '';
    if (payment === '') return exchanges.all.toReversed();
    return (await ofPayment(exchanges.all, payment, namesOf(payment, store.current()))).toReversed();
  }

  log.get('/log', async (context) =>
    answerPage(
      context,
      logPage(await shown(context), context.req.query('payment'), new URL(context.req.url).search, token),
    ),
  );

  // What the page's script puts in place of the entries.
  log.get('/log/entries', async (context) => {
    context.header('Cache-Control', 'no-store');
    return context.html(await entriesView(await shown(context)));
  });

  // For tools: everything that is kept, in the order in which it began, secrets masked.
  log.get('/log.json', (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json(exchanges.all.map(masked));
  });

  log.get('/log/events', (context) =>
    streamSSE(context, async (stream) => {
      await stream.write(': open\n\n');
      await new Promise<void>((resolve) => {
        const stop = exchanges.subscribe(() => {
          stream.writeSSE({ event: 'changed', data: String(exchanges.all.length) }).catch(() => undefined);
        });
        stream.onAbort(() => {
          stop();
          resolve();
        });
      });
    }),
  );

  log.post('/log/:number/replay', async (context) => {
    const form = await readForm(context);
    if (!isOurForm(context, form.get(TOKEN_FIELD), token)) return refuseForm(context);
    const replayed = await exchanges.replay(Number(context.req.param('number')));
    return replayed ? context.redirect(`/log#exchange-${replayed.exchange.number}`, 303) : context.notFound();
  });

  log.post('/log/:number/reveal', (context) =>
    withEntry(context, async (exchange) => context.html(await entryView(exchange, { isOpen: true, isRevealed: true }))),
  );

  log.post('/log/:number/curl', (context) =>
    withEntry(context, ({ request }) =>
      Promise.resolve(hasCurlCommand(request) ? context.text(curlCommand(request)) : context.notFound()),
    ),
  );

  async function withEntry(context: LogContext, answer: (exchange: Exchange) => Promise<Response>): Promise<Response> {
    if (!isOurForm(context, context.req.header(TOKEN_FIELD), token)) return refuseForm(context);
    context.header('Cache-Control', 'no-store');
    const exchange = exchanges.find(Number(context.req.param('number')));
    return exchange ? answer(exchange) : context.notFound();
  }

  return log;
}

/** What was sent for a payment, and the REST calls that name it. */
async function ofPayment(
  all: readonly Exchange[],
  paymentId: string,
  names: PaymentNames,
): Promise<readonly Exchange[]> {
  const isKept = ({ kind, payment, request }: Exchange): Promise<boolean> =>
    kind === 'rest' ? namesPayment(request, names) : Promise.resolve(payment?.paymentId === paymentId);
  const kept = await Promise.all(all.map(isKept));
  return all.filter((_, index) => kept[index]);
}
