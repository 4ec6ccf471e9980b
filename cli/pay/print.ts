/** Prints what came of a payment, for people. Everything that comes from an endpoint is made safe to print. */
import * as l10n from '@vscode/l10n';
import type { PayResult } from '../../portal/local/exchange/pay-without-browser.js';
import type { Paint } from '../report/paint.js';
import { printable } from '../report/printable.js';

type PaidExchange = PayResult['exchanges'][number];

/** Lines of an answer that are shown. */
const MOST_LINES = 40;

/** Characters of a line that are shown. */
const LONGEST = 400;

/** The result first, then why and what to do, then what went over the wire. */
export function resultText({ ok, buyerSees, reason, advice, exchanges, posted }: PayResult, paint: Paint): string {
  return [
    paint(ok ? 'bold' : 'red', printable(buyerSees)),
    ...[reason, advice].filter((text) => text !== '').map(printable),
    ...exchanges.flatMap((exchange) => ['', ...exchangeLines(exchange, paint)]),
    ...(posted === undefined ? [] : ['', l10n.t('Posted into the frame:'), ...bodyLines(JSON.stringify(posted))]),
    '',
  ].join('\n');
}

function exchangeLines({ request, response, milliseconds }: PaidExchange, paint: Paint): string[] {
  const answer =
    response === null
      ? [paint('dim', l10n.t('no answer, after {0} ms', milliseconds))]
      : [paint('dim', l10n.t('status {0}, after {1} ms', response.status, milliseconds)), ...bodyLines(response.body)];
  return [printable(`${request.method} ${request.url}`), ...requestLines(request), ...answer];
}

/** What a form holds, one field a line, as the endpoint reads it. */
function requestLines({ body, headers }: PaidExchange['request']): string[] {
  if (body === '') return [];
  if (!(headers['content-type'] ?? '').includes('x-www-form-urlencoded')) return bodyLines(body);
  return Array.from(new URLSearchParams(body), ([name, value]) => `  ${short(printable(`${name} = ${value}`))}`);
}

function bodyLines(body: string): string[] {
  const lines = pretty(body).split(/\r\n|[\r\n]/);
  const shown = lines.slice(0, MOST_LINES).map((line) => `  ${short(printable(line))}`);
  return lines.length > MOST_LINES ? [...shown, '  …'] : shown;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

const short = (line: string): string => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
