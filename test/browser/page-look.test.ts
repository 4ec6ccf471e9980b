// How the portal's pages look in every kind of theme, narrow and wide, in both languages: nothing is cut off, every text can be read.
import * as l10n from '@vscode/l10n';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HIGH_CONTRAST } from '../../portal/local/page/high-contrast.js';
import { root } from '../../scripts/project.mjs';
import { contrast } from '../portal/local/page/contrast.js';
import { start } from '../portal/local/portal.js';
import { addPaySystem, addPayment, ask } from '../portal/samples/shop.js';
import { page, picture, serve } from './one-page.js';

afterEach(() => page.emulateMedia({ colorScheme: null, contrast: null, forcedColors: null }));

const serveHtml = (body: string) => serve({ headers: { 'Content-Type': 'text/html' }, body });

const LONG = 'payment_service_with_a_long_code_of_a_single_word';
const CODES = {
  PHONE: {
    NAME: 'Phone',
    INPUT: { TYPE: 'STRING' },
    DEFAULT: { PROVIDER_KEY: 'VALUE', PROVIDER_VALUE: '+7 900 000-00-00, in the evening' },
  },
  KEY: { NAME: 'Secret key', DESCRIPTION: 'In the account at the bank.', INPUT: { TYPE: 'STRING' } },
  TEST: { NAME: 'Test mode', INPUT: { TYPE: 'Y/N' } },
  // A portal shows an error in its place, and the local one a warning.
  TAX: { NAME: 'Tax', INPUT: { TYPE: 'ENUM' } },
  ORDER: { NAME: 'Order', DEFAULT: { PROVIDER_KEY: 'ORDER', PROVIDER_VALUE: 'ACCOUNT_NUMBER' } },
};
const VISIBLE = { phone: { CODE: 'PHONE', VISIBLE: 'Y' }, test: { CODE: 'TEST', VISIBLE: 'Y' } };
const HIDDEN = { order: { CODE: 'ORDER' }, key: { CODE: 'KEY' } };

type Mode = 'FORM_DATA' | 'CHECKOUT_DATA' | 'IFRAME_DATA';

/** A portal with a handler of long names and a payment for it. */
async function shop(mode: Mode, data: object) {
  const portal = await start();
  for (const code of ['first', 'second']) {
    const SETTINGS = { CODES: {}, FORM_DATA: { ACTION_URI: 'https://shop.test/' } };
    await ask(portal, 'sale.paysystem.handler.add', { NAME: `The ${code} shop`, CODE: code, SETTINGS });
  }
  const NAME = 'A payment service with quite a long name that somebody chose for it';
  await ask(portal, 'sale.paysystem.handler.add', { NAME, CODE: LONG, SETTINGS: { CODES, [mode]: data } });
  const paySystemId = await addPaySystem(portal, LONG);
  return { portal, paySystemId, ...(await addPayment(portal, paySystemId)) };
}

const checkout = async (answer: object) =>
  shop('CHECKOUT_DATA', {
    ACTION_URI: `${await serve({ headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(answer) })}/a/long/path/to/the/checkout/of/payments`,
    FIELDS: HIDDEN,
  });

async function callEndpoint(pageUrl: string): Promise<void> {
  await page.goto(pageUrl);
  await page.locator('#buyer button').click();
  await page.locator('#verdict .state').waitFor();
}

const PAID = { PAYMENT_URL: 'https://bank.test/pay/1', PAYMENT_ID: '1' };
const REFUSED = { PAYMENT_ERRORS: ['The card is refused', 'Ask your bank'] };

/** The pages, each in a state that has much to show. */
const SCENES: Readonly<Record<string, () => Promise<unknown>>> = {
  'start-none': async () => page.goto((await start()).url),
  start: async () => page.goto((await checkout(PAID)).portal.url),
  choice: async () => {
    const { portal, paymentId } = await checkout(PAID);
    await page.goto(`${portal.url}/pay/${paymentId}`);
  },
  missing: async () => page.goto(`${(await start()).url}/pay/99999`),
  form: async () => page.goto((await shop('FORM_DATA', { ACTION_URI: 'https://shop.test/', FIELDS: VISIBLE })).pageUrl),
  'form-closed': async () =>
    page.goto((await shop('FORM_DATA', { ACTION_URI: 'javascript:alert(1)', FIELDS: HIDDEN })).pageUrl),
  'checkout-first': async () => page.goto((await checkout(PAID)).pageUrl),
  checkout: async () => {
    await callEndpoint((await checkout(PAID)).pageUrl);
    await page.locator('summary').click();
  },
  refused: async () => callEndpoint((await checkout(REFUSED)).pageUrl),
  frame: async () => {
    await page.goto(
      (await shop('IFRAME_DATA', { ACTION_URI: await serveHtml('<h1>Bank</h1>'), FIELDS: HIDDEN })).pageUrl,
    );
    await page.locator('#buyer button').click();
    await page.locator('#verdict .state').waitFor();
  },
  settings: async () => {
    const { portal, paySystemId } = await checkout(PAID);
    await page.goto(`${portal.url}/settings/${paySystemId}`);
  },
  'log-none': async () => page.goto(`${(await start()).url}/log`),
  log: async () => {
    const { pageUrl, portal } = await checkout(REFUSED);
    await callEndpoint(pageUrl);
    await page.goto(`${portal.url}/log`);
    const entry = page.locator('details.entry', { has: page.locator('[data-do=curl]') });
    await entry.locator('> summary').click();
    await entry.locator('.headers > summary').first().click();
    await entry.locator('[data-do=curl]').click();
    await entry.locator('[data-copied]:not(:empty)').waitFor();
  },
};

const THEMES = [
  ['light', { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' }, 4.5],
  ['dark', { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' }, 4.5],
  ['hc-light', { colorScheme: 'light', contrast: 'more', forcedColors: 'none' }, 7],
  ['hc-dark', { colorScheme: 'dark', contrast: 'more', forcedColors: 'none' }, 7],
  ['forced', { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' }, 7],
] as const;

interface Look {
  /** Pixels by which the page is wider than its window. */
  readonly overflow: number;
  /** What begins inside the window and ends outside. */
  readonly cut: readonly string[];
  readonly texts: readonly { readonly text: string; readonly colour: string; readonly ground: string }[];
}

const LOOK = `(() => {
  const ground = (element) => {
    const { backgroundColor } = getComputedStyle(element);
    return backgroundColor === 'rgba(0, 0, 0, 0)' ? ground(element.parentElement) : backgroundColor;
  };
  const shown = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility());
  const ownText = (element) => [...element.childNodes].map((node) => (node.nodeType === 3 ? node.data : '')).join('').trim();
  return {
    overflow: Math.max(document.documentElement.scrollWidth - innerWidth, 0),
    cut: shown.filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML),
    texts: shown.filter((element) => ownText(element) !== '').map((element) => (
      { text: ownText(element), colour: getComputedStyle(element).color, ground: ground(element) })),
  };
})()`;

describe.each([
  ['en', {}],
  ['ru', JSON.parse(readFileSync(path.join(root, 'l10n/bundle.l10n.ru.json'), 'utf8')) as Record<string, string>],
])('the pages (%s)', (language, contents) => {
  beforeAll(() => {
    l10n.config({ contents });
  });
  afterAll(() => {
    l10n.config({ contents: {} });
  });

  it.each(Object.entries(SCENES))('%s: fits, and can be read, in every theme', async (name, open) => {
    await open();
    for (const width of [320, 1400]) {
      await page.setViewportSize({ width, height: 800 });
      for (const [theme, media, least] of THEMES) {
        await page.emulateMedia(media);
        const shot = `look-${name}-${language}-${width}-${theme}`;
        await picture(shot);
        const { overflow, cut, texts } = await page.evaluate<Look>(LOOK);
        const unreadable = texts.filter(({ colour, ground }) => contrast(colour, ground) < least);
        expect({ shot, overflow, cut, unreadable }).toEqual({ shot, overflow: 0, cut: [], unreadable: [] });
        expect(texts.length).toBeGreaterThan(4);
      }
    }
  });
});

it('good and bad are told by more than a colour', async () => {
  const signs = () =>
    page.evaluate<string[]>(
      "[...document.querySelectorAll('.state, .warn')].map((one) => getComputedStyle(one, '::before').content)",
    );
  await callEndpoint((await checkout(PAID)).pageUrl);
  expect(await signs()).toEqual([expect.stringContaining('✓')]);
  const { pageUrl, portal, paySystemId } = await checkout(REFUSED);
  await callEndpoint(pageUrl);
  expect(await signs()).toEqual([expect.stringContaining('✕')]);
  await page.goto(`${portal.url}/log`);
  expect(await signs()).toEqual([expect.stringContaining('✕')]);
  await page.goto(`${portal.url}/settings/${paySystemId}`);
  expect(await signs()).toEqual([expect.stringContaining('⚠')]);
});

describe('high contrast in the editor', () => {
  const isOn = (frame: Frame) =>
    frame.evaluate<boolean>("getComputedStyle(document.body).getPropertyValue('--quiet') === '#000000'");

  async function framed(address: string): Promise<Frame> {
    await page.emulateMedia({ colorScheme: 'light' });
    const editor = await serveHtml(`<iframe name="${HIGH_CONTRAST}" src="${address}"></iframe>`);
    // Another host than that of endpoints and portal, as the editor has.
    await page.goto(editor.replace('127.0.0.1', 'localhost'));
    const frame = page.frame({ name: HIGH_CONTRAST });
    if (!frame) throw new Error('There is no frame.');
    await frame.waitForLoadState();
    return frame;
  }
  const say = (text: string) => page.evaluate(`frames[0].postMessage('${text}', '*')`);

  it('is known to the first page, and to the next one', async () => {
    const frame = await framed((await checkout(PAID)).pageUrl);
    expect(await isOn(frame)).toBe(true);
    await frame.locator('nav a[href="/log"]').click();
    await frame.waitForURL('**/log');
    expect(await isOn(frame)).toBe(true);
  });

  it('comes and goes with the theme, as the editor says and nobody else', async () => {
    const frame = await framed(`${(await start()).url}/log`);
    await say('');
    await expect.poll(() => isOn(frame)).toBe(false);
    await frame.evaluate(`postMessage('${HIGH_CONTRAST}', '*')`);
    expect(await frame.evaluate(`new Promise((done) => setTimeout(() => done(true)))`)).toBe(true);
    expect(await isOn(frame)).toBe(false);
    await say(HIGH_CONTRAST);
    await expect.poll(() => isOn(frame)).toBe(true);
  });

  it('is no message of the endpoint to a payment page', async () => {
    const { pageUrl } = await shop('IFRAME_DATA', { ACTION_URI: await serveHtml('<h1>Bank</h1>'), FIELDS: HIDDEN });
    const frame = await framed(pageUrl);
    const reported: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/report')) reported.push(request.postData() ?? '');
    });
    await frame.locator('#buyer button').click();
    await expect.poll(() => reported.join()).toContain('frame-message-posted');
    await say('');
    await expect.poll(() => isOn(frame)).toBe(false);
    // What the page reported has begun before what it is asked for now.
    await frame.evaluate("fetch('/log.json').then(({ ok }) => ok)");
    expect(reported.join()).not.toContain('frame-foreign-message');
  });
});
