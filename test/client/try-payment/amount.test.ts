/** The sum and currency that the editor asks for. */
import { describe, expect, it } from 'vitest';
import { proposedAmount, readAmount } from '../../../client/try-payment/amount.js';

describe('the proposal', () => {
  it('is the first currency of the manifest, or roubles', () => {
    expect(proposedAmount(undefined, ['EUR', 'USD'])).toBe('1990 EUR');
    expect(proposedAmount(undefined, [])).toBe('1990 RUB');
  });

  it('repeats what was paid last', () => {
    expect(proposedAmount('10.50 usd', ['EUR', 'USD'])).toBe('10.50 USD');
    expect(proposedAmount('10.50 BYN', [])).toBe('10.50 BYN');
  });

  it('has no currency that the manifest is not for, whatever another one was paid with', () => {
    expect(proposedAmount('10.50 RUB', ['EUR', 'USD'])).toBe('10.50 EUR');
  });
});

describe('what is entered', () => {
  it('is a sum and a currency', () => {
    expect(readAmount(' 10.5  byn ')).toEqual({ sum: 10.5, currency: 'BYN' });
    expect(readAmount('1990,50 RUB')).toEqual({ sum: 1990.5, currency: 'RUB' });
  });

  it.each(['', '10', 'RUB', '0 RUB', '-1 RUB', '1.234 RUB', '1,555 RUB', '1 RUBL', 'much RUB'])('is not %j', (text) => {
    expect(readAmount(text)).toBeUndefined();
  });
});
