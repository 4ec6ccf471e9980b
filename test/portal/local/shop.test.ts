/** The shop that a portal begins with, and the payments that are added to it. */
import { describe, expect, it } from 'vitest';
import { isCurrency } from '../../../schemas/currencies.js';
import { decodeJson } from '../../../portal/local/php/json-decode.js';
import { encodeJson } from '../../../portal/local/php/json-encode.js';
import { choosePaySystem, newPayment } from '../../../portal/local/shop/new-payment.js';
import {
  asPortalDate,
  asRestDate,
  isDateColumn,
  portalDateTime,
  withoutTime,
} from '../../../portal/local/shop/portal-date.js';
import { idIn, rowById, rowOf, textIn } from '../../../portal/local/shop/row.js';
import { SEED_SHOP } from '../../../portal/local/shop/seed.js';
import { readShop, writeShop } from '../../../portal/local/shop/shop-document.js';
import type { PaySystem, Row, State } from '../../../portal/local/state.js';

const CARD: PaySystem = { ...rowOf({ ID: 3n, NAME: 'Bank card', PERSON_TYPE_ID: 0n }), actionFile: 'shop' };

const STATE: State = {
  webhooks: [],
  applications: [],
  handlers: [],
  paySystems: [CARD],
  mappings: [],
  shop: SEED_SHOP,
  nextHandlerId: 1n,
  nextPaySystemId: 4n,
};

const ids = (rows: readonly Row[]) => new Set(rows.map(({ id }) => id));

describe('the seed', () => {
  const { personTypes, users, properties, orders, payments, invoices, currencies } = SEED_SHOP;

  it('hangs together', () => {
    for (const { row } of [...orders, ...invoices]) {
      const personType = idIn(row, 'PERSON_TYPE_ID');
      expect(ids(personTypes)).toContain(personType);
      expect(ids(users)).toContain(idIn(row, 'USER_ID'));
      const known = properties.filter((property) => idIn(property.row, 'PERSON_TYPE_ID') === personType);
      const values = row.get('PROPERTIES');
      const keys = values instanceof Map ? [...values.keys()] : [];
      expect(keys).toEqual(known.map(({ id }) => id.toString()));
      expect(currencies.map((currency) => textIn(currency, 'CURRENCY'))).toContain(textIn(row, 'CURRENCY'));
    }
    for (const { row } of payments) expect(ids(orders)).toContain(idIn(row, 'ORDER_ID'));
  });

  it('pays every order in full, in its currency', () => {
    for (const { id, row } of orders) {
      const parts = payments.filter((payment) => idIn(payment.row, 'ORDER_ID') === id);
      expect(parts.reduce((sum, payment) => sum + Number(payment.row.get('SUM')), 0)).toBe(row.get('PRICE'));
      expect(new Set(parts.map((payment) => payment.row.get('CURRENCY')))).toEqual(new Set([row.get('CURRENCY')]));
    }
  });

  it('has both buyers and both currencies, paid payments and others', () => {
    const seen = (column: string, rows: readonly Row[]) => new Set(rows.map(({ row }) => textIn(row, column)));
    expect(seen('PERSON_TYPE_ID', orders)).toEqual(new Set(['1', '2']));
    expect(seen('CURRENCY', orders)).toEqual(new Set(['RUB', 'USD']));
    expect(seen('PAID', payments)).toEqual(new Set(['Y', 'N']));
    expect(currencies.every((currency) => isCurrency(textIn(currency, 'CURRENCY')))).toBe(true);
  });

  it('gives no ID to rows of two tables', () => {
    const all = [personTypes, users, orders, payments, invoices].flatMap((rows) => [...ids(rows)]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('comes back from a document', () => {
    const text = encodeJson(writeShop(SEED_SHOP));
    expect(encodeJson(writeShop({ ...SEED_SHOP, ...readShop(decodeJson(text)) }))).toBe(text);
  });
});

describe('a new payment', () => {
  const at = new Date('2026-11-24T23:05:09.500Z');

  it('leaves the old state as it was', () => {
    const { state, paymentId } = newPayment(STATE, { paySystemId: 3n, sum: 5, currency: 'RUB' }, at);
    expect(paymentId).toBe(207n);
    expect(STATE.shop.payments).toHaveLength(6);
    expect(state.shop.payments).toHaveLength(7);
    const order = rowById(state.shop.orders, 106n);
    expect(order?.row.get('DATE_INSERT')).toBe('24.11.2026 23:05:09');
  });

  it('gets IDs above the highest, wherever that stands', () => {
    const [order, payment] = [rowOf({ ID: 900n }), rowOf({ ID: 50n })];
    const shop = { ...SEED_SHOP, orders: [order, ...SEED_SHOP.orders], payments: [payment] };
    const made = newPayment({ ...STATE, shop }, { paySystemId: 3n, sum: 5, currency: 'RUB' }, at);
    expect(made.paymentId).toBe(51n);
    expect(made.state.shop.payments.at(-1)?.row.get('ORDER_ID')).toBe(901n);
  });

  it('is bought by whoever there is when nobody of the person type has bought yet', () => {
    const shop = { ...SEED_SHOP, orders: [], payments: [] };
    const { state } = newPayment(
      { ...STATE, shop },
      { paySystemId: 3n, sum: 5, currency: 'RUB', personTypeId: 2n },
      at,
    );
    expect(state.shop.orders[0]?.row.get('USER_ID')).toBe(17n);
    expect(state.shop.orders[0]?.row.get('PERSON_TYPE_ID')).toBe(2n);
  });
});

describe('choosing a payment system', () => {
  it('changes the payment, once', () => {
    const chosen = choosePaySystem(STATE, 201n, 3n);
    expect(rowById(chosen.shop.payments, 201n)?.row.get('PAY_SYSTEM_NAME')).toBe('Bank card');
    expect(choosePaySystem(chosen, 201n, 3n)).toBe(chosen);
  });

  it('of a payment or payment system that is not there changes nothing', () => {
    expect(choosePaySystem(STATE, 999n, 3n)).toBe(STATE);
    expect(choosePaySystem(STATE, 201n, 9n)).toBe(STATE);
  });
});

describe('dates', () => {
  it('are written as a portal writes them', () => {
    expect(portalDateTime(new Date('2026-01-02T03:04:05Z'))).toBe('02.01.2026 03:04:05');
    expect(asPortalDate('2026-01-02T03:04:05+03:00')).toBe('02.01.2026 00:04:05');
    expect(withoutTime('02.01.2026 03:04:05')).toBe('02.01.2026');
    expect(withoutTime('02.01.2026')).toBe('02.01.2026');
  });

  it.each([
    ['02.01.2026 03:04:05', '2026-01-02T03:04:05+00:00'],
    ['02.01.2026', '2026-01-02T00:00:00+00:00'],
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05+00:00'],
    ['some day', 'some day'],
    ['', null],
    [null, null],
  ])('%j is answered as %j', (column, answered) => {
    expect(asRestDate(column)).toBe(answered);
  });

  it('are told by the name of their column', () => {
    expect(['DATE_BILL', 'PAY_VOUCHER_DATE', 'DATE_PAY_BEFORE'].every(isDateColumn)).toBe(true);
    expect(['UPDATED_1C', 'CANDIDATE', 'SUM'].some(isDateColumn)).toBe(false);
  });

  it('leave what is no date alone', () => {
    expect(asPortalDate('2026-99-99T00:00:00Z')).toBe('2026-99-99T00:00:00Z');
    expect(asPortalDate(5n)).toBe(5n);
  });
});
