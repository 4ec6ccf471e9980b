/** FORM_DATA: the form and the link in its place. */
import { describe, expect, it } from 'vitest';
import { blockFor, expectKind, PAGE } from './state.js';

const ACTION_URI = 'https://shop.test/pay';
const POST = { ACTION_URI, METHOD: 'POST' };
const form = (data: object) => expectKind(blockFor({ FORM_DATA: data }), 'form');
const linkTo = (data: object) =>
  expectKind(blockFor({ FORM_DATA: { ACTION_URI, METHOD: 'GET', ...data } }), 'link').url;
const input = (field: object) => form({ ...POST, FIELDS: { key: field } }).inputs[0];
const kindWith = (data: object) => blockFor({ FORM_DATA: { ACTION_URI, ...data } }).kind;

describe('the form', () => {
  it('goes to ACTION_URI with METHOD as it is, and the two system fields', () => {
    expect(form({ ...POST, METHOD: 'pOsT', FIELDS: { sum: { CODE: 'SUM' } } })).toEqual({
      kind: 'form',
      action: ACTION_URI,
      method: 'pOsT',
      inputs: [{ name: 'sum', kind: 'text', visible: false, label: 'Amount', value: '1990', type: 'STRING' }],
      system: [
        ['BX_PAYSYSTEM_ID', '7'],
        ['BX_RETURN_URL', PAGE],
      ],
    });
  });

  it('has no method when there is none, and an empty one when it is empty', () => {
    expect(form({ ACTION_URI }).method).toBeUndefined();
    expect(form({ ACTION_URI, METHOD: null }).method).toBeUndefined();
    expect(form({ ACTION_URI, METHOD: '' }).method).toBe('');
  });

  it('keeps the names of FIELDS and their order', () => {
    const FIELDS = { 'b.c': { CODE: 'SUM' }, 'a[x]': { CODE: 'SHOP' }, a: { CODE: 'SHOP' } };
    expect(form({ ...POST, FIELDS }).inputs.map(({ name }) => name)).toEqual(['b.c', 'a[x]', 'a']);
  });

  it('shows a field only for the exact text Y', () => {
    expect(input({ CODE: 'SHOP', VISIBLE: 'Y' })).toMatchObject({ visible: true, value: 'S-1', label: 'Shop number' });
    for (const VISIBLE of ['y', 'N', true, 1, undefined]) {
      expect(input({ CODE: 'SHOP', VISIBLE })).toMatchObject({ visible: false });
    }
  });

  it('is empty where no value comes out, without a word', () => {
    expect(input({ CODE: 'NOWHERE' })).toMatchObject({ kind: 'text', value: '', label: 'key' });
    expect(input({ CODE: 'UNSET' })).toMatchObject({ value: '' });
    expect(input({})).toMatchObject({ value: '' });
    expect(input({ CODE: { NAME: 'Phone' } })).toMatchObject({ value: '', label: 'Phone', visible: false });
  });

  it('draws STRING and Y/N in any letter case', () => {
    expect(input({ CODE: { INPUT: { TYPE: 'string' } } })).toMatchObject({ kind: 'text' });
    expect(input({ CODE: { INPUT: { TYPE: 'y/n' } } })).toMatchObject({ kind: 'checkbox' });
    expect(input({ CODE: 'TEST', VISIBLE: 'Y' })).toMatchObject({ kind: 'checkbox', value: 'Y' });
  });

  it('takes a type outside INPUT for none', () => {
    expect(input({ CODE: { NAME: 'Phone', TYPE: 'NUMBER' } })).toMatchObject({ kind: 'text', type: 'STRING' });
  });

  it.each(['Y', 'N'])('puts an error text in place of an ENUM, VISIBLE %s', (VISIBLE) => {
    expect(input({ CODE: 'TAX', VISIBLE })).toMatchObject({ kind: 'error', type: 'ENUM' });
    expect(input({ CODE: { INPUT: { TYPE: 'enum', OPTIONS: { a: 'A' } } }, VISIBLE })).toMatchObject({ kind: 'error' });
  });

  it.each(['NUMBER', 'DATE', 'FILE', 'LOCATION', 'SELECT', 'constructor'])('draws nothing for %s', (TYPE) => {
    for (const VISIBLE of ['Y', 'N']) {
      expect(input({ CODE: { INPUT: { TYPE } }, VISIBLE })).toMatchObject({ kind: 'vanished', type: TYPE });
    }
  });

  it('takes a type of CODES too', () => {
    expect(input({ CODE: 'COUNT' })).toMatchObject({ kind: 'vanished', type: 'NUMBER', value: '3' });
  });

  it('is nothing without ACTION_URI', () => {
    for (const empty of ['', '0', null, undefined]) {
      expect(blockFor({ FORM_DATA: { ACTION_URI: empty, METHOD: 'POST' } })).toEqual({
        kind: 'nothing',
        buyerSees: '',
      });
    }
  });

  it('is not changed by parameters of the page', () => {
    const block = blockFor({ FORM_DATA: { ...POST, FIELDS: { sum: { CODE: 'SUM' } } } }, { query: 'sum=1' });
    expect(expectKind(block, 'form').inputs[0]).toMatchObject({ value: '1990' });
  });
});

describe('PARAMS', () => {
  const PARAMS = { amount: 'SUM', nothing: 'NOWHERE', tax: 'TAX', count: 'COUNT' };

  it('become hidden inputs with their codes’ values, whatever the codes’ types are', () => {
    expect(
      form({ ...POST, PARAMS }).inputs.map(({ name, value, kind, visible }) => [name, value, kind, visible]),
    ).toEqual([
      ['amount', '1990', 'text', false],
      ['nothing', '', 'text', false],
      ['tax', 'a', 'text', false],
      ['count', '3', 'text', false],
    ]);
  });

  it.each([{}, [], '', 0, false])('do not count beside FIELDS, even %j', (FIELDS) => {
    expect(form({ ...POST, FIELDS, PARAMS }).inputs).toEqual([]);
  });

  it('count beside FIELDS that are null', () => {
    expect(form({ ...POST, FIELDS: null, PARAMS }).inputs).toHaveLength(4);
  });
});

describe('the direct link', () => {
  it('stands for a GET form with nothing to fill in, and has no BX_RETURN_URL', () => {
    const FIELDS = { sum: { CODE: 'SUM' }, 'my shop': { CODE: 'SHOP', VISIBLE: 'N' } };
    expect(linkTo({ FIELDS })).toBe(`${ACTION_URI}?sum=1990&my+shop=S-1&BX_PAYSYSTEM_ID=7`);
    expect(linkTo({ METHOD: 'get', FIELDS: {} })).toBe(`${ACTION_URI}?BX_PAYSYSTEM_ID=7`);
    expect(linkTo({})).toBe(`${ACTION_URI}?BX_PAYSYSTEM_ID=7`);
  });

  it('has the values of PARAMS when there are no FIELDS', () => {
    expect(linkTo({ PARAMS: { sum: 'SUM' } })).toBe(`${ACTION_URI}?sum=1990&BX_PAYSYSTEM_ID=7`);
  });

  it('leaves out fields without a value, and takes those whose type no form would draw', () => {
    const FIELDS = { none: { CODE: 'UNSET' }, tax: { CODE: 'TAX' }, count: { CODE: 'COUNT' } };
    expect(linkTo({ FIELDS })).toBe(`${ACTION_URI}?tax=a&count=3&BX_PAYSYSTEM_ID=7`);
  });

  it('keeps the query and the fragment of ACTION_URI', () => {
    const data = { FIELDS: { sum: { CODE: 'SUM' } } };
    expect(linkTo({ ...data, ACTION_URI: `${ACTION_URI}?lang=en&sum=0#top` })).toBe(
      `${ACTION_URI}?lang=en&sum=1990&BX_PAYSYSTEM_ID=7#top`,
    );
    expect(linkTo({ ACTION_URI: 'pay?' })).toBe('pay?BX_PAYSYSTEM_ID=7');
  });

  it.each([
    ['METHOD is empty', { METHOD: '' }],
    ['METHOD is missing', {}],
    ['METHOD is POST', { METHOD: 'POST' }],
    ['METHOD has a blank', { METHOD: 'GET ' }],
    ['a field is visible', { METHOD: 'GET', FIELDS: { a: { CODE: 'SUM' }, b: { CODE: 'SHOP', VISIBLE: 'Y' } } }],
    ['the buyer is asked', { METHOD: 'GET', FIELDS: { a: { CODE: { NAME: 'Phone' } } } }],
    ['the question is empty', { METHOD: 'GET', FIELDS: { a: { CODE: {} } } }],
  ])('is a form when %s', (_why, data) => {
    expect(kindWith(data)).toBe('form');
  });
});
