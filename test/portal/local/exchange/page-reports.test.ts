/** What the script of a payment page reports: how it gets into the log. */
import { describe, expect, it } from 'vitest';
import { always, serve } from './endpoint.js';
import { IDS, showFrame, worldWith } from './world.js';

describe('reports of a page', () => {
  it('tell of a form that the browser sent', async () => {
    const { exchanges } = worldWith({});
    const fields = [
      ['sum', '19 90'],
      ['text', 'a\nb'],
    ] as const;
    await exchanges.report(IDS, { kind: 'form-sent', method: 'post', url: 'https://shop.test/pay', fields });
    expect(exchanges.all).toMatchObject([
      {
        kind: 'form',
        request: { method: 'POST', url: 'https://shop.test/pay', body: 'sum=19+90&text=a%0D%0Ab' },
        response: null,
        judgement: {
          outcome: 'form',
          ok: true,
          buyerSees: 'The browser sends the form to shop.test; what the buyer sees next is the page of the endpoint.',
        },
      },
    ]);
  });

  it('tell of a form with GET, whose fields replace the query', async () => {
    const { exchanges } = worldWith({});
    const fields = [['sum', '5']] as const;
    await exchanges.report(IDS, { kind: 'form-sent', method: 'PUT', url: 'https://shop.test/pay?a=1#b', fields });
    expect(exchanges.all).toMatchObject([{ request: { method: 'GET', url: 'https://shop.test/pay?sum=5', body: '' } }]);
  });

  it('tell of a link', async () => {
    const { exchanges } = worldWith({});
    await exchanges.report(IDS, { kind: 'link-followed', url: 'https://shop.test/pay?sum=5' });
    expect(exchanges.all).toMatchObject([
      { kind: 'link', request: { method: 'GET' }, judgement: { outcome: 'redirect', ok: true } },
    ]);
  });

  it('fill the entry of the frame that the page shows', async () => {
    const { url } = await serve(always(200, '<p>', { 'content-type': 'text/html' }));
    const world = worldWith({ IFRAME_DATA: { ACTION_URI: url } });
    const { exchanges } = world;
    await showFrame(world);
    await exchanges.report(IDS, { kind: 'frame-loaded', url });
    await exchanges.report(IDS, { kind: 'frame-message-posted', url, message: '{"sum":5}' });
    await exchanges.report(IDS, { kind: 'frame-size', height: 400 });
    await exchanges.report(IDS, { kind: 'frame-size', width: 300 });
    for (let round = 0; round < 20; round += 1) {
      await exchanges.report(IDS, { kind: 'frame-foreign-message', origin: `https://o${round % 15}.test` });
    }
    expect(exchanges.all).toMatchObject([
      {
        kind: 'frame',
        frame: { loads: 1, message: '{"sum":5}', size: { width: 300, height: 400 } },
        judgement: { ok: true, reason: expect.stringContaining('https://o0.test') as string },
      },
    ]);
    expect(exchanges.all[0]?.frame?.foreignOrigins).toHaveLength(10);
  });

  it('say that the frame stayed silent', async () => {
    const { url } = await serve(always(200, '<p>', { 'content-type': 'text/html' }));
    const world = worldWith({ IFRAME_DATA: { ACTION_URI: url } });
    await showFrame(world);
    await world.exchanges.report(IDS, { kind: 'frame-silent', seconds: 10 });
    expect(world.exchanges.all).toMatchObject([
      { judgement: { reason: expect.stringMatching(/^The frame asked for no size within 10 s/) as string } },
    ]);
  });

  it('of a frame that nobody shows are dropped', async () => {
    const { url } = await serve(always(200, ''));
    const world = worldWith({ IFRAME_DATA: { ACTION_URI: url } });
    await showFrame(world);
    await world.exchanges.report({ ...IDS, paymentId: 202n }, { kind: 'frame-loaded', url });
    expect(world.exchanges.all).toMatchObject([{ frame: { loads: 0 } }]);
  });
});
