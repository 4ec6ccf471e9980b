/** What a portal makes of the answer to a checkout. */
import { describe, expect, it } from 'vitest';
import { conclude } from '../../../../portal/local/exchange/conclude.js';

const of = (body: string, status = 200) => conclude({ status, headers: [], body });
const link = (paymentId: string, url = 'https://bank.test/1') => ({ kind: 'pay-link', url, paymentId });
const good = '"PAYMENT_URL":"https://bank.test/1"';
const DEFAULT = { kind: 'default-error' };
const DECODING = { kind: 'decoding-error' };

describe('the answer to a checkout', () => {
  it.each<[string, unknown]>([
    [`{${good},"PAYMENT_ID":"P-1"}`, link('P-1')],
    [`{${good},"PAYMENT_ID":15}`, link('15')],
    [`{${good},"PAYMENT_ID":15,"PAYMENT_ERRORS":["No"]}`, link('15')],
    ['{"payment_url":"https://bank.test/1","Payment_Id":"P-1"}', link('P-1')],
    ['{"payment_id":"a","PAYMENT_ID":"b","PAYMENT_URL":"https://bank.test/1"}', link('b')],
    [' {"PAYMENT_URL":"x","PAYMENT_ID":true}\n', link('1', 'x')],
    [`{${good},"PAYMENT_ID":"0"}`, DEFAULT],
    [`{${good},"PAYMENT_ID":0}`, DEFAULT],
    [`{${good},"PAYMENT_ID":""}`, DEFAULT],
    [`{${good},"PAYMENT_ID":null}`, DEFAULT],
    [`{${good}}`, DEFAULT],
    ['{"PAYMENT_ID":"P-1"}', DEFAULT],
    ['{}', DEFAULT],
    ['[]', DEFAULT],
    [`{"data":{${good},"PAYMENT_ID":"P-1"}}`, DEFAULT],
    ['{"PAYMENT_ERRORS":["No card","No money"]}', { kind: 'errors', texts: ['No card', 'No money'] }],
    ['{"payment_errors":{"card":"No card"}}', { kind: 'errors', texts: ['No card'] }],
    ['{"PAYMENT_ERRORS":["No"],"PAYMENT_ID":"P-1"}', { kind: 'errors', texts: ['No'] }],
    ['{"PAYMENT_ERRORS":[5,true]}', { kind: 'errors', texts: ['5', '1'] }],
    ['{"PAYMENT_ERRORS":"No"}', DEFAULT],
    ['{"PAYMENT_ERRORS":[]}', DEFAULT],
    ['5', DEFAULT],
    ['null', DEFAULT],
    ['', DECODING],
    ['{', DECODING],
    ['{}{}', DECODING],
    ["{'a':1}", DECODING],
    ['\ufeff{}', DECODING],
    ['<!DOCTYPE html>', DECODING],
  ])('%s', (body, expected) => {
    expect(of(body)).toEqual(expected);
  });

  it.each([201, 204, 302, 400, 404, 500])('is not read with status %i', (status) => {
    expect(of(`{${good},"PAYMENT_ID":"P-1"}`, status)).toEqual(DEFAULT);
    expect(of('{"PAYMENT_ERRORS":["No"]}', status)).toEqual(DEFAULT);
    expect(of('<', status)).toEqual(DEFAULT);
  });

  it('is the default text without one', () => {
    expect(conclude(null)).toEqual(DEFAULT);
  });

  it('is no JSON when it is cut or no UTF-8', () => {
    const answer = { status: 200, headers: [], body: '{}' };
    expect(conclude({ ...answer, isCut: true })).toEqual(DECODING);
    expect(conclude({ ...answer, isBroken: true })).toEqual(DECODING);
  });
});
