/** Payments without a browser: forms and direct links, sent as a browser would. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { PayResult } from '../../../../portal/local/exchange/pay-without-browser.js';
import type { LocalPortal } from '../../../../portal/local/server.js';
import { start } from '../portal.js';
import { always, inTurn, serve } from './endpoint.js';
import { LINK, payAt } from './paying.js';

let portal: LocalPortal;
beforeEach(async () => {
  portal = await start();
});

const pay = (settings: object, more: object = {}): Promise<PayResult> => payAt(portal, settings, more);

describe('a form', () => {
  const form = (url: string, more: object = { METHOD: 'POST' }) => ({
    FORM_DATA: {
      ACTION_URI: `${url}/form?a=1`,
      FIELDS: {
        sum: { CODE: 'SUM' },
        note: { CODE: 'SHOP', VISIBLE: 'Y' },
        test: { CODE: 'TEST', VISIBLE: 'Y' },
        tax: { CODE: 'TAX' },
      },
      ...more,
    },
  });

  it('is sent as a browser would: what is drawn, and what the buyer enters', async () => {
    const { url, got } = await serve(always(200, '<p>Pay'));
    expect(await pay(form(url), { fields: { note: 'new', sum: '1' } })).toMatchObject({
      outcome: 'form',
      ok: true,
      buyerSees: `The buyer sees the page of ${new URL(url).host}.`,
      exchanges: [{ request: { method: 'POST', url: `${url}/form?a=1` }, response: { status: 200, body: '<p>Pay' } }],
    });
    expect([...new URLSearchParams(got[0]?.body)]).toEqual([
      ['sum', '1990'],
      ['note', 'new'],
      ['test', 'N'],
      ['test', 'Y'],
      ['BX_PAYSYSTEM_ID', '7'],
      ['BX_RETURN_URL', `${portal.url}/pay/201?paysystem=7`],
      ['button', 'Pay'],
    ]);
  });

  it('replaces the query with GET, which no METHOD is too', async () => {
    const { url, got } = await serve(always(200, ''));
    await pay(form(url, {}), { fields: { test: 'N' } });
    expect(got).toMatchObject([
      { method: 'GET', path: expect.stringMatching(/^\/form\?sum=1990&note=S-1&test=N&BX_PAY/) as string, body: '' },
    ]);
  });

  it('is not followed to anybody else', async () => {
    const bank = await serve(always(200, 'Bank'));
    const { url } = await serve(always(302, '', { location: `${bank.url}/pay?a=1` }));
    expect(await pay(form(url))).toMatchObject({
      ok: true,
      buyerSees: `${new URL(url).host} leads the buyer on to ${new URL(bank.url).host}.`,
      exchanges: [{ response: { status: 302 } }],
    });
    expect(bank.got).toEqual([]);
  });

  it('follows redirects, each told', async () => {
    const { url, got } = await serve(inTurn(always(303, '', { location: '/page' }), always(200, 'Page')));
    expect(await pay(form(url))).toMatchObject({
      outcome: 'form',
      ok: true,
      exchanges: [
        { request: { method: 'POST' }, response: { status: 303 } },
        { request: { method: 'GET', url: `${url}/page`, body: '' }, response: { status: 200 } },
      ],
    });
    expect(got).toHaveLength(2);
  });

  it('is sent once more where a redirect says so', async () => {
    const { url, got } = await serve(inTurn(always(307, '', { location: '/page' }), always(200, 'Page')));
    await pay(form(url));
    expect(got[1]).toMatchObject({ method: 'POST', path: '/page', body: got[0]?.body });
  });

  it('fails on an error page, and without an end of redirects', async () => {
    const failing = await serve(always(500, ''));
    expect(await pay(form(failing.url))).toMatchObject({
      outcome: 'form',
      ok: false,
      buyerSees: `The buyer sees an error instead of the page of ${new URL(failing.url).host}.`,
      reason: `${new URL(failing.url).host} answered with status 500.`,
    });
    const turning = await serve(always(302, '', { location: '/on' }));
    expect(await pay(form(turning.url))).toMatchObject({ outcome: 'form', ok: false });
    expect(turning.got).toHaveLength(6);
  });

  it('is unreachable without an answer', async () => {
    const { url, stop } = await serve(LINK);
    await stop();
    expect(await pay(form(url))).toMatchObject({ outcome: 'unreachable', ok: false, exchanges: [{ response: null }] });
  });

  it('that is a direct link is followed', async () => {
    const { url, got } = await serve(always(200, 'Page'));
    const settings = { FORM_DATA: { ACTION_URI: `${url}/go`, METHOD: 'GET', FIELDS: { sum: { CODE: 'SUM' } } } };
    expect(await pay(settings)).toMatchObject({ outcome: 'redirect', ok: true });
    expect(got).toMatchObject([{ method: 'GET', path: '/go?sum=1990&BX_PAYSYSTEM_ID=7' }]);
  });
});
