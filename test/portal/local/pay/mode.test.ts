/** Which mode of a manifest is drawn. */
import { describe, expect, it } from 'vitest';
import { activeMode } from '../../../../portal/local/pay/active-mode.js';
import { findContext } from '../../../../portal/local/pay/context.js';
import { decodeJson } from '../../../../portal/local/php/json-decode.js';
import { blockFor, blockIn, requestWith, stateWith } from './state.js';

const DATA = { ACTION_URI: 'https://shop.test/', FIELDS: {} };
const modeOf = (settings: unknown) => activeMode(decodeJson(JSON.stringify(settings)));

describe('the active mode', () => {
  it('is IFRAME_DATA before CHECKOUT_DATA before FORM_DATA, whatever their order', () => {
    const all = { FORM_DATA: DATA, CHECKOUT_DATA: DATA, IFRAME_DATA: DATA };
    expect(modeOf(all)).toMatchObject({ mode: 'IFRAME_DATA', shadowed: ['CHECKOUT_DATA', 'FORM_DATA'] });
    expect(modeOf({ ...all, IFRAME_DATA: [] })).toMatchObject({ mode: 'CHECKOUT_DATA', shadowed: ['FORM_DATA'] });
    expect(modeOf({ FORM_DATA: DATA })).toMatchObject({ mode: 'FORM_DATA', shadowed: [] });
  });

  it.each([null, {}, [], '', '0', 0, false])('is not one that PHP calls empty: %j', (empty) => {
    expect(modeOf({ IFRAME_DATA: empty, FORM_DATA: DATA })).toMatchObject({ mode: 'FORM_DATA' });
    expect(modeOf({ FORM_DATA: empty })).toBeUndefined();
  });

  it('may be text, which has nothing in it', () => {
    expect(modeOf({ IFRAME_DATA: 'x', FORM_DATA: DATA })).toMatchObject({ mode: 'IFRAME_DATA', data: new Map() });
    expect(blockFor({ IFRAME_DATA: 'x', FORM_DATA: DATA })).toEqual({ kind: 'nothing', buyerSees: '' });
  });

  it.each(['text', 5, null, []])('is none when SETTINGS are %j', (settings) => {
    expect(modeOf(settings)).toBeUndefined();
    expect(blockIn(stateWith(settings))).toEqual({ kind: 'nothing', buyerSees: '' });
  });

  it('needs a payment, a payment system and its handler', () => {
    const state = stateWith({ FORM_DATA: DATA });
    expect(blockIn(state)).toMatchObject({ kind: 'form' });
    expect(findContext(state, { ...requestWith(), paymentId: 1n })).toBe('payment');
    expect(findContext(state, { ...requestWith(), paySystemId: 1n })).toBe('pay-system');
    expect(findContext({ ...state, handlers: [] }, requestWith())).toBe('handler');
  });
});
