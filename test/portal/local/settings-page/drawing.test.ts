/** How the settings of a payment system are drawn. */
import { describe, expect, it } from 'vitest';
import { GROUPS } from '../../../../schemas/providers.js';
import { groupHeading } from '../../../../portal/local/settings-page/setting-groups.js';
import { FORM, mapping, pageOf, portalWith, textWith } from './form.js';

const HOSTILE = '"\'></textarea></select><script>alert(1)</script>';
const withInput = (TYPE: string, more: object = {}, code: object = {}) => ({
  CODE_A: { NAME: 'Label', INPUT: { TYPE, ...more }, ...code },
});
const DEFAULT = (PROVIDER_VALUE: string, PROVIDER_KEY = 'VALUE') => ({ DEFAULT: { PROVIDER_KEY, PROVIDER_VALUE } });
const NAMED = 'id="setting-0" name="value-0" aria-describedby="setting-0-help"';
const LABEL = '<label for="setting-0">Label</label>';

describe('a setting', () => {
  it('has its label, its help text and its code', async () => {
    const text = await textWith(withInput('STRING', {}, { DESCRIPTION: 'Ask your bank' }));
    expect(text).toContain(`${LABEL} <input type="text" ${NAMED} value="" placeholder=""`);
    expect(text).toContain('<p class="quiet">Ask your bank<br /><code>CODE_A</code></p>');
  });

  it('is called by its code when it has no name', async () => {
    const text = await textWith({ CODE_A: { INPUT: { TYPE: 'STRING' } } });
    expect(text).toContain('<label for="setting-0">CODE_A</label>');
    expect(text).not.toContain('<code>');
  });

  it('says what the manifest sets as long as nothing is entered', async () => {
    const codes = withInput('STRING', {}, DEFAULT('S-1'));
    expect(await textWith(codes)).toContain('value="" placeholder="from the manifest: S-1"');
    const entered = await textWith(codes, [mapping('CODE_A', 'INPUT', 'mine')]);
    expect(entered).toContain('value="mine" placeholder=""');
  });

  it('says for a person type what holds for all of them', async () => {
    const mappings = [
      mapping('CODE_A', 'INPUT', 'for all'),
      mapping('CODE_A', 'INPUT', 'company', { PERSON_TYPE_ID: 2 }),
    ];
    const portal = await portalWith(withInput('STRING', {}, DEFAULT('S-1')), { mappings });
    expect((await pageOf(portal, `${FORM}?persontype=1`)).text).toContain(
      'value="" placeholder="for all buyers: for all"',
    );
    expect((await pageOf(portal, `${FORM}?persontype=2`)).text).toContain('value="company" placeholder=""');
  });

  it('says what holds for all payment systems', async () => {
    const text = await textWith(withInput('STRING'), [mapping('CODE_A', 'INPUT', 'all', { PAY_SYSTEM_ID: 0 })]);
    expect(text).toContain('placeholder="for all payment systems: all"');
  });

  it('has a remark when a portal keeps it under the name of another one', async () => {
    const long = 'L'.repeat(50);
    const text = await textWith({ low: {}, LOW: {}, OTHER: {}, [`${long}1`]: {}, [`${long}2`]: {}, [`${long}3`]: {} });
    const remark = (codes: string) =>
      text.split(`The portal stores ${codes} under one name, so they share one value.`).length - 1;
    expect(remark('low and LOW')).toBe(2);
    expect(remark(`${long}1, ${long}2 and ${long}3`)).toBe(3);
    expect(text.split('under one name')).toHaveLength(6);
  });

  it('has a remark when a portal takes what is stored for nothing', async () => {
    expect(await textWith(withInput('STRING'), [mapping('CODE_A', 'INPUT', '0')])).toContain(
      'A portal takes 0 for nothing entered',
    );
  });
});

describe('the control', () => {
  it('of a STRING with MULTILINE has several lines', async () => {
    const text = await textWith(withInput('STRING', { MULTILINE: 'Y', ROWS: 7 }), [mapping('CODE_A', 'INPUT', 'a')]);
    expect(text).toContain(`${LABEL} <textarea ${NAMED} rows="7" placeholder=""> a</textarea`);
  });

  it('of a NUMBER has its limits, but shows what is no number', async () => {
    const codes = withInput('NUMBER', { MIN: 1, MAX: '9.5', STEP: 'x' });
    expect(await textWith(codes, [mapping('CODE_A', 'INPUT', '3')])).toContain(
      `<input type="number" ${NAMED} value="3" placeholder="" min="1" max="9.5" step="any" />`,
    );
    expect(await textWith(codes, [mapping('CODE_A', 'INPUT', 'three')])).toContain(
      `<input type="text" ${NAMED} value="three"`,
    );
  });

  it.each([
    ['nothing', {}, [], false],
    ['Y in the manifest', DEFAULT('Y'), [], true],
    ['N over Y in the manifest', DEFAULT('Y'), [mapping('CODE_A', 'INPUT', 'N')], false],
    ['Y', {}, [mapping('CODE_A', 'INPUT', 'Y')], true],
  ])('of a Y/N is a box: with %s', async (_what, code, mappings, isTicked) => {
    const text = await textWith(withInput('Y/N', {}, code), mappings);
    const [box] = /<input type="checkbox" id="setting-0"[^>]*>/.exec(text) ?? [];
    expect(box).toContain('value="Y"');
    expect(box?.includes(' checked')).toBe(isTicked);
  });

  it('of an ENUM has its options, nested ones under headings', async () => {
    const codes = withInput('ENUM', { OPTIONS: { '': 'None', b: 'B', More: { c: 'C' } } }, DEFAULT('c', 'INPUT'));
    const text = await textWith(codes, [mapping('CODE_A', 'INPUT', 'b')]);
    expect(text).toContain(
      '<option value="b" selected>B</option><optgroup label="More"><option value="c" >C</option></optgroup>',
    );
    expect(await textWith(codes)).toContain('<option value="">from the manifest: C</option>');
  });

  it('of an ENUM keeps a value that is no option any more', async () => {
    const text = await textWith(withInput('ENUM', { OPTIONS: { a: 'A' } }), [mapping('CODE_A', 'INPUT', 'old')]);
    expect(text).toContain('<option value="old" selected>old (not among OPTIONS)</option>');
  });

  it.each([{}, { OPTIONS: {} }, { OPTIONS: 'a' }])('of an ENUM with %j is an error text', async (input) => {
    const text = await textWith(withInput('ENUM', input));
    expect(text).toContain('<p class="bad">An error text of the portal</p>');
    expect(text).toContain('An ENUM without OPTIONS: the portal shows an error text instead of a choice.');
    expect(text).not.toContain('name="value-0"');
  });

  it.each(['DATE', 'FILE', 'LOCATION'])('of a %s is a text here', async (type) => {
    const text = await textWith(withInput(type));
    expect(text).toContain(`<input type="text" ${NAMED}`);
    expect(text).toContain(`The portal draws a control of its own for ${type}; here it is a text.`);
  });

  it.each(['SELECT', 'string', 'toString'])('of a %s is none, and no settings open on a portal', async (type) => {
    const text = await textWith(withInput(type));
    expect(text).toContain(`No portal has an input type ${type}: there, opening these settings fails`);
    expect(text).not.toContain('name="value-0"');
  });
});

describe('a setting without INPUT', () => {
  const options = (text: string) =>
    Array.from((/<select id="source-0".*?<\/select>/.exec(text) ?? [''])[0].matchAll(/<option ?(selected)?>([^<]*)/g));

  it.each([[undefined], [null], [[]], [{}]])('has a source and a value: INPUT %j', async (INPUT) => {
    const text = await textWith({ CODE_A: { NAME: 'Label', INPUT, ...DEFAULT('SUM', 'PAYMENT') } });
    expect(text).toContain('role="group" aria-labelledby="setting-0-label"');
    expect(text).toContain('aria-describedby="setting-0-help" value="" placeholder="" list="values-of-"');
    expect(text).toContain(
      '<div class="help" id="setting-0-help"> <p class="quiet">from the manifest: PAYMENT.SUM<br />',
    );
    const names = options(text).map(([, , name]) => name);
    expect(names).toEqual(expect.arrayContaining(['VALUE', 'ORDER', 'PAYMENT', 'USER', 'PROPERTY', 'REQUISITE']));
    for (const never of ['INPUT', 'SHIPMENT', 'Y\\N']) expect(names).not.toContain(never);
  });

  it('offers the sources that PROVIDERS allows, and the one that is stored', async () => {
    const codes = { CODE_A: { PROVIDERS: ['ORDER', 'VALUE', 'NOWHERE'] } };
    expect(options(await textWith(codes)).map(([, , name]) => name)).toEqual(['VALUE', 'ORDER']);
    const text = await textWith(codes, [mapping('CODE_A', 'USER', 'EMAIL')]);
    expect(options(text).map(([, selected, name]) => [name, selected])).toEqual([
      ['VALUE', undefined],
      ['ORDER', undefined],
      ['USER', 'selected'],
    ]);
    expect(text).toContain('value="EMAIL" placeholder="" list="values-of-USER"');
    expect(text).toMatch(/<datalist id="values-of-USER">.*<option value="EMAIL"><\/option>/);
  });
});

describe('groups', () => {
  it('stand in the order of the portal, and settings in theirs', async () => {
    const text = await textWith({
      LAST: { NAME: 'last' },
      OTHER: { NAME: 'other', GROUP: 'MY_GROUP', SORT: 1 },
      SELLER: { NAME: 'seller', GROUP: 'SELLER_COMPANY', SORT: '5' },
      SECOND: { NAME: 'second', GROUP: 'PAYMENT', SORT: 20 },
      FIRST: { NAME: 'first', GROUP: 'PAYMENT', SORT: '3' },
    });
    const found = Array.from(text.matchAll(/<h2>([^<]*)<\/h2>|-label">([^<]*)<\/p>/g), ([, heading, label]) =>
      heading === undefined ? label : `# ${heading}`,
    );
    expect(found).toEqual([
      '# Payment',
      'first',
      'second',
      '# Seller: company',
      'seller',
      '# MY_GROUP',
      'other',
      '# Without a group',
      'last',
    ]);
  });

  it('have no heading when there are none', async () => {
    expect(await textWith({ A: {}, B: { GROUP: '' } })).not.toContain('<h2>');
  });

  it('that a portal knows all have a name', () => {
    for (const group of Object.keys(GROUPS)) expect(groupHeading(group)).not.toBe(group);
    expect(groupHeading('toString')).toBe('toString');
  });
});

it('a handler without CODES has nothing to enter', async () => {
  const { text } = await pageOf(await portalWith([]));
  expect(text).toContain('The handler has no CODES, so there is nothing to enter.');
  expect(text).not.toContain('<form');
});

it('texts of a manifest and stored values are only ever texts', async () => {
  const inputs = [
    { TYPE: 'STRING' },
    { TYPE: 'STRING', MULTILINE: 'Y' },
    { TYPE: 'NUMBER', MIN: HOSTILE },
    { TYPE: 'Y/N' },
    { TYPE: 'ENUM', OPTIONS: { [HOSTILE]: HOSTILE, [`${HOSTILE}2`]: { [HOSTILE]: HOSTILE } } },
    { TYPE: HOSTILE },
    undefined,
  ];
  const names = inputs.map((_input, index) => `${index}${HOSTILE}`);
  const descriptors = inputs.map((INPUT) => ({
    NAME: HOSTILE,
    DESCRIPTION: HOSTILE,
    GROUP: HOSTILE,
    INPUT,
    ...DEFAULT(HOSTILE),
  }));
  const codes = Object.fromEntries(names.map((name, index) => [name, descriptors[index]]));
  const stored = names.map((name) => mapping(name, HOSTILE, HOSTILE));
  for (const mappings of [[], stored]) {
    const text = await textWith(codes, mappings);
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).not.toContain('<script>');
    expect(text.match(/<\/textarea/g)).toHaveLength(1);
  }
});
