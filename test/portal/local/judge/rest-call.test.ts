/** What the log says of REST calls. */
import { describe, expect, it } from 'vitest';
import { judgeCall } from '../../../../portal/local/judge/rest-call.js';

const called = (method: string, body: unknown, status = 200) =>
  judgeCall({
    number: 1,
    at: '2026-11-24T12:00:00.000Z',
    kind: 'rest',
    request: { method: 'POST', url: `http://127.0.0.1:1/rest/1/code/${method}`, headers: [], body: '' },
    response: { status, headers: [], body: typeof body === 'string' ? body : JSON.stringify(body) },
    milliseconds: 1,
  });

const REFUSED = { error: 'ERROR_CHECK_FAILURE', error_description: 'Payment with ID=1 not found.' };

describe('a REST call', () => {
  it.each([
    ['sale.paysystem.pay.payment', 'The payment stays unpaid.'],
    ['sale.paysystem.settings.payment.get', 'The endpoint gets no settings.'],
    ['sale.payment.get', ''],
  ])('of %s that is refused says what becomes of the payment', (method, outcome) => {
    const refusal = 'The portal refuses: Payment with ID=1 not found (ERROR_CHECK_FAILURE).';
    expect(called(method, REFUSED, 400)).toEqual({ ok: false, text: `${refusal} ${outcome}`.trim() });
  });

  it('that pays says so', () => {
    expect(called('sale.paysystem.pay.payment.json', { result: true })).toEqual({
      ok: true,
      text: 'The portal marks it as paid, and the buyer sees that.',
    });
  });

  it('in a batch is named', () => {
    const batch = { result: { result: {}, result_error: { pay: REFUSED } } };
    expect(called('batch', batch)).toEqual({
      ok: false,
      text: 'pay: The portal refuses: Payment with ID=1 not found (ERROR_CHECK_FAILURE).',
    });
    expect(called('batch', { result: { result: { a: 1 }, result_error: [] } })).toBeUndefined();
  });

  it.each([
    ['sale.payment.get', { result: {} }],
    ['sale.paysystem.pay.payment.xml', '<response><error>A</error></response>'],
  ])('of %s with any other answer needs no words', (method, body) => {
    expect(called(method, body, typeof body === 'string' ? 400 : 200)).toBeUndefined();
  });
});
