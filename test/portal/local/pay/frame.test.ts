/** IFRAME_DATA: the frame and its message. */
import { describe, expect, it } from 'vitest';
import { encodeJson } from '../../../../portal/local/php/json-encode.js';
import { blockFor, expectKind, PAGE, plain } from './state.js';

const ACTION_URI = 'https://shop.test/frame';
const SYSTEM = { RETURN_URL: PAGE, PAYSYSTEM_ID: 7n, PAYMENT_ID: 201n, SUM: 1990, CURRENCY: 'RUB' };
const frame = (FIELDS?: unknown, psInvoiceId?: string) =>
  expectKind(
    blockFor({ IFRAME_DATA: { ACTION_URI, FIELDS } }, { query: 'sum=1', psInvoiceId: psInvoiceId ?? '' }),
    'frame',
  );

describe('the frame', () => {
  it('shows ACTION_URI and posts the fields and the system parameters', () => {
    expect(frame().action).toBe(ACTION_URI);
    expect(plain(frame({ sum: { CODE: 'SUM' }, none: { CODE: 'UNSET' } }).message)).toEqual({
      sum: 1990,
      none: null,
      BX_SYSTEM_PARAMS: SYSTEM,
    });
  });

  it('posts the sum as a number', () => {
    expect(encodeJson(frame().message)).toContain('"SUM":1990,');
  });

  it('asks the buyer nothing: such fields are left out, and VISIBLE means nothing', () => {
    const FIELDS = {
      phone: { CODE: { NAME: 'Phone' }, VISIBLE: 'Y' },
      empty: { CODE: '' },
      shop: { CODE: 'SHOP', VISIBLE: 'Y' },
    };
    expect(plain(frame(FIELDS).message)).toEqual({ shop: 'S-1', BX_SYSTEM_PARAMS: SYSTEM });
  });

  it('has the values of codes of every type', () => {
    expect(plain(frame({ tax: { CODE: 'TAX' }, count: { CODE: 'COUNT' } }).message)).toMatchObject({
      tax: 'a',
      count: '3',
    });
  });

  it('overwrites a field called BX_SYSTEM_PARAMS, and tells EXTERNAL_PAYMENT_ID when it is known', () => {
    expect(plain(frame({ BX_SYSTEM_PARAMS: { CODE: 'SHOP' } }, 'inv-9').message)).toEqual({
      BX_SYSTEM_PARAMS: { ...SYSTEM, EXTERNAL_PAYMENT_ID: 'inv-9' },
    });
  });

  it('is nothing without ACTION_URI', () => {
    expect(blockFor({ IFRAME_DATA: { ACTION_URI: '', FIELDS: {} } })).toEqual({ kind: 'nothing', buyerSees: '' });
  });
});
