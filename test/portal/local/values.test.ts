/** Where the value of a code comes from, and what the providers know. */
import { describe, expect, it } from 'vitest';
import { decodeJson } from '../../../portal/local/php/json-decode.js';
import type { PhpValue } from '../../../portal/local/php/value.js';
import { changedRow, rowById } from '../../../portal/local/shop/row.js';
import { SEED_SHOP } from '../../../portal/local/shop/seed.js';
import { readStateDocument } from '../../../portal/local/state-document.js';
import { replaceState } from '../../../portal/local/replace-state.js';
import type { Row, State } from '../../../portal/local/state.js';
import { mappingCode } from '../../../portal/local/values/mapping-code.js';
import { valueOfCode } from '../../../portal/local/values/value-of-code.js';

const EMPTY: State = {
  webhooks: [],
  applications: [],
  handlers: [],
  paySystems: [],
  mappings: [],
  shop: SEED_SHOP,
  nextHandlerId: 1n,
  nextPaySystemId: 1n,
};

function stateOf(document: unknown): State {
  return replaceState(EMPTY, readStateDocument(decodeJson(JSON.stringify(document))));
}

interface Asked {
  code?: string;
  codes?: Record<string, unknown>;
  mappings?: unknown[];
  shop?: unknown;
  payment?: bigint;
}

/** The value of a code for a payment of the seed's; 201 is the person's in roubles. */
function valueOf({ code = 'C', codes = { C: {} }, mappings = [], shop, payment = 201n }: Asked): PhpValue {
  const state = stateOf({
    handlers: [{ ID: 1, NAME: 'Shop', CODE: 'shop', SETTINGS: { CODES: codes } }],
    paySystems: [{ ID: 7, NAME: 'Bank card', ACTION_FILE: 'shop' }],
    mappings,
    ...(shop !== undefined && { shop }),
  });
  return valueOfCode(code, { state, ...firstOf(state), payment: found(state.shop.payments, payment) });
}

function firstOf({ handlers: [handler], paySystems: [paySystem] }: State) {
  if (!handler || !paySystem) throw new Error('There is no handler or no payment system');
  return { handler, paySystem };
}

function found(rows: readonly Row[], id: bigint): Row {
  const row = rowById(rows, id);
  if (!row) throw new Error(`There is no row ${id.toString()}`);
  return row;
}

/** What a provider answers, asked by a DEFAULT. */
const ask = (key: unknown, value: unknown, more: Asked = {}) =>
  valueOf({ codes: { C: { DEFAULT: { PROVIDER_KEY: key, PROVIDER_VALUE: value } } }, ...more });

const mapping = (PAY_SYSTEM_ID: number | null, PERSON_TYPE_ID: number, PROVIDER_VALUE: string, CODE_KEY = 'C') => ({
  CODE_KEY,
  PAY_SYSTEM_ID,
  PERSON_TYPE_ID,
  PROVIDER_KEY: 'VALUE',
  PROVIDER_VALUE,
});

describe('the source of a value', () => {
  // Payment 201 belongs to an order of person type 1.
  const ranked = [
    mapping(7, 1, 'payment system and person type'),
    mapping(7, 0, 'payment system'),
    mapping(null, 1, 'person type'),
    mapping(null, 0, 'all'),
  ];
  const codes = { C: { DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'default' } } };
  const others = [mapping(8, 1, 'other payment system'), mapping(7, 2, 'other person type'), mapping(7, 1, 'x', 'D')];

  it.each(ranked.map((_, index) => index))('is the most specific mapping: %i missing', (missing) => {
    const mappings = [...others, ...ranked.slice(missing)].reverse();
    expect(valueOf({ codes, mappings })).toBe(ranked[missing]?.PROVIDER_VALUE);
  });

  it('is DEFAULT when no mapping fits', () => {
    expect(valueOf({ codes, mappings: others })).toBe('default');
  });

  it('is nothing when there is neither', () => {
    expect(valueOf({ codes: { C: { NAME: 'Code' } } })).toBeNull();
    expect(valueOf({ codes: {} })).toBeNull();
    expect(valueOf({ codes: { D: {} }, mappings: [mapping(7, 1, 'for nothing')] })).toBeNull();
  });

  it.each(['', '0'])('is not a mapping with the value "%s"', (value) => {
    expect(valueOf({ codes, mappings: [mapping(7, 1, value), mapping(7, 0, 'next')] })).toBe('next');
    expect(valueOf({ codes, mappings: [mapping(7, 1, value)] })).toBe('default');
  });

  it('is found for a code in any letter case, but DEFAULT only in its own', () => {
    const shopKey = { shopKey: { DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'default' } } };
    expect(valueOf({ code: 'shopKey', codes: shopKey })).toBe('default');
    expect(valueOf({ code: 'SHOPKEY', codes: shopKey })).toBeNull();
    const mappings = [mapping(7, 1, 'entered', 'shopkey')];
    expect(valueOf({ code: 'shopKey', codes: shopKey, mappings })).toBe('entered');
    expect(valueOf({ code: 'SHOPKEY', codes: shopKey, mappings })).toBe('entered');
  });

  it('is shared by codes that are equal in their first 50 characters', () => {
    const [first, second] = [`${'x'.repeat(50)}1`, `${'x'.repeat(50)}2`];
    const mappings = [mapping(7, 1, 'both', first)];
    expect(valueOf({ code: second, codes: { [first]: {}, [second]: {} }, mappings })).toBe('both');
    expect(mappingCode(`${'ё'.repeat(49)}😀x`)).toBe(`${'Ё'.repeat(49)}😀`);
  });

  it.each([
    [{ PROVIDER_KEY: 'VALUE' }],
    [{ PROVIDER_VALUE: 'x' }],
    [{ PROVIDER_KEY: '', PROVIDER_VALUE: 'x' }],
    [{ PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: '' }],
    [{ PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: '0' }],
    [{ PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 5 }],
    [{ PROVIDER_KEY: ['VALUE'], PROVIDER_VALUE: 'x' }],
    ['text'],
    [null],
  ])('is not the DEFAULT %j', (DEFAULT) => {
    expect(valueOf({ codes: { C: { DEFAULT } } })).toBeNull();
  });
});

describe('VALUE and INPUT', () => {
  it.each(['VALUE', 'INPUT'])('%s gives the text itself, without blanks around it', (key) => {
    expect(ask(key, ' N \n')).toBe('N');
    expect(ask(key, '   ')).toBeNull();
  });
});

describe('providers', () => {
  it.each<[string, string, PhpValue]>([
    ['ORDER', 'ID', 101n],
    ['ORDER', 'ACCOUNT_NUMBER', '101'],
    ['ORDER', 'PRICE', 1990],
    ['ORDER', 'DATE_INSERT', '24.11.2026 12:30:00'],
    ['ORDER', 'DATE_INSERT_DATE', '24.11.2026'],
    ['ORDER', 'SHOULD_PAY', 1990],
    ['ORDER', 'TAX_VALUE', 331.67],
    ['ORDER', 'USER_DESCRIPTION', 'Please call before delivery'],
    ['ORDER', 'PAY_SYSTEM_ID', 7n],
    ['ORDER', 'PROPERTIES', null],
    ['ORDER', 'USER_EMAIL', null],
    ['PAYMENT', 'ID', 201n],
    ['PAYMENT', 'ACCOUNT_NUMBER', '101/1'],
    ['PAYMENT', 'SUM', 1990],
    ['PAYMENT', 'CURRENCY', 'RUB'],
    ['PAYMENT', 'PAID', 'N'],
    ['PAYMENT', 'DATE_PAID', null],
    ['PAYMENT', 'DATE_BILL', '24.11.2026 12:30:00'],
    ['PAYMENT', 'DATE_BILL_DATE', '24.11.2026'],
    ['PAYMENT', 'PAY_SYSTEM_ID', 7n],
    ['PAYMENT', 'PAY_SYSTEM_NAME', 'Bank card'],
    ['PAYMENT', 'DATE_INSERT', null],
    ['USER', 'EMAIL', 'anna@shop.test'],
    ['USER', 'ID', 17n],
    ['USER', 'NO_SUCH_COLUMN', null],
    ['PROPERTY', '2', 'anna@shop.test'],
    ['PROPERTY', 'EMAIL', 'anna@shop.test'],
    ['PROPERTY', 'INN', null],
    ['PROPERTY', '13', null],
    ['PROPERTY', '4_CITY', 'Moscow'],
    ['PROPERTY', '4_COUNTRY', 'Russia'],
    ['PROPERTY', '4', '0000073738'],
    ['PROPERTY', '3_CITY', null],
    ['COMPANY', 'NAME', 'My shop LLC'],
    ['REQUISITE', 'RQ_NAME|1', 'Anna Ivanova'],
    ['REQUISITE', 'RQ_INN|1', null],
    ['MC_REQUISITE', 'RQ_INN|1', '7800000000'],
    ['MC_BANK_DETAIL', 'RQ_BIK|1', '044525000'],
    ['CRM_COMPANY', 'TITLE', null],
    ['SHIPMENT', 'TRACKING_NUMBER', null],
    ['Y\\N', 'Y', null],
    ['SETTINGS', 'x', null],
    ['order', 'ID', null],
  ])('%s %s', (key, value, expected) => {
    expect(ask(key, value)).toStrictEqual(expected);
  });

  it.each<[string, string, PhpValue]>([
    ['PROPERTY', 'INN', '7700000000'],
    ['PROPERTY', 'EMAIL', 'mail@romashka.test'],
    ['USER', 'LAST_NAME', 'Petrov'],
    ['USER', 'WORK_COMPANY', 'Romashka LLC'],
    ['REQUISITE', 'RQ_INN|1', '7700000000'],
    ['BANK_DETAIL', 'RQ_BIK|1', '044525000'],
  ])('%s %s of a company', (key, value, expected) => {
    expect(ask(key, value, { payment: 202n })).toStrictEqual(expected);
  });

  it('counts what is still to be paid, to the hundredth', () => {
    expect(ask('ORDER', 'SHOULD_PAY', { payment: 206n })).toBe(700);
    expect(ask('ORDER', 'SHOULD_PAY', { payment: 204n })).toBeNull();
    const orders = [{ ID: 9, PRICE: 0.3, PERSON_TYPE_ID: 1 }];
    const payments = [
      { ID: 1, ORDER_ID: 9, SUM: 0.1, PAID: 'Y' },
      { ID: 2, ORDER_ID: 9, SUM: '0.2', PAID: 'N' },
    ];
    expect(ask('ORDER', 'SHOULD_PAY', { payment: 2n, shop: { orders, payments } })).toBe(0.2);
  });

  it('makes floats of sums and portal dates of ISO dates, however a document has them', () => {
    const orders = [{ ID: 9, PERSON_TYPE_ID: '1', PRICE: '100.50', DATE_INSERT: '2026-11-24T15:30:00+03:00' }];
    const payments = [{ ID: '1', ORDER_ID: '9', SUM: 100, DATE_BILL: '2026-11-24' }];
    const shop = { orders, payments };
    expect(ask('ORDER', 'PRICE', { payment: 1n, shop })).toBe(100.5);
    expect(ask('PAYMENT', 'SUM', { payment: 1n, shop })).toBe(100);
    expect(ask('ORDER', 'DATE_INSERT', { payment: 1n, shop })).toBe('24.11.2026 12:30:00');
    expect(ask('ORDER', 'DATE_INSERT_DATE', { payment: 1n, shop })).toBe('24.11.2026');
  });

  it.each([0, 0.0, '0', '', null, false, []])('make nothing of %j', (value) => {
    const payments = [{ ID: 1, ORDER_ID: 101, XML_ID: value }];
    expect(ask('PAYMENT', 'XML_ID', { payment: 1n, shop: { payments } })).toBeNull();
  });

  it('take details of the order before those of its buyer and those of all', () => {
    const rows = [
      { PROVIDER_KEY: 'REQUISITE', VALUES: { A: 'all', B: 'all', C: 'all' } },
      { PROVIDER_KEY: 'REQUISITE', USER_ID: 17, VALUES: { A: 'buyer', B: 'buyer' } },
      { PROVIDER_KEY: 'REQUISITE', ORDER_ID: 101, VALUES: { A: 'order' } },
      { PROVIDER_KEY: 'REQUISITE', ORDER_ID: 102, VALUES: { C: 'other' } },
    ];
    for (const details of [rows, [...rows].reverse()]) {
      const answers = ['A', 'B', 'C', 'D'].map((name) => ask('REQUISITE', name, { shop: { details } }));
      expect(answers).toEqual(['order', 'buyer', 'all', null]);
    }
  });

  it('know nothing of an order that is not there', () => {
    const shop = { payments: [{ ID: 1, ORDER_ID: 999, SUM: 5 }] };
    expect(['ORDER', 'USER', 'PROPERTY'].map((key) => ask(key, 'ID', { payment: 1n, shop }))).toEqual([
      null,
      null,
      null,
    ]);
    expect(ask('PAYMENT', 'SUM', { payment: 1n, shop })).toBe(5);
  });
});

describe('an invoice', () => {
  it('is its own payment and order', () => {
    const codes = Object.fromEntries(
      [
        ['ORDER', 'ORDER_TOPIC'],
        ['PAYMENT', 'SUM'],
        ['PROPERTY', 'INN'],
        ['CRM_COMPANY', 'TITLE'],
      ].map(([key = '', value = '']) => [key, { DEFAULT: { PROVIDER_KEY: key, PROVIDER_VALUE: value } }]),
    );
    const state = stateOf({
      handlers: [{ ID: 1, NAME: 'Shop', CODE: 'shop', SETTINGS: { CODES: codes } }],
      paySystems: [{ ID: 7, ACTION_FILE: 'shop' }],
    });
    const invoice = changedRow(found(state.shop.invoices, 51n), { PRICE: 12000.5 });
    const values = Object.keys(codes).map((code) =>
      valueOfCode(code, { state, ...firstOf(state), payment: invoice, order: invoice }),
    );
    expect(values).toEqual(['Invoice 51', 12000.5, '7700000000', 'Romashka LLC']);
  });
});
