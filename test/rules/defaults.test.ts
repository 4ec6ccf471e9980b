import { describe, expect, it } from 'vitest';
import { expectFix, expectNone, expectProblems, fixesOf } from './marked.js';
import { inCode } from './manifests.js';

const source = (key: string, value: string) =>
  inCode(`"DEFAULT": { "PROVIDER_KEY": ${key}, "PROVIDER_VALUE": ${value} }`);

describe('incomplete-default', () => {
  it.each([
    ['nothing', inCode('⟦"DEFAULT"⟧: {}'), 'neither PROVIDER_KEY nor PROVIDER_VALUE'],
    ['an empty list', inCode('⟦"DEFAULT"⟧: []'), 'neither PROVIDER_KEY nor PROVIDER_VALUE'],
    ['two empty texts', source('⟦""⟧', '""'), 'neither PROVIDER_KEY nor PROVIDER_VALUE'],
    ['a blank text', source('"VALUE"', '⟦" \\t"⟧'), 'cuts blanks off'],
    ['a blank text that an administrator entered', source('"INPUT"', '⟦"  "⟧'), 'cuts blanks off'],
    ['no key', inCode('⟦"DEFAULT"⟧: { "PROVIDER_VALUE": "x" }'), 'no PROVIDER_KEY'],
    ['no value', inCode('⟦"DEFAULT"⟧: { "PROVIDER_KEY": "VALUE" }'), 'no PROVIDER_VALUE'],
    ['an empty value', source('"VALUE"', '⟦""⟧'), 'no PROVIDER_VALUE'],
    ['an empty key', source('⟦""⟧', '"x"'), 'no PROVIDER_KEY'],
    ['null for a value', source('"VALUE"', '⟦null⟧'), 'no PROVIDER_VALUE'],
    ['"0"', source('"VALUE"', '⟦"0"⟧'), 'takes "0" for nothing'],
  ])('reports %s', (_what, marked, words) => {
    expectProblems('incomplete-default', marked, 'warning', words);
  });

  it.each([
    ['a complete one', source('"VALUE"', '"x"')],
    ['none', inCode('"DEFAULT": null')],
    ['a text with blanks around it', source('"VALUE"', '" x "')],
    ['a blank name of a property', source('"PROPERTY"', '" "')],
    ['what is of another type', inCode('"DEFAULT": "x"')],
    ['a value of another type', source('"VALUE"', '0')],
  ])('is silent on %s', (_what, text) => {
    expectNone('incomplete-default', text);
  });

  it('sends the value itself', () => {
    const title = 'Send the value itself: PROVIDER_KEY "VALUE"';
    expectFix(
      'incomplete-default',
      inCode('"DEFAULT": { "PROVIDER_VALUE": "x" }'),
      title,
      inCode('"DEFAULT": { "PROVIDER_VALUE": "x", "PROVIDER_KEY": "VALUE" }'),
    );
    expectFix('incomplete-default', source('""', '"x"'), title, source('"VALUE"', '"x"'));
    expectFix('incomplete-default', source('null', '"x"'), title, source('"VALUE"', '"x"'));
  });

  it.each(['{ "PROVIDER_KEY": "VALUE" }', '{ "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "0" }', '{}'])(
    'offers to remove %s, but not by itself',
    (text) => {
      const before = inCode(`"NAME": "a", "DEFAULT": ${text}`);
      expectFix('incomplete-default', before, 'Remove the default', inCode('"NAME": "a"'), false);
    },
  );

  const only = (value: string) => inCode(`"DEFAULT": { "PROVIDER_VALUE": "${value}" }`);
  const from = (key: string, value: string) =>
    inCode(`"DEFAULT": { "PROVIDER_VALUE": "${value}", "PROVIDER_KEY": "${key}" }`);

  it.each([
    ['SUM', 'PAYMENT', 'SUM'],
    ['USER_EMAIL', 'USER', 'EMAIL'],
    ['PAYMENT.ACCOUNT_NUMBER', 'PAYMENT', 'ACCOUNT_NUMBER'],
    ['PRICE_DELIVERY', 'ORDER', 'PRICE_DELIVERY'],
  ])('takes %s for the value of the only source that has it', (value, key, name) => {
    expectFix('incomplete-default', only(value), `Take the value of ${key}.${name}`, from(key, name));
    const literal = 'Send the value itself: PROVIDER_KEY "VALUE"';
    expectFix('incomplete-default', only(value), literal, from('VALUE', value), false);
    expectFix(
      'incomplete-default',
      source('""', `"${value}"`),
      `Take the value of ${key}.${name}`,
      source(`"${key}"`, `"${name}"`),
    );
  });

  it.each([
    ['ACCOUNT_NUMBER', ['Take the value of ORDER.ACCOUNT_NUMBER', 'Take the value of PAYMENT.ACCOUNT_NUMBER']],
    ['EMAIL', ['Take the value of USER.EMAIL', 'Take the value of PROPERTY.EMAIL']],
    ['INN', ['Take the value of PROPERTY.INN']],
    ['DEAL_ID', []],
  ])('leaves it to the writer where %s comes from', (value, titles) => {
    const fixes = fixesOf('incomplete-default', only(value));
    expect(fixes.map(({ title }) => title)).toEqual([...titles, 'Send the value itself: PROVIDER_KEY "VALUE"']);
    expect(fixes.filter(({ preferred }) => preferred)).toEqual([]);
  });

  it.each(['TEST', 'RUB', 'sum', 'a_b', 'https://a.test'])('takes %s for a text', (value) => {
    expectFix('incomplete-default', only(value), 'Send the value itself: PROVIDER_KEY "VALUE"', from('VALUE', value));
  });
});

describe('unknown-provider', () => {
  it.each([
    ['"PAYMNT"', 'Did you mean PAYMENT?', 'PAYMENT'],
    ['"payment"', 'Did you mean PAYMENT?', 'PAYMENT'],
    ['"Y/N"', 'Did you mean VALUE?', 'VALUE'],
    ['"USER-TYPED-KEY"', 'Use VALUE, ORDER', undefined],
    ['"DEAL"', 'No portal knows the source DEAL', undefined],
    ['"constructor"', 'constructor', undefined],
  ])('reports %s', (key, words, right) => {
    expectProblems('unknown-provider', source(`⟦${key}⟧`, '"x"'), 'error', words);
    if (right === undefined) expect(fixesOf('unknown-provider', source(key, '"x"'))).toEqual([]);
    else expectFix('unknown-provider', source(key, '"x"'), `Change to "${right}"`, source(`"${right}"`, '"x"'));
  });

  it.each([
    '"VALUE"',
    '"PROPERTY"',
    '"Y\\\\N"',
    '"INPUT"',
    '"COMPANY"',
    '"MC_REQUISITE"',
    '"CRM_CONTACT"',
    '"SHIPMENT"',
    '""',
    '5',
  ])('is silent on %s', (key) => {
    expectNone('unknown-provider', source(key, '"x"'));
  });
});

describe('provider-not-implemented', () => {
  it('reports Y\\N and offers VALUE', () => {
    expectProblems('provider-not-implemented', source('⟦"Y\\\\N"⟧', '"Y"'), 'warning', 'no portal implements it');
    expectFix('provider-not-implemented', source('"Y\\\\N"', '"Y"'), 'Change to "VALUE"', source('"VALUE"', '"Y"'));
  });

  it('is silent on others', () => {
    expectNone('provider-not-implemented', source('"VALUE"', '"Y"'));
  });
});

describe('undocumented-provider', () => {
  it.each(['COMPANY', 'REQUISITE', 'MC_BANK_DETAIL', 'CRM_COMPANY', 'SHIPMENT', 'INPUT'])('notes %s', (key) => {
    expectProblems('undocumented-provider', source(`⟦"${key}"⟧`, '"x"'), 'information', key);
  });

  it.each(['VALUE', 'ORDER', 'PAYMENT', 'USER', 'PROPERTY', 'Y\\\\N', 'DEAL'])('is silent on %s', (key) => {
    expectNone('undocumented-provider', source(`"${key}"`, '"x"'));
  });
});

describe('unknown-provider-value', () => {
  it.each([
    ['ORDER', 'USER_EMAIL', 'USER', 'EMAIL'],
    ['ORDER', 'USER_NAME', 'USER', 'NAME'],
    ['PAYMENT', 'DATE_INSERT', 'ORDER', 'DATE_INSERT'],
    ['ORDER', 'SUM', 'PAYMENT', 'SUM'],
    ['PAYMENT', 'ORDER_ID', 'ORDER', 'ID'],
    ['PAYMENT', 'PAYMENT.SUM', 'PAYMENT', 'SUM'],
    ['PAYMENT', 'sum', 'PAYMENT', 'SUM'],
    ['PAYMENT', 'ACCOUNT_NUMBR', 'PAYMENT', 'ACCOUNT_NUMBER'],
    ['USER', 'EMAL', 'USER', 'EMAIL'],
  ])('reports %s.%s and offers %s.%s', (key, value, rightKey, rightValue) => {
    const words = `Did you mean ${rightKey}.${rightValue}?`;
    expectProblems('unknown-provider-value', source(`"${key}"`, `⟦"${value}"⟧`), 'warning', words);
    expectFix(
      'unknown-provider-value',
      source(`"${key}"`, `"${value}"`),
      `Change to ${rightKey}.${rightValue}`,
      source(`"${rightKey}"`, `"${rightValue}"`),
    );
  });

  it.each([
    ['USER', 'FIO', 'FIO'],
    ['ORDER', 'PHONE', 'PHONE'],
    ['ORDER', 'PROPERTY_INN', 'INN'],
  ])('takes %s.%s for a property that portals usually have, and prefers none', (key, value, right) => {
    const before = source(`"${key}"`, `"${value}"`);
    expectFix(
      'unknown-provider-value',
      before,
      `Change to PROPERTY.${right}`,
      source('"PROPERTY"', `"${right}"`),
      false,
    );
  });

  it('has no fix when nothing is near', () => {
    expectProblems(
      'unknown-provider-value',
      source('"USER"', '⟦"SHOE_SIZE"⟧'),
      'warning',
      'not among the known values of USER',
    );
    expect(fixesOf('unknown-provider-value', source('"USER"', '"SHOE_SIZE"'))).toEqual([]);
  });

  it.each([
    ['ORDER', 'TRACKING_NUMBER'],
    ['PAYMENT', 'PAY_RETURN_COMMENT'],
    ['USER', 'PERSONAL_NOTES'],
    ['USER', 'PERSONAL_PHONE'],
    ['USER', 'XML_ID'],
    ['VALUE', 'anything'],
    ['PROPERTY', 'ANY_PORTAL_HAS_ITS_OWN'],
    ['PROPERTY', '12_CITY'],
    ['COMPANY', 'UF_X'],
    ['REQUISITE', 'RQ_NAME|1'],
    ['CRM_CONTACT', 'X'],
    ['SHIPMENT', 'X'],
    ['INPUT', 'X'],
    ['DEAL', 'X'],
    ['ORDER', ''],
  ])('is silent on %s.%s', (key, value) => {
    expectNone('unknown-provider-value', source(`"${key}"`, `"${value}"`));
  });
});
