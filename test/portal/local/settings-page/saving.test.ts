/** Saving the settings of a payment system from their form. */
import { describe, expect, it } from 'vitest';
import { FORM, mapping, mappingsOf, pageOf, portalWith, resultOf, save, textWith } from './form.js';

const CODES = {
  ShopId: { NAME: 'Shop', INPUT: { TYPE: 'STRING' }, DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: 'S-1' } },
  SUM: { NAME: 'Sum', DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'SUM' } },
  TEST: { NAME: 'Test', INPUT: { TYPE: 'Y/N' } },
  API_SECRET: { NAME: 'Secret key', INPUT: { TYPE: 'STRING' } },
  PEM_SECRET: { NAME: 'Private key', INPUT: { TYPE: 'STRING', MULTILINE: 'Y' } },
  TOKEN: { NAME: 'Token' },
};
const SECRET = 'hush-hush-1';

/** The value that reaches the payment service for payment 201 of a person. */
const valuesOf = (portal: Parameters<typeof resultOf>[0]) =>
  resultOf(portal, 'settings.payment.get', { PAYMENT_ID: 201, PAY_SYSTEM_ID: 11 });

async function paidBy11() {
  const payments = [{ ID: 201, ORDER_ID: 101, PAY_SYSTEM_ID: 11, SUM: 10, CURRENCY: 'RUB', PAID: 'N' }];
  const orders = [{ ID: 101, PERSON_TYPE_ID: 1, PRICE: 10, PAYED: 'N', CANCELED: 'N' }];
  return portalWith(CODES, { shop: { orders, payments } });
}

describe('saving', () => {
  it('stores what settings.get then shows and a payment then uses', async () => {
    const portal = await paidBy11();
    expect(await valuesOf(portal)).toMatchObject({ ShopId: 'S-1', SUM: 10 });
    const answer = await save(portal, [
      ['ShopId', { value: 'S-2' }],
      ['SUM', { source: 'ORDER', value: 'ID' }],
      ['TEST', {}],
    ]);
    expect([answer.status, answer.location]).toEqual([303, `${FORM}?persontype=0&saved`]);
    expect((await pageOf(portal, answer.location ?? '')).text).toContain('role="status">Saved</p>');
    expect(await resultOf(portal, 'settings.get', { ID: 11, PERSON_TYPE_ID: 0 })).toMatchObject({
      ShopId: { TYPE: 'INPUT', VALUE: 'S-2' },
      SUM: { TYPE: 'ORDER', VALUE: 'ID' },
      TEST: { TYPE: 'INPUT', VALUE: 'N' },
    });
    expect(await valuesOf(portal)).toMatchObject({ ShopId: 'S-2', SUM: 101, TEST: 'N' });
  });

  it('for a person type leaves the others alone', async () => {
    const portal = await paidBy11();
    await save(portal, [['ShopId', { value: 'all' }]]);
    const { location } = await save(portal, [['ShopId', { value: 'company' }]], { path: `${FORM}?persontype=2` });
    expect(location).toBe(`${FORM}?persontype=2&saved`);
    expect(await valuesOf(portal)).toMatchObject({ ShopId: 'all' });
    expect(await mappingsOf(portal)).toEqual([
      mapping('SHOPID', 'INPUT', 'all'),
      mapping('SHOPID', 'INPUT', 'company', { PERSON_TYPE_ID: 2 }),
    ]);
  });

  it('gives back what the manifest sets when an entry is emptied', async () => {
    const portal = await paidBy11();
    await save(portal, [
      ['ShopId', { value: 'S-2' }],
      ['SUM', { source: 'ORDER', value: 'ID' }],
    ]);
    await save(portal, [
      ['ShopId', { value: '' }],
      ['SUM', { source: 'ORDER', value: '' }],
    ]);
    expect(await mappingsOf(portal)).toEqual([]);
    expect(await valuesOf(portal)).toMatchObject({ ShopId: 'S-1', SUM: 10 });
  });

  it('takes a text without a source as it stands, and no source as none', async () => {
    const portal = await paidBy11();
    await save(portal, [['SUM', { source: '', value: '12' }]]);
    expect(await mappingsOf(portal)).toEqual([mapping('SUM', 'VALUE', '12')]);
    await save(portal, [['SUM', { source: '', value: '12' }]]);
    expect(await mappingsOf(portal)).toEqual([]);
  });

  it('knows only the codes of the handler, and nothing of an input that a portal cannot draw', async () => {
    const mappings = [mapping('MODE', 'INPUT', 'kept'), mapping('KIND', 'INPUT', 'kept')];
    const codes = { MODE: { INPUT: { TYPE: 'SELECT' } }, KIND: { INPUT: { TYPE: 'ENUM' } } };
    const portal = await portalWith(codes, { mappings });
    await save(portal, [
      ['STRANGER', { value: 'x' }],
      ['MODE', { value: 'x' }],
      ['KIND', { value: '' }],
    ]);
    expect(await mappingsOf(portal)).toEqual(mappings);
  });

  it('keeps a source that the control cannot show', async () => {
    const mappings = [mapping('SHOPID', 'ORDER', 'ID')];
    const portal = await portalWith(CODES, { mappings });
    expect((await pageOf(portal)).text).toContain('value="" placeholder="Stored: ORDER.ID; leave empty to keep it"');
    await save(portal, [['ShopId', { value: '' }]]);
    expect(await mappingsOf(portal)).toEqual(mappings);
    await save(portal, [['ShopId', { value: '', clear: 'Y' }]]);
    expect(await mappingsOf(portal)).toEqual([]);
  });
});

describe('a secret', () => {
  const stored = [
    mapping('API_SECRET', 'INPUT', SECRET),
    mapping('PEM_SECRET', 'INPUT', SECRET),
    mapping('TOKEN', 'VALUE', SECRET),
  ];

  it('never comes back to the page', async () => {
    const text = await textWith(CODES, stored);
    expect(text).not.toContain(SECRET);
    expect(text.match(/Stored; leave empty to keep it/g)).toHaveLength(3);
    expect(text.match(/type="password" autocomplete="new-password"/g)).toHaveLength(2);
  });

  it('is none of the page either when it stands in the manifest or looks like one', async () => {
    const DEFAULT = { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: SECRET };
    const text = await textWith({ API_SECRET: { INPUT: { TYPE: 'STRING' }, DEFAULT }, PLAIN: {} }, [
      mapping('PLAIN', 'VALUE', 'sk_live_1'),
    ]);
    expect(text).toContain('placeholder="from the manifest: a value that is not shown"');
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain('sk_live_1');
  });

  it('stays when its input is left empty, and goes when that is asked for', async () => {
    const portal = await portalWith(CODES, { mappings: stored });
    const rows = [
      ['API_SECRET', { value: '' }],
      ['PEM_SECRET', { value: '' }],
      ['TOKEN', { source: 'VALUE', value: '' }],
    ] as const;
    await save(portal, rows);
    expect(await mappingsOf(portal)).toEqual(stored);
    await save(
      portal,
      rows.map(([code, entries]) => [code, { ...entries, clear: 'Y' }] as const),
    );
    expect(await mappingsOf(portal)).toEqual([]);
  });

  it('is replaced by what is entered', async () => {
    const portal = await portalWith(CODES, { mappings: stored });
    await save(portal, [['API_SECRET', { value: 'new' }]]);
    expect(await mappingsOf(portal)).toContainEqual(mapping('API_SECRET', 'INPUT', 'new'));
  });

  it('can be the name of a provider’s value, which is none', async () => {
    const text = await textWith(CODES, [mapping('TOKEN', 'USER', 'LOGIN')]);
    expect(text).toContain('value="LOGIN"');
  });
});
