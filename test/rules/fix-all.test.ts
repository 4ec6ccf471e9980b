import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../server/document/parse.js';
import { fixAll, type FixAllOptions } from '../../server/fix-all.js';
import { inCheckout, inForm, inSettings, SOUND } from './manifests.js';

const fixed = (text: string, options?: FixAllOptions): string => fixAll(parseManifest(text), options).text;

const text = (method: string, uri: string, currency: string) =>
  inSettings(
    `"CODES": {}, "CHECKOUT_DATA": { ${method}"ACTION_URI": "${uri}", "FIELDS": {} }, "CURRENCY": ${currency}`,
  );
const BROKEN = text('"METHOD": "POST", "PARAMS": {}, ', 'http://pay.shop.ru', '"RUB"');

describe('fixAll', () => {
  it('puts right everything that is safe to', () => {
    expect(fixed(BROKEN)).toBe(text('', 'https://pay.shop.ru', '["RUB"]'));
  });

  it('counts what it has put right', () => {
    expect(fixAll(parseManifest(BROKEN)).count).toBe(4);
    expect(fixAll(parseManifest(SOUND)).count).toBe(0);
  });

  it('keeps to the codes that are asked for', () => {
    expect(fixed(BROKEN, { codes: ['currency-not-a-list'] })).toBe(BROKEN.replace('"RUB"', '["RUB"]'));
    expect(fixed(BROKEN, { codes: ['unused-code', 'wrong-type'] })).toBe(BROKEN);
    expect(fixed(BROKEN, { codes: [] })).toBe(BROKEN);
  });

  it('leaves alone what is off or silenced', () => {
    const check = { severities: { 'insecure-action-uri': 'off', 'ignored-property': 'off' } } as const;
    expect(fixed(BROKEN, { check })).toBe(BROKEN.replace('"RUB"', '["RUB"]'));
    const silenced = BROKEN.replace('"CURRENCY"', '\n// b24pay-ignore currency-not-a-list\n"CURRENCY"');
    expect(fixed(silenced)).toContain('"CURRENCY": "RUB"');
  });

  it('goes on where one fix makes room for the next', () => {
    const before = inSettings(
      '"CODES": {}, "checkout": { "METHOD": "POST", "ACTION_URL": "http://pay.shop.ru", "FIELDS": [] }',
    );
    const after = inSettings('"CODES": {}, "CHECKOUT_DATA": { "ACTION_URI": "https://pay.shop.ru", "FIELDS": [] }');
    expect(fixed(before)).toBe(after);
  });

  it('writes no key twice', () => {
    const field = (key: string) => inCheckout(`"FIELDS": { "x": { "CODE": { "NAME": "q" }, "${key}": "Y" } }`);
    expect(fixed(field('Visible'))).toBe(field('VISIBLE'));
  });

  it('keeps a type unread that would take the field off the page, and renames the rest', () => {
    const field = (key: string) =>
      inCheckout(`"FIELDS": { "x": { "CODE": { "NAME": "q", "input": { "TYPE": "DATE" } }, "${key}": "Y" } }`);
    expect(fixed(field('visible'))).toBe(field('VISIBLE'));
  });

  /** A manifest that a portal refuses, or takes: with other names for CODES and ACTION_URI. */
  const form = (names: { codes?: string; uri?: string }, fields: string, entries: string, more = '') =>
    inSettings(
      `${more}"FORM_DATA": { "${names.uri ?? 'ACTION_URI'}": "https://example.com/", "METHOD": "POST", "FIELDS": { ${fields} } }, "${names.codes ?? 'CODES'}": { ${entries} }`,
    );

  it.each([
    ['an unsafe secret', '"a": { "CODE": "SHOP_KEY" }', '"SHOP_KEY": { "NAME": "Key" }'],
    ['a field that is not drawn', '"a": { "CODE": "A" }', '"A": { "NAME": "a", "INPUT": { "TYPE": "DATE" } }'],
    ['an unknown code', '"a": { "CODE": "B" }', '"A": { "NAME": "a" }'],
    [
      'an unknown value',
      '"a": { "CODE": "A" }',
      '"A": { "NAME": "a", "DEFAULT": { "PROVIDER_KEY": "ORDER", "PROVIDER_VALUE": "NONE" } }',
    ],
  ])('puts right a name for which a portal refuses the handler, though that uncovers %s', (_what, fields, entries) => {
    for (const names of [{ codes: 'codes' }, { uri: 'ACTION_URL' }, { codes: 'codes', uri: 'ACTION_URL' }])
      expect(fixed(form(names, fields, entries))).toBe(form({}, fields, entries));
  });

  it('uncovers no more than that: what comes to light is treated as in any manifest', () => {
    const field = '"a": { "CODE": "A" }';
    const entry = '"A": { "NAME": "a", "input": { "TYPE": "DATE" } }';
    expect(fixed(form({ codes: 'codes' }, field, entry))).toBe(form({}, field, entry));
  });

  it('brings no other reason to refuse along', () => {
    const secret = [
      '"a": { "CODE": "SHOP_KEY" }',
      '"SHOP_KEY": { "NAME": "Key" }',
      '"client_type": "person", ',
    ] as const;
    expect(fixed(form({ codes: 'codes' }, ...secret))).toBe(form({}, ...secret));
    // The same rule has one error less, but that was none for which a portal refuses.
    const asked = (visible: string) =>
      [`"a": { "CODE": { "NAME": "q" }, "VISIBLE": "${visible}" }`, '', secret[2]] as const;
    expect(fixed(form({}, ...asked('y')))).toBe(form({}, ...asked('Y')));
  });

  it.each([
    ['a key unread whose value the portal would refuse', '"client_type": "person"'],
    ['what a slip of the keyboard touches as it is', '"CURRENCY": ""RUB"'],
  ])('keeps %s', (_what, member) => {
    const before = inForm('"FIELDS": {}').replace('"CODES"', `${member}, "CODES"`);
    expect(fixed(before)).toBe(before);
  });

  it('changes nothing of a sound text, and what it can of a broken one', () => {
    expect(fixed(SOUND)).toBe(SOUND);
    const cut = BROKEN.slice(0, -3);
    expect(fixed(cut)).toBe(text('', 'https://pay.shop.ru', '["RUB"]').slice(0, -3));
  });
});
