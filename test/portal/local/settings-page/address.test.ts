/** Who may open and send the form for settings, and what is not there. */
import { describe, expect, it } from 'vitest';
import { FORM, mappingsOf, pageOf, portalWith, save } from './form.js';

const CODES = { SHOP: { INPUT: { TYPE: 'STRING' } } };

describe('the choice of the person type', () => {
  it('has those of orders, and marks the one that is shown', async () => {
    const portal = await portalWith(CODES);
    const { text } = await pageOf(portal, `${FORM}?persontype=2`);
    expect(text).toContain(`href="${FORM}?persontype=0" >All buyers</a>`);
    expect(text).toContain(`href="${FORM}?persontype=1" >Individual</a>`);
    expect(text).toContain(`href="${FORM}?persontype=2" aria-current="page">Legal entity</a>`);
    expect(text).not.toContain('persontype=3');
  });

  it('has those of invoices for a payment system of invoices', async () => {
    const { text } = await pageOf(await portalWith(CODES), '/settings/12');
    expect(text).toContain('persontype=4');
    expect(text).not.toContain('persontype=1');
  });
});

describe('a page says what is not there', () => {
  it.each([
    ['/settings/99', 'No such payment system', 'no payment system 99'],
    ['/settings/abc', 'No such payment system', 'no payment system abc'],
    ['/settings/13', 'The payment system has no handler', 'No handler with the code lost is registered'],
    [`${FORM}?persontype=3`, 'No such person type', 'person type 3'],
    [`${FORM}?persontype=%3Cb%3E`, 'No such person type', 'person type &lt;b&gt;'],
  ])('%s', async (path, title, advice) => {
    const { status, text } = await pageOf(await portalWith(CODES), path);
    expect(status).toBe(404);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(text).toContain(advice);
  });

  it('after a form was sent there, and nothing is stored', async () => {
    const portal = await portalWith(CODES);
    for (const path of ['/settings/99', '/settings/13', `${FORM}?persontype=3`]) {
      expect((await save(portal, [['SHOP', { value: 'x' }]], { path })).status).toBe(404);
    }
    expect(await mappingsOf(portal)).toEqual([]);
  });
});

describe('a form', () => {
  it.each([
    ['of another site', { origin: 'https://evil.test' }],
    ['of another port', { origin: 'http://127.0.0.1:1' }],
    ['without an origin', { origin: 'null' }],
    ['with a wrong token', { token: 'wrong' }],
    ['with no token', { token: '' }],
  ])('%s is refused', async (_what, from) => {
    const portal = await portalWith(CODES);
    expect((await save(portal, [['SHOP', { value: 'x' }]], from)).status).toBe(403);
    expect(await mappingsOf(portal)).toEqual([]);
  });

  it('is kept to itself by the page’s headers', async () => {
    const { headers } = await pageOf(await portalWith(CODES));
    expect(headers.get('content-security-policy')).toContain("form-action 'self';");
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

it('the payment page leads to the form', async () => {
  const { text } = await pageOf(await portalWith(CODES), '/pay/201?paysystem=11');
  expect(text).toContain('<a href="/settings/11">Payment settings</a>');
});
