/** The methods around payment systems: what a handler needs to know of orders, payments and itself. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LocalPortal } from '../../../portal/local/server.js';
import { control, post, start, type Answer } from './portal.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start({
    state: {
      webhooks: [
        { user: 5, code: 'five', rights: 'admin' },
        { user: 6, code: 'six', rights: 'none' },
      ],
    },
  });
});

const call = (method: string, params: unknown = {}): Promise<Answer> => post(`${portal.webhook}/${method}`, params);
const asNobody = (method: string, params: unknown = {}) => post(`${portal.url}/rest/6/six/${method}`, params);

async function resultOf(method: string, params: unknown = {}): Promise<Record<string, unknown>> {
  return (await call(method, params)).body as Record<string, unknown>;
}

describe('sale.persontype.list', () => {
  it('shows the person types of orders, in camel case', async () => {
    expect(await resultOf('sale.persontype.list')).toMatchObject({
      result: {
        personTypes: [
          { id: 1, code: 'CRM_CONTACT', name: 'Individual', sort: '100', active: 'Y', xmlId: '' },
          { id: 2, code: 'CRM_COMPANY' },
        ],
      },
      total: 2,
    });
  });

  it('selects, filters and sorts', async () => {
    const params = { select: ['id', 'code'], filter: { '>=sort': 100 }, order: { id: 'DESC' } };
    expect(await resultOf('sale.persontype.list', params)).toMatchObject({
      result: { personTypes: [{ id: 2, code: 'CRM_COMPANY' }, { id: 1 }] },
    });
    const [first] = ((await resultOf('sale.persontype.list', params)).result as { personTypes: unknown[] }).personTypes;
    expect(first).toEqual({ id: 2, code: 'CRM_COMPANY' });
  });
});

describe('crm.persontype.list', () => {
  it('shows the person types of invoices', async () => {
    expect(await resultOf('crm.persontype.list')).toMatchObject({
      result: [
        { ID: '3', NAME: 'CRM_CONTACT' },
        { ID: '4', NAME: 'CRM_COMPANY' },
      ],
      total: 2,
    });
    expect(await resultOf('crm.persontype.list', { filter: { NAME: 'CRM_COMPANY' } })).toMatchObject({
      result: [{ ID: '4' }],
    });
  });
});

describe('crm.currency.list', () => {
  it('shows the currencies', async () => {
    const answer = await resultOf('crm.currency.list');
    expect(answer).toMatchObject({
      result: [
        { CURRENCY: 'RUB', BASE: 'Y' },
        { CURRENCY: 'USD', BASE: 'N' },
      ],
      total: 0,
    });
    expect(await resultOf('crm.currency.list', { order: { currency: 'desc' } })).toMatchObject({
      result: [{ CURRENCY: 'USD' }, { CURRENCY: 'RUB' }],
    });
  });
});

describe('sale.payment.get', () => {
  it('shows every documented field', async () => {
    const { result } = await resultOf('sale.payment.get', { id: 204 });
    const { payment } = result as { payment: Record<string, unknown> };
    expect(payment).toMatchObject({
      accountNumber: '104/1',
      currency: 'RUB',
      dateBill: '2026-11-24T12:30:00+00:00',
      datePaid: '2026-11-24T12:40:00+00:00',
      dateMarked: null,
      id: 204,
      id1c: '',
      orderId: 104,
      paid: 'Y',
      paySystemId: 0,
      priceCod: '0',
      psInvoiceId: null,
      psSum: null,
      sum: 3200.5,
      updated1c: 'N',
    });
    expect(Object.keys(payment)).toHaveLength(44);
    expect(Object.keys(payment)).toEqual(
      Object.keys(payment).toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
    );
  });

  it('shows the payment system', async () => {
    await control(portal, {
      paySystems: [{ ID: 7, ACTION_FILE: 'shop', IS_CASH: 'Y', XML_ID: 'bx_7' }],
      shop: { payments: [{ ID: 1, ORDER_ID: 101, SUM: 5, PAY_SYSTEM_ID: 7, PS_INVOICE_ID: 'ext-1' }] },
    });
    expect(await resultOf('sale.payment.get', { ID: '1' })).toMatchObject({
      result: { payment: { paySystemId: 7, paySystemIsCash: 'Y', paySystemXmlId: 'bx_7', psInvoiceId: 'ext-1' } },
    });
  });

  it.each<[unknown, string, string]>([
    [{}, '100', 'Could not find value for parameter {id}'],
    [{ id: null }, '100', 'Could not find value for parameter {id}'],
    [{ id: 999 }, '200640400001', 'payment does not exist'],
    [{ id: 'abc' }, '200640400001', 'payment does not exist'],
  ])('refuses %j', async (params, error, description) => {
    expect(await call('sale.payment.get', params)).toMatchObject({
      status: 400,
      body: { error, error_description: description },
    });
  });
});

describe('sale.payment.list', () => {
  async function listed(params: unknown): Promise<number[]> {
    const { result } = await resultOf('sale.payment.list', { order: { id: 'asc' }, ...(params as object) });
    return (result as { payments: { id: number }[] }).payments.map(({ id }) => id);
  }

  it.each<[unknown, number[]]>([
    [{ filter: { orderId: 105 } }, [205, 206]],
    [{ filter: { ORDER_ID: '105' } }, [205, 206]],
    [{ FILTER: { orderid: [101, 102] } }, [201, 202]],
    [{ filter: { '@orderId': [101, 102] } }, [201, 202]],
    [{ filter: { '!paid': 'Y', currency: 'rub' } }, [201, 202]],
    [{ filter: { '!=paid': 'N' } }, [204, 205]],
    [{ filter: { '>sum': 1990, '<=sum': '3200.50' } }, [204]],
    [{ filter: { '>=sum': 3200.5, '<id': 204 } }, [202]],
    [{ filter: { '%accountNumber': '05/' } }, [205, 206]],
    [{ filter: { '=%accountNumber': '%/2' } }, [206]],
    [{ filter: { '!%accountNumber': '/1' } }, [206]],
    [{ filter: { personTypeId: 3, payed: 'N' } }, [201, 202, 203, 204, 205, 206]],
    [{ filter: { id: 999 } }, []],
    [{ order: { currency: 'desc', SUM: 'asc' } }, [203, 205, 206, 201, 204, 202]],
  ])('%j', async (params, expected) => {
    expect(await listed(params)).toEqual(expected);
  });

  it('selects fields', async () => {
    const { result } = await resultOf('sale.payment.list', {
      select: ['id', 'SUM', 'psStatusCode'],
      filter: { id: 201 },
    });
    expect(result).toEqual({ payments: [{ id: 201, psStatusCode: '', sum: 1990 }] });
  });

  it('gives pages of 50', async () => {
    const payments = Array.from({ length: 120 }, (_, index) => ({ ID: index + 1, ORDER_ID: index % 2, SUM: 1 }));
    await control(portal, { shop: { payments } });
    const pages = [undefined, 50, 100, 149, -1].map(async (first) => {
      const { result, total, next } = await resultOf('sale.payment.list', first === undefined ? {} : { start: first });
      const rows = (result as { payments: { id: number }[] }).payments;
      return [rows[0]?.id, rows.length, total, next];
    });
    expect(await Promise.all(pages)).toEqual([
      [1, 50, 120, 50],
      [51, 50, 120, 100],
      [101, 20, 120, undefined],
      [101, 20, 120, undefined],
      [1, 50, undefined, undefined],
    ]);
    expect(await resultOf('sale.payment.list', { filter: { orderId: 1 }, start: 50 })).toMatchObject({ total: 60 });
  });
});

describe('sale.order.get', () => {
  it('shows the order with its payments and properties', async () => {
    const { result } = await resultOf('sale.order.get', { id: 105 });
    expect(result).toMatchObject({
      order: {
        id: 105,
        accountNumber: '105',
        currency: 'USD',
        price: 1200,
        discountValue: 60,
        payed: 'N',
        personTypeId: 2,
        userId: 18,
        dateInsert: '2026-11-24T12:30:00+00:00',
        basketItems: [],
        shipments: [],
        payments: [
          { id: 205, paid: 'Y', sum: 500 },
          { id: 206, paid: 'N', sum: 700 },
        ],
        propertyValues: expect.arrayContaining([
          expect.objectContaining({ code: 'INN', orderPropsId: 13, name: 'Tax number', value: '7700000000' }),
        ]) as unknown,
      },
    });
  });

  it('refuses what is not there', async () => {
    expect(await call('sale.order.get', { id: 1 })).toMatchObject({ status: 400, body: { error: '200540400001' } });
    expect(await call('sale.order.get')).toMatchObject({ status: 400, body: { error: '100' } });
  });
});

describe('without the right', () => {
  it.each(['sale.payment.get', 'sale.payment.list', 'sale.order.get', 'sale.persontype.list'])(
    '%s refuses',
    async (method) => {
      expect(await asNobody(method, { id: 201 })).toMatchObject({
        status: 400,
        body: { error: '200040300010', error_description: 'Access Denied' },
      });
    },
  );

  it.each(['crm.persontype.list', 'crm.currency.list', 'profile', 'scope', 'methods'])('%s answers', async (method) => {
    expect(await asNobody(method)).toMatchObject({ status: 200 });
  });
});

describe('in a batch', () => {
  it('total and next are told', async () => {
    const { result } = await resultOf('batch', { cmd: { list: 'sale.payment.list?filter[orderId]=105&select[]=id' } });
    expect(result).toMatchObject({
      result: { list: { payments: [{ id: 205 }, { id: 206 }] } },
      result_total: { list: 2 },
    });
  });
});
