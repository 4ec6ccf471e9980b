/** Frames of a real endpoint: whether a portal can show them, and whether the page gets its fields. */
import { describe, expect, it } from 'vitest';
import type { FrameFacts } from '../../../../portal/local/exchange/exchange.js';
import { judgeFrame } from '../../../../portal/local/judge/judge-frame.js';
import { modeNotes } from '../../../../portal/local/pay/mode-notes.js';
import { always, serve, type Answer } from '../exchange/endpoint.js';
import { judgedOf, showFrame, worldWith } from '../exchange/world.js';
import { blockFor } from '../pay/state.js';

const frameAt = (address: string) => ({ IFRAME_DATA: { ACTION_URI: address, FIELDS: { sum: { CODE: 'SUM' } } } });
const html = (body: string, headers: Record<string, string> = {}) =>
  always(200, body, { 'content-type': 'text/html', ...headers });
const EMPTY = 'The buyer sees an empty frame.';

async function judged(answer: Answer) {
  const { url, got } = await serve(answer);
  const judgement = judgedOf(await showFrame(worldWith(frameAt(`${url}/frame?a=1`))));
  return { ...judgement, got, host: new URL(url).host };
}

describe('the page of a frame', () => {
  it('is fetched once, as a browser would, and shown', async () => {
    const { got, host, ...judgement } = await judged(html('<p>Pay</p>'));
    expect(judgement).toEqual({
      outcome: 'frame',
      ok: true,
      buyerSees: `The buyer sees the page of ${host} in a frame.`,
      reason: '',
      advice: '',
    });
    expect(got).toMatchObject([{ method: 'GET', path: '/frame?a=1', body: '' }]);
    expect(got[0]?.headers).not.toHaveProperty('cookie');
  });

  it.each(['DENY', 'sameorigin', 'SAMEORIGIN, DENY'])('is refused by X-Frame-Options: %s', async (value) => {
    expect(await judged(html('', { 'x-frame-options': value }))).toMatchObject({
      outcome: 'frame',
      ok: false,
      buyerSees: EMPTY,
      reason: `X-Frame-Options: ${value} forbids a portal to show the page in a frame.`,
      advice: 'Leave the header out for this page, or name the portal in Content-Security-Policy: frame-ancestors.',
    });
  });

  it.each(["'none'", "'self'"])('is refused by frame-ancestors %s', async (list) => {
    const headers = { 'content-security-policy': `default-src *; Frame-Ancestors ${list}; img-src *` };
    expect(await judged(html('', headers))).toMatchObject({
      ok: false,
      buyerSees: EMPTY,
      reason: `Content-Security-Policy: frame-ancestors ${list} forbids a portal to show the page in a frame.`,
      advice: 'Add the address of the portal to frame-ancestors.',
    });
  });

  it('is refused by the strictest of several policies', async () => {
    const headers = { 'content-security-policy': "frame-ancestors *, frame-ancestors 'none'" };
    expect(await judged(html('', headers))).toMatchObject({ ok: false, buyerSees: EMPTY });
  });

  it('is shown when frame-ancestors allow it, whatever X-Frame-Options says', async () => {
    const headers = { 'content-security-policy': 'frame-ancestors https:', 'x-frame-options': 'DENY' };
    expect(await judged(html('', headers))).toMatchObject({ ok: true, reason: '' });
  });

  it('may be shown where frame-ancestors name hosts', async () => {
    const headers = { 'content-security-policy': "frame-ancestors 'self' https://*.bitrix24.com" };
    expect(await judged(html('', headers))).toMatchObject({
      ok: true,
      reason: 'Content-Security-Policy lets only these pages show the frame: https://*.bitrix24.com.',
      advice: expect.stringContaining('Check that the address of the portal is among them') as string,
    });
  });

  it.each([
    ['<a href="/b" target=_blank>Bank</a>', 'target="_blank"'],
    ['<script>window . open ("/b")</script>', 'window.open'],
  ])('may open windows: %s', async (body, what) => {
    expect(await judged(html(body))).toMatchObject({
      ok: true,
      reason: `The page seems to open new windows (${what}), and the sandbox of the frame may block them.`,
      advice: 'Stay inside the frame, or leave it with target="_top".',
    });
  });

  it('opens no window where the word stands in something else', async () => {
    expect(await judged(always(200, 'window.open()', { 'content-type': 'text/plain' }))).toMatchObject({ reason: '' });
  });

  it('gets no fields when ACTION_URI redirects to another origin', async () => {
    const page = await serve(html('<p>Pay</p>'));
    const { got, host, ...judgement } = await judged(always(302, '', { location: `${page.url}/real?key=secret` }));
    expect(judgement).toEqual({
      outcome: 'frame',
      ok: false,
      buyerSees: `The buyer sees the page of ${new URL(page.url).host} in a frame.`,
      reason: `ACTION_URI redirects to ${page.url}, but the portal posts the fields to http://${host} only, so the page never gets them.`,
      advice: 'Put the address where the page really is into ACTION_URI.',
    });
    expect(got).toHaveLength(1);
    // Nobody but ACTION_URI is called.
    expect(page.got).toEqual([]);
  });

  it('gets its fields after a redirect on the same origin', async () => {
    const answer: Answer = (response, got) => {
      (got.path === '/real' ? html('<p>Pay</p>') : always(303, '', { location: '/real' }))(response, got);
    };
    const { got, ...judgement } = await judged(answer);
    expect(judgement).toMatchObject({ ok: true, reason: '' });
    expect(got.map(({ path }) => path)).toEqual(['/frame?a=1', '/real']);
  });

  it('never comes when redirects have no end', async () => {
    const { got, host, ...judgement } = await judged(always(302, '', { location: '/on' }));
    expect(judgement).toMatchObject({ ok: false, reason: `${host} sends the browser on and on.` });
    expect(got).toHaveLength(6);
  });

  it('is an error page', async () => {
    const { host, ...judgement } = await judged(always(503, ''));
    expect(judgement).toMatchObject({ ok: false, reason: `${host} answered with status 503.` });
  });

  it('is not there', async () => {
    const { url, stop } = await serve(html(''));
    await stop();
    const judgement = judgedOf(await showFrame(worldWith(frameAt(url))));
    expect(judgement).toMatchObject({
      outcome: 'unreachable',
      ok: false,
      buyerSees: EMPTY,
      reason: `Nothing accepts connections at ${new URL(url).host}.`,
    });
  });
});

describe('what needs no endpoint', () => {
  const hop = (url: string, status = 200, headers: readonly (readonly [string, string])[] = []) => ({
    request: { method: 'GET', url, headers: [], body: '' },
    response: { status, headers, body: '' },
    milliseconds: 1,
  });

  it('an http frame in a page that is https on every portal', () => {
    const expected = {
      outcome: 'frame',
      ok: false,
      buyerSees: EMPTY,
      reason: 'The page of a portal is https, and a browser loads no http frame there: shop.test.',
      advice: 'Serve the page over https, redirects included.',
    };
    expect(judgeFrame([hop('http://shop.test/a')])).toEqual(expected);
    const redirect = hop('https://shop.test/a', 302, [['Location', 'http://shop.test/b']]);
    expect(judgeFrame([redirect, hop('http://shop.test/b')])).toEqual(expected);
    expect(judgeFrame([hop('https://shop.test/a')])).toMatchObject({ ok: true, reason: '' });
  });

  it.each(['localhost:9', 'shop.localhost:9', '127.1.2.3', '[::1]:9'])(
    'no http frame of this machine is blocked: %s',
    (host) => {
      const address = `http://${host}/frame`;
      expect(judgeFrame([hop(address)])).toMatchObject({ ok: true, reason: '' });
      // What the page says before anybody is called.
      expect(modeNotes(blockFor(frameAt(address)), new Map())).toHaveLength(1);
    },
  );

  const facts = (more: Partial<FrameFacts>): FrameFacts => ({ loads: 1, foreignOrigins: [], ...more });
  const withFacts = (more: Partial<FrameFacts>) => judgeFrame([hop('https://shop.test/')], facts(more));

  it('a frame that never answers is fine', () => {
    expect(withFacts({ silentAfter: 10 })).toMatchObject({
      ok: true,
      reason: 'The frame asked for no size within 10 s, so it stays 350 pixels high.',
      advice: 'That is fine if it fits; otherwise post { height: … } to the parent window.',
    });
    expect(withFacts({ silentAfter: 10, size: { height: 500 } })).toMatchObject({ ok: true, reason: '' });
    expect(withFacts({})).toMatchObject({ ok: true, reason: '' });
  });

  it('messages from another host are not honoured', () => {
    expect(withFacts({ foreignOrigins: ['https://cdn.test'] })).toMatchObject({
      ok: true,
      reason: 'A message from https://cdn.test was not honoured: it does not come from the host of ACTION_URI.',
      advice: 'Post the size from a page on the host of ACTION_URI.',
    });
  });
});
