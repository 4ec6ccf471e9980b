/** What keeps the payment pages safe: headers, tokens, origins, escaping. */
import { describe, expect, it } from 'vitest';
import { sendRaw } from '../portal.js';
import { load, servePages, submit, type Pages } from './pages.js';

const PAGE = '/pay/201?paysystem=7';
const CALL = '/pay/201/call?paysystem=7';
const REPORT = '/pay/201/report?paysystem=7';
const CHECKOUT = { CHECKOUT_DATA: { ACTION_URI: 'https://shop.test/', FIELDS: { sum: { CODE: 'SUM' } } } };
const HOSTILE = '"\'><script>alert(1)</script><!--</title></style>';

const report = (pages: Pages, body: unknown, origin: string = pages.url) => {
  const headers = { 'content-type': 'application/json', origin };
  return fetch(`${pages.url}${REPORT}`, { method: 'POST', headers, body: JSON.stringify(body) });
};
const LOADED = { kind: 'frame-loaded', url: 'https://shop.test/' };

describe('every page', () => {
  it.each(['/', '/pay/201', PAGE, '/pay/999'])('%s has its security headers', async (path) => {
    const { headers } = await load(await servePages(CHECKOUT), path);
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([0-9a-f]{32})'/.exec(policy)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
      "connect-src 'self'",
      "img-src 'self' data:",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'self' vscode-webview: vscode-file: https://*.vscode-cdn.net http://127.0.0.1:* http://localhost:*",
    ]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('has a nonce of its own, on everything that runs', async () => {
    const pages = await servePages(CHECKOUT);
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const { text } = await load(pages, PAGE);
        expect([...text.matchAll(/<(?:script|style)(?! nonce=)/g)]).toEqual([]);
        return /<script nonce="([0-9a-f]+)"/.exec(text)?.[1];
      }),
    );
    expect(nonces[0]).toBeDefined();
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it.each(['evil.test', 'evil.test:PORT'])('is not served to the host %s', async (host) => {
    const pages = await servePages(CHECKOUT);
    const headers = { host: host.replace('PORT', new URL(pages.url).port) };
    for (const path of ['/', PAGE, '/pay/events?payment=201&paysystem=7&version=x']) {
      expect(await sendRaw(`${pages.url}${path}`, { headers })).toMatchObject({ status: 403 });
    }
    const body = `b24pay-token=${pages.token}`;
    const form = { ...headers, origin: `http://${headers.host}`, 'content-type': 'application/x-www-form-urlencoded' };
    const posted = await sendRaw(`${pages.url}${CALL}`, { method: 'POST', headers: form, body });
    expect(posted.status).toBe(403);
    expect(pages.asked.checkouts).toEqual([]);
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
    const pages = await servePages(CHECKOUT);
    for (const path of [CALL, '/pay/201/choose']) {
      const { status, text } = await submit(pages, path, { paysystem: '7' }, from);
      expect(status).toBe(403);
      expect(text).not.toContain(pages.token);
    }
    expect(pages.asked.checkouts).toEqual([]);
    expect((await load(pages, PAGE)).text).toContain('Choose this payment system');
  });

  it('needs the Origin header', async () => {
    const pages = await servePages(CHECKOUT);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `b24pay-token=${pages.token}`;
    expect(await sendRaw(`${pages.url}${CALL}`, { method: 'POST', headers, body })).toMatchObject({ status: 403 });
  });

  it('has no GET', async () => {
    const pages = await servePages(CHECKOUT);
    const { status, headers } = await load(pages, `${CALL}&b24pay-token=${pages.token}`);
    expect([status, headers.get('location')]).toEqual([303, `${PAGE}&b24pay-token=${pages.token}`]);
    expect(pages.asked.checkouts).toEqual([]);
  });
});

describe('a report', () => {
  it('of the page’s script is taken', async () => {
    const pages = await servePages(CHECKOUT);
    for (const event of [
      LOADED,
      { kind: 'form-sent', method: 'POST', url: 'https://shop.test/', fields: [['a', '1']] },
      { kind: 'link-followed', url: 'https://shop.test/' },
      { kind: 'frame-message-posted', url: 'https://shop.test/', message: '{}' },
      { kind: 'frame-size', height: 20 },
      { kind: 'frame-silent', seconds: 10 },
      { kind: 'frame-foreign-message', origin: 'https://evil.test' },
    ]) {
      expect((await report(pages, { token: pages.token, event })).status).toBe(204);
      expect(pages.asked.reports.at(-1)).toEqual({ ids: { paymentId: 201n, paySystemId: 7n }, event });
    }
  });

  it('from elsewhere, without token or of no known form is refused', async () => {
    const pages = await servePages(CHECKOUT);
    const { token } = pages;
    expect((await report(pages, { token, event: LOADED }, 'https://evil.test')).status).toBe(403);
    expect((await report(pages, { token: 'x', event: LOADED })).status).toBe(403);
    for (const body of [
      null,
      [],
      { token },
      { event: LOADED },
      { token, event: { kind: 'other', url: 'x' } },
      { token, event: { kind: 'frame-loaded', url: 5 } },
      { token, event: { kind: 'frame-size', width: -1, height: 'x' } },
      { token, event: { kind: 'frame-silent', seconds: 0 } },
      { token, event: { kind: 'form-sent', method: 'POST', url: 'x', fields: [['a']] } },
      { token, event: { kind: 'form-sent', method: 'POST', url: 'x', fields: [['a', 1]] } },
      { token, event: { kind: 'frame-message-posted', url: 'x' } },
    ]) {
      expect((await report(pages, body)).status).toBe(403);
    }
    expect(pages.asked.reports).toEqual([]);
  });
});

describe('texts of others', () => {
  it('are escaped wherever they stand', async () => {
    const code = {
      NAME: HOSTILE,
      INPUT: { TYPE: HOSTILE },
      DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: HOSTILE },
    };
    const CODES = { [HOSTILE]: code, text: { ...code, INPUT: { TYPE: 'STRING' } } };
    const ACTION_URI = `https://shop.test/${HOSTILE}`;
    const FIELDS = {
      [HOSTILE]: { CODE: HOSTILE, VISIBLE: 'Y' },
      [`${HOSTILE}2`]: { CODE: 'text', VISIBLE: 'Y' },
      [`${HOSTILE}3`]: { CODE: 'text' },
      [`${HOSTILE}4`]: { CODE: { NAME: HOSTILE, INPUT: { TYPE: 'ENUM' } } },
    };
    for (const settings of [
      { CODES, FORM_DATA: { ACTION_URI, METHOD: HOSTILE, FIELDS } },
      { CODES, FORM_DATA: { ACTION_URI, METHOD: 'GET', PARAMS: { [HOSTILE]: 'text' } } },
      { CODES, CHECKOUT_DATA: { ACTION_URI, FIELDS } },
      { CODES, CHECKOUT_DATA: { ACTION_URI, FIELDS: { [HOSTILE]: { CODE: 'text' } } } },
      { CODES, IFRAME_DATA: { ACTION_URI, FIELDS } },
      { CODES, IFRAME_DATA: { ACTION_URI: HOSTILE } },
    ]) {
      const pages = await servePages(settings, (state) => ({
        ...state,
        paySystems: state.paySystems.map((row) => ({ ...row, row: new Map([...row.row, ['NAME', HOSTILE]]) })),
        handlers: state.handlers.map((row) => ({ ...row, name: HOSTILE })),
      }));
      const query = `&x=${encodeURIComponent(HOSTILE)}`;
      await submit(pages, CALL);
      for (const path of [`${PAGE}${query}`, '/pay/201', '/', '/pay/201?paysystem=8']) {
        const { text } = await load(pages, path);
        expect(text).not.toContain('<script>alert');
        expect(text).not.toContain('<!--');
      }
      expect((await submit(pages, `${CALL}${query}`)).text).not.toContain('<script>alert');
    }
  });
});
