/** CHECKOUT_DATA: what the portal asks and what it posts. */
import { describe, expect, it } from 'vitest';
import { buildQuery } from '../../../../portal/local/php/build-query.js';
import { blockFor, expectKind, PAGE, plain } from './state.js';

const ACTION_URI = 'https://shop.test/pay';
const SUM = { CODE: 'SUM' };
const PHONE = { CODE: { NAME: 'Phone', INPUT: { TYPE: 'STRING' } }, VISIBLE: 'Y' };
const SYSTEM = { RETURN_URL: PAGE, PAYSYSTEM_ID: 7n, PAYMENT_ID: 201n, SUM: 1990, CURRENCY: 'RUB' };

const block = (FIELDS: unknown, query = '', more: object = {}) =>
  blockFor({ CHECKOUT_DATA: { ACTION_URI, FIELDS, ...more } }, { query });
const posted = (FIELDS: unknown, query = '') => plain(expectKind(block(FIELDS, query), 'checkout').fields);
const asked = (FIELDS: unknown, query = '') => expectKind(block(FIELDS, query), 'ask').inputs;

describe('what is posted', () => {
  it('is the fields’ values and the system parameters', () => {
    expect(posted({ sum: SUM, shop: { CODE: 'SHOP' } })).toEqual({ sum: 1990, shop: 'S-1', BX_SYSTEM_PARAMS: SYSTEM });
    expect(posted(undefined)).toEqual({ BX_SYSTEM_PARAMS: SYSTEM });
    expect(posted('text')).toEqual({ BX_SYSTEM_PARAMS: SYSTEM });
  });

  it('keeps null for a value that does not come out, so that the field is not sent', () => {
    const { fields } = expectKind(block({ none: { CODE: 'UNSET' }, gone: { CODE: 'NOWHERE' } }), 'checkout');
    expect(plain(fields)).toMatchObject({ none: null, gone: null });
    expect(buildQuery(fields)).not.toMatch(/none|gone/);
  });

  it('has the values of fields that a form would not draw', () => {
    expect(posted({ tax: { CODE: 'TAX' }, count: { CODE: 'COUNT', VISIBLE: 'Y' } })).toMatchObject({
      tax: 'a',
      count: '3',
    });
  });

  it('writes nested names and the sum as PHP does', () => {
    const { fields } = expectKind(block({ sum: SUM }), 'checkout');
    expect(buildQuery(fields)).toBe(
      `sum=1990&BX_SYSTEM_PARAMS%5BRETURN_URL%5D=${encodeURIComponent(PAGE)}` +
        '&BX_SYSTEM_PARAMS%5BPAYSYSTEM_ID%5D=7&BX_SYSTEM_PARAMS%5BPAYMENT_ID%5D=201' +
        '&BX_SYSTEM_PARAMS%5BSUM%5D=1990&BX_SYSTEM_PARAMS%5BCURRENCY%5D=RUB',
    );
  });

  it('has EXTERNAL_PAYMENT_ID once an earlier PAYMENT_ID is stored', () => {
    const again = blockFor({ CHECKOUT_DATA: { ACTION_URI } }, { psInvoiceId: 'inv-9' });
    expect(plain(expectKind(again, 'checkout').fields)).toEqual({
      BX_SYSTEM_PARAMS: { ...SYSTEM, EXTERNAL_PAYMENT_ID: 'inv-9' },
    });
    const empty = blockFor({ CHECKOUT_DATA: { ACTION_URI } }, { psInvoiceId: '' });
    expect(plain(expectKind(empty, 'checkout').fields)).toEqual({ BX_SYSTEM_PARAMS: SYSTEM });
  });

  it('is changed by the page’s parameters, which win over codes', () => {
    expect(posted({ sum: SUM, shop: { CODE: 'SHOP' } }, 'sum=1&other=2')).toEqual({
      sum: '1',
      shop: 'S-1',
      BX_SYSTEM_PARAMS: SYSTEM,
    });
    expect(posted({ sum: SUM }, 'sum[a]=1')).toMatchObject({ sum: { a: '1' } });
    expect(posted({ sum: SUM }, 'sum')).toMatchObject({ sum: '' });
  });

  it('never has system parameters of the buyer or the manifest', () => {
    const FIELDS = { BX_SYSTEM_PARAMS: { CODE: 'SHOP' }, sum: SUM };
    expect(posted(FIELDS, 'BX_SYSTEM_PARAMS[SUM]=1')).toEqual({ BX_SYSTEM_PARAMS: SYSTEM, sum: 1990 });
  });

  it('needs ACTION_URI', () => {
    for (const empty of ['', '0', undefined]) {
      expect(block({}, '', { ACTION_URI: empty })).toEqual({
        kind: 'nothing',
        buyerSees: 'ACTION_URI parameter is missing',
      });
    }
  });

  it('does not wait for METHOD or VISIBLE', () => {
    expect(block({ sum: { ...SUM, VISIBLE: 'Y' } }, '', { METHOD: 'GET' }).kind).toBe('checkout');
  });
});

describe('what is asked', () => {
  it('are fields with an object CODE, until they are answered', () => {
    expect(asked({ phone: PHONE })).toEqual([
      { name: 'phone', kind: 'text', visible: true, label: 'Phone', value: '', type: 'STRING' },
    ]);
    expect(posted({ phone: PHONE }, 'phone=%2B7')).toMatchObject({ phone: '+7' });
  });

  it('is answered by an empty text too', () => {
    expect(posted({ phone: PHONE }, 'phone=')).toMatchObject({ phone: '' });
  });

  it('is shown with the fields that are known, which the buyer can change where they are visible', () => {
    const inputs = asked({ sum: SUM, shop: { CODE: 'SHOP', VISIBLE: 'Y' }, phone: PHONE });
    expect(inputs.map(({ name, value, visible }) => [name, value, visible])).toEqual([
      ['sum', '1990', false],
      ['shop', 'S-1', true],
      ['phone', '', true],
    ]);
  });

  it.each([undefined, '', '0', null, 5])('is also a field whose CODE is %j', (CODE) => {
    expect(asked({ nothing: { CODE } })).toMatchObject([{ name: 'nothing', visible: false, value: '' }]);
    expect(posted({ nothing: { CODE } }, 'nothing=')).toMatchObject({ nothing: '' });
  });

  it('is an empty hidden input without VISIBLE Y', () => {
    expect(asked({ phone: { ...PHONE, VISIBLE: 'N' } })).toMatchObject([{ kind: 'text', visible: false, value: '' }]);
  });

  it.each(['ENUM', 'NUMBER', 'DATE'])('of type %s has no input, so it is never answered', (TYPE) => {
    const [input] = asked({ phone: { CODE: { INPUT: { TYPE } }, VISIBLE: 'Y' } });
    expect(input?.kind).toBe(TYPE === 'ENUM' ? 'error' : 'vanished');
  });

  it.each(['phone.home', 'phone home', 'phone[home]', 'phone[home'])(
    'comes back for ever under the name %s',
    (name) => {
      const answer = `${encodeURIComponent(name)}=1`;
      expect(asked({ [name]: PHONE }, answer)).toMatchObject([{ name }]);
      expect(asked({ [name]: PHONE }, 'phone_home=1')).toMatchObject([{ name }]);
    },
  );

  it('comes before a missing ACTION_URI', () => {
    expect(block({ phone: PHONE }, '', { ACTION_URI: '' })).toMatchObject({ kind: 'ask', action: '' });
  });
});
