import { describe, expect, it } from 'vitest';
import { nearest } from '../../server/rules/nearest.js';

describe('nearest', () => {
  it.each([
    ['SHOP_KEYY', 'SHOP_KEY'],
    ['shop-key', 'SHOP_KEY'],
    ['ShopKey', 'SHOP_KEY'],
    ['CDOE', 'CODE'],
    ['EMAL', 'EMAIL'],
    ['ACTION_URL', 'ACTION_URI'],
    ['PROVIDER_VALEU', 'PROVIDER_VALUE'],
  ])('takes %s for %s', (wrong, right) => {
    expect(nearest(wrong, ['SHOP_KEY', 'CODE', 'EMAIL', 'ACTION_URI', 'PROVIDER_VALUE', 'SORT'])).toBe(right);
  });

  it.each(['', 'X', 'SUM', 'REST_SERVICE_ID', 'NAME', 'x'.repeat(200)])('finds nothing near %s', (wrong) => {
    expect(nearest(wrong, ['SHOP_KEY', 'CODE', 'EMAIL', 'REST_SERVICE_KEY'])).toBeUndefined();
  });

  it('prefers what begins alike among equally near ones', () => {
    expect(nearest('RUX', ['AUX', 'EUR', 'RUB'])).toBe('RUB');
  });

  it('is never the name itself', () => {
    expect(nearest('CODE', ['CODE'])).toBeUndefined();
  });
});
