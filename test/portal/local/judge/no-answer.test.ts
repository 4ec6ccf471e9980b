/** Checkouts that no endpoint answers, and what is said about them. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_ERROR } from '../../../../portal/local/exchange/portal-texts.js';
import { explainNoAnswer } from '../../../../portal/local/judge/no-answer.js';
import { always, serve, serveSecurely, type Answer } from '../exchange/endpoint.js';
import { checkout, checkoutAt, judgedOf, worldWith } from '../exchange/world.js';

const good = { PAYMENT_URL: 'https://bank.test/1', PAYMENT_ID: 'P-1' };

describe('no answer', () => {
  const judged = async (address: string, patience = {}) =>
    judgedOf((await checkout(worldWith(checkoutAt(address), patience))).exchange);
  const hang: Answer = () => undefined;

  it('in time', async () => {
    const { url } = await serve(hang);
    expect(await judged(url, { readTimeout: 100 })).toMatchObject({
      outcome: 'unreachable',
      ok: false,
      buyerSees: `The buyer reads "${DEFAULT_ERROR}".`,
      reason: `${new URL(url).host} did not answer in time (no answer after 0.1 s).`,
      advice: expect.stringContaining('answer first') as string,
    });
  });

  it('since nobody listens', async () => {
    const { url, stop } = await serve(hang);
    await stop();
    expect(await judged(url)).toMatchObject({
      outcome: 'unreachable',
      reason: `Nothing accepts connections at ${new URL(url).host}.`,
      advice: 'Start the endpoint, or correct host and port in ACTION_URI.',
    });
  });

  it('since there is no such host', async () => {
    expect(await judged('http://shop.invalid:8080/pay?key=secret')).toMatchObject({
      outcome: 'unreachable',
      reason: 'There is no host named shop.invalid.',
      advice: 'Correct the host name in ACTION_URI.',
    });
  });

  it('since the certificate is not trusted', async () => {
    const { url } = await serveSecurely(always(200, good));
    expect(await judged(url)).toMatchObject({
      outcome: 'unreachable',
      reason: `The certificate of ${new URL(url).host} is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT).`,
      advice: expect.stringContaining('send the intermediate certificates too') as string,
    });
  });

  it('since no https is spoken there', async () => {
    const { url } = await serve(always(200, good));
    const secure = url.replace('http:', 'https:');
    expect(await judged(secure)).toMatchObject({
      outcome: 'unreachable',
      reason: `${new URL(url).host} speaks no https, or none that a portal understands (EPROTO).`,
      advice: 'Correct scheme and port in ACTION_URI, or let the server speak TLS 1.2 or newer there.',
    });
  });

  it.each([
    ['ECONNRESET', 'no https'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'no https'],
    ['', 'no https'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ])('since the secure connection failed with %s', (message, cause) => {
    const request = { method: 'POST', url: 'https://shop.test/', headers: [], body: '' };
    const attempt = { request, response: null, failure: { kind: 'tls', message }, milliseconds: 1 } as const;
    expect(explainNoAnswer(attempt).reason).toContain(cause);
  });

  it('since the connection was lost', async () => {
    const { url } = await serve((response) => response.socket?.destroySoon());
    expect(await judged(url)).toMatchObject({
      outcome: 'unreachable',
      reason: `${new URL(url).host} closed the connection before its answer was complete.`,
    });
  });

  it('since the address is none', async () => {
    expect(await judged('shop.test/pay')).toMatchObject({
      outcome: 'unreachable',
      reason: 'The address is no http or https address.',
      advice: 'Give ACTION_URI as a full address that begins with https://.',
    });
  });

  it('since it was dropped on purpose', async () => {
    const { url } = await serve(always(200, good));
    const { exchange } = await checkout(worldWith(checkoutAt(url)), 'drop-answer');
    expect(exchange.judgement).toMatchObject({
      outcome: 'unreachable',
      reason: 'The answer was dropped on purpose, as if the connection had been lost.',
      advice: expect.stringContaining('The portal has stored no PAYMENT_ID.') as string,
    });
  });
});
