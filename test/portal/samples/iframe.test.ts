/** The sample endpoint of a frame: its server, and what its script does with a message. */
import { readFile } from 'node:fs/promises';
import { createContext, runInContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFraming } from '../../../portal/local/judge/framing.js';
import { explainPopups } from '../../../portal/local/judge/popups.js';
import { load, submit, target } from './browser.js';
import { openShop, paymentOf, sampleFile, type Shop } from './shop.js';

describe('the server', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop('iframe');
  });

  const askFor = async (changed: Record<string, string> = {}) => {
    const ids = { paymentId: String(shop.paymentId), paySystemId: String(shop.paySystemId), back: shop.pageUrl };
    const { status, text } = await submit(`${shop.url}/frame/payment`, { ...ids, ...changed });
    expect(status).toBe(200);
    return JSON.parse(text) as { text: string; bank?: Record<string, string> };
  };

  it('lets every portal show the page, which opens no windows', async () => {
    const { status, headers, text } = await load(`${shop.url}/frame`);
    expect(status).toBe(200);
    expect(readFraming([...headers])).toEqual({ kind: 'allowed' });
    expect(explainPopups({ status, headers: [...headers], body: text })).toBeUndefined();
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await load(`${shop.url}/frame.js`)).toMatchObject({ status: 200 });
  });

  it('gives what the form sends to the bank; then the payment is paid', async () => {
    const { text, bank = {} } = await askFor();
    expect(text).toBe('1990.50 RUB');
    expect(await askFor()).toEqual({ text, bank });
    const paid = await submit(`${shop.url}/bank`, bank);
    expect(target(paid)).toBe(shop.pageUrl);
    expect(await paymentOf(shop)).toMatchObject({ paid: 'Y' });
    expect(await askFor()).toEqual({ text: 'This payment is paid already.' });
  });

  it('takes no sum from the browser', async () => {
    expect(await askFor({ sum: '1', SUM: '1', price: '1.00 RUB' })).toMatchObject({ text: '1990.50 RUB' });
  });

  it('leads nowhere but to the web', async () => {
    expect((await askFor({ back: 'javascript:alert(1)' })).bank).toMatchObject({ back: '' });
  });
});

describe('the script', () => {
  const MESSAGE = {
    orderNumber: '<b>7</b>',
    BX_SYSTEM_PARAMS: { PAYMENT_ID: '207', PAYSYSTEM_ID: '1', RETURN_URL: 'https://shop.test/', SUM: '1' },
    BX_COMPUTED_STYLE: { fontFamily: 'serif' },
  };
  const bank = { id: 'i', back: 'https://shop.test/', price: '5.00 RUB' };

  /** Runs frame.js in a window that only has what the script uses. */
  async function openFrame(answer: unknown) {
    const inputs = { id: { value: '' }, back: { value: '' }, price: { value: '' } };
    const elements = {
      order: { textContent: '' },
      text: { textContent: '' },
      pay: { hidden: true, elements: { namedItem: (name: keyof typeof inputs) => inputs[name] } },
    };
    const posted: unknown[] = [];
    const asked: string[] = [];
    const parent = { postMessage: (...message: unknown[]) => posted.push(message) };
    let listener: (event: object) => Promise<void> = () => Promise.reject(new Error('no listener'));
    const window: Record<string, unknown> = {
      parent,
      URLSearchParams,
      document: {
        getElementById: (id: keyof typeof elements) => elements[id],
        body: { style: {} },
        documentElement: { getBoundingClientRect: () => ({ height: 211.2 }) },
      },
      addEventListener: (_: string, listen: typeof listener) => {
        listener = listen;
      },
      fetch: (path: string, { body }: { body: URLSearchParams }) => {
        asked.push(`${path}?${body.toString()}`);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ json: () => answer });
      },
    };
    window.window = window;
    const context = createContext(window);
    runInContext(await readFile(sampleFile('frame.js'), 'utf8'), context);
    // What the script itself knows as its window: a proxy, which is not the object above.
    const self: unknown = runInContext('window', context);
    const receive = (event: object) => listener({ source: parent, origin: 'https://portal.test', ...event });
    return { receive, elements, inputs, posted, asked, window, self };
  }

  it('asks its server about the payment, shows it, and asks the portal for the room it needs', async () => {
    const frame = await openFrame({ text: '5.00 RUB', bank });
    await frame.receive({ data: MESSAGE });
    expect(frame.asked).toEqual(['/frame/payment?paymentId=207&paySystemId=1&back=https%3A%2F%2Fshop.test%2F']);
    expect(frame.elements).toMatchObject({
      order: { textContent: 'Order <b>7</b>' },
      text: { textContent: '5.00 RUB' },
      pay: { hidden: false },
    });
    expect(frame.inputs).toEqual({
      id: { value: 'i' },
      back: { value: 'https://shop.test/' },
      price: { value: '5.00 RUB' },
    });
    expect(frame.posted).toEqual([[{ height: 212 }, 'https://portal.test']]);
  });

  it.each([
    ['from another window', { data: MESSAGE, source: {} }],
    ['without a payment', { data: { BX_SYSTEM_PARAMS: null } }],
    ['that is a text', { data: 'hello' }],
    ['that is nothing', { data: null }],
  ])('ignores a message %s', async (_, event) => {
    const frame = await openFrame({ text: '', bank });
    await frame.receive(event);
    expect(frame).toMatchObject({ asked: [], posted: [], elements: { pay: { hidden: true } } });
  });

  it('ignores messages when it is in no frame', async () => {
    const frame = await openFrame({ text: '', bank });
    frame.window.parent = frame.window;
    await frame.receive({ data: MESSAGE, source: frame.self });
    expect(frame.asked).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['the server refuses', { text: 'This payment is paid already.' }, 'This payment is paid already.'],
    ['the server is gone', new Error('gone'), 'The bank could not be reached. Please load the page again.'],
  ])('offers no button when %s', async (_, answer, text) => {
    const frame = await openFrame(answer);
    await frame.receive({ data: MESSAGE });
    expect(frame.elements).toMatchObject({ text: { textContent: text }, pay: { hidden: true } });
  });
});
