/** The payment pages, as HTML over HTTP. What their script does is seen in a browser only. */
import { describe, expect, it } from 'vitest';
import { PAY_SYSTEMS_PATH } from '../../../../portal/client/pay-systems-page.js';
import { changedRow } from '../../../../portal/local/shop/row.js';
import type { State } from '../../../../portal/local/state.js';
import { load, servePages, submit } from './pages.js';

const ACTION_URI = 'https://shop.test/pay';
const PAGE = '/pay/201?paysystem=7';
const CHECKOUT = { CHECKOUT_DATA: { ACTION_URI, FIELDS: { sum: { CODE: 'SUM' } } } };
const FRAME = { IFRAME_DATA: { ACTION_URI, FIELDS: { sum: { CODE: 'SUM' } } } };
const formWith = (data: object) => ({ FORM_DATA: { ACTION_URI, METHOD: 'POST', ...data } });
const HOSTILE = '"\'><script>alert(1)</script>';
const csp = (headers: Headers) => headers.get('content-security-policy') ?? '';

function withPayment(columns: Record<string, string | bigint>) {
  return (state: State): State => {
    const payments = state.shop.payments.map((row) => (row.id === 201n ? changedRow(row, columns) : row));
    return { ...state, shop: { ...state.shop, payments } };
  };
}

describe('the start page', () => {
  it('lists payments and payment systems, and leads to the log', async () => {
    const { status, text } = await load(await servePages(CHECKOUT), '/');
    expect(status).toBe(200);
    expect(text).toContain('<a href="/pay/201">Payment 201</a>');
    expect(text).toContain('1990.00 RUB');
    expect(text).toContain('Cards <span class="quiet">· ID 7, handler shop</span>');
    expect(text).toContain('href="/log"');
  });

  it('lists the handlers, also those that no payment system uses', async () => {
    const pages = await servePages(CHECKOUT, (state) => ({ ...state, paySystems: [] }));
    expect((await load(pages, '/')).text).toMatch(
      /<h2 id="handlers">Handlers<\/h2>[^]*<li>[^<]+<span class="quiet">· shop · ID \d+</,
    );
    const none = await servePages(CHECKOUT, (state) => ({ ...state, handlers: [] }));
    expect((await load(none, '/')).text).toContain('There are no handlers.');
  });

  it('shows the newest of many handlers, and says how many it left out', async () => {
    const many = await servePages(CHECKOUT, (state) => ({
      ...state,
      handlers: Array.from({ length: 53 }, (_, at) =>
        state.handlers.map((one) => ({ ...one, id: BigInt(at + 1) })),
      ).flat(),
    }));
    const { text } = await load(many, '/');
    expect(text).toContain('ID 53<');
    expect(text).not.toContain('ID 3<');
    expect(text).toContain('not shown: 3.');
  });

  it('is found where portals have their payment systems', async () => {
    const { status, headers } = await load(await servePages(CHECKOUT), PAY_SYSTEMS_PATH);
    expect([status, headers.get('location')]).toEqual([303, '/#systems']);
  });

  it.each([
    ['1e30', '1000000000000000019884624838656.00 RUB'],
    ['-1e21', '-1000000000000000000000.00 RUB'],
    ['999999999999.995', '999999999999.99 RUB'],
    ['1e999', 'Infinity RUB'],
  ])('writes a sum of %s in plain digits', async (SUM, text) => {
    expect((await load(await servePages(CHECKOUT, withPayment({ SUM })), '/')).text).toContain(`>${text}</td>`);
  });

  it('leads to the page of the payment system that was chosen', async () => {
    const pages = await servePages(CHECKOUT, withPayment({ PAY_SYSTEM_ID: 7n }));
    expect((await load(pages, '/')).text).toContain(`<a href="${PAGE}">Payment 201</a>`);
  });
});

describe('a payment without a payment system', () => {
  it('offers them to choose from, and remembers the choice', async () => {
    const pages = await servePages(CHECKOUT);
    const { text } = await load(pages, '/pay/201');
    expect(text).toContain('<button type="submit" name="paysystem" value="7"> Cards </button>');
    const chosen = await submit(pages, '/pay/201/choose', { paysystem: '7' });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, PAGE]);
    expect((await load(pages, PAGE)).text).not.toContain('Choose this payment system');
  });

  it('says how to get one when there is none', async () => {
    const pages = await servePages(CHECKOUT, (state) => ({ ...state, paySystems: [] }));
    expect((await load(pages, '/pay/201')).text).toContain('There are no payment systems yet.');
  });
});

describe('what is not there', () => {
  it.each([
    ['/pay/999?paysystem=7', 'No such payment'],
    ['/pay/abc?paysystem=7', 'No such payment'],
    ['/pay/201?paysystem=999', 'No such payment system'],
  ])('%s has a page that says so', async (path, title) => {
    const { status, text } = await load(await servePages(CHECKOUT), path);
    expect(status).toBe(404);
    expect(text).toContain(`<h1>${title}</h1>`);
  });

  it('may be the handler', async () => {
    const { status, text } = await load(await servePages(CHECKOUT, (state) => ({ ...state, handlers: [] })), PAGE);
    expect(status).toBe(404);
    expect(text).toContain('No handler with the code shop is registered');
  });
});

describe('the page of a form', () => {
  it('draws it with the portal’s names, and says where it goes', async () => {
    const FIELDS = { sum: { CODE: 'SUM', VISIBLE: 'Y' }, 'a[x]': { CODE: 'SHOP' }, ok: { CODE: 'TEST', VISIBLE: 'Y' } };
    const { text, headers } = await load(await servePages(formWith({ FIELDS })), PAGE);
    expect(text).toContain(`<form name="rest-handler-form" action="${ACTION_URI}" method="POST" >`);
    expect(text).toContain(
      '<label for="field-0">Amount</label> <input type="text" id="field-0" name="sum" value="1990" />',
    );
    expect(text).toContain('<input type="hidden" name="a[x]" value="S-1" />');
    expect(text).toContain('<input type="hidden" name="ok" value="N" />');
    expect(text).toContain('<input type="checkbox" id="field-2" name="ok" value="Y" checked />');
    expect(text).toContain('<input type="hidden" name="BX_PAYSYSTEM_ID" value="7" />');
    expect(text).toMatch(/name="BX_RETURN_URL" value="http:\/\/127\.0\.0\.1:\d+\/pay\/201\?paysystem=7"/);
    expect(text).toContain('name="button" value="Pay"');
    expect(text).toContain('<strong id="origin">https://shop.test</strong>');
    expect(csp(headers)).toContain("form-action 'self' http: https:;");
  });

  it('has no method where the manifest has none', async () => {
    const { text } = await load(await servePages(formWith({ METHOD: undefined })), PAGE);
    expect(text).toContain(`action="${ACTION_URI}" >`);
    expect(text).toContain('data-method="GET"');
    expect(text).toContain('Without METHOD the browser sends the form with GET.');
  });

  it('draws an error text for an ENUM and nothing for other types, and says why outside', async () => {
    const FIELDS = { tax: { CODE: 'TAX' }, count: { CODE: 'COUNT', VISIBLE: 'Y' }, ask: { CODE: { NAME: 'Phone' } } };
    const { text } = await load(await servePages(formWith({ FIELDS })), PAGE);
    const block = text.slice(text.indexOf('id="buyer"'), text.indexOf('id="notes"'));
    expect(block).toContain('Tax: an error text of the portal');
    expect(block).not.toMatch(/name="(?:tax|count)"/);
    expect(block).toContain('<input type="hidden" name="ask" value="" />');
    const notes = text.slice(text.indexOf('id="notes"'));
    expect(notes).toContain('<code>tax</code>: The payment page shows an error text in place of an ENUM field');
    expect(notes).toContain('<code>count</code>: The payment page leaves out fields of type NUMBER');
    expect(notes).toContain('<code>ask</code>: The buyer is asked, but the field is hidden');
  });

  it('is a link when nothing is to be filled in', async () => {
    const { text } = await load(await servePages(formWith({ METHOD: 'GET', FIELDS: { sum: { CODE: 'SUM' } } })), PAGE);
    expect(text).toContain(`href="${ACTION_URI}?sum=1990&amp;BX_PAYSYSTEM_ID=7"`);
    expect(text).toContain('the buyer gets a plain link: BX_RETURN_URL is not sent');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'JAVASCRIPT:alert(1)', ' javascript:alert(1)', 'mailto:a@b'])(
    'does not lead to %s',
    async (address) => {
      const form = await load(await servePages(formWith({ ACTION_URI: address })), PAGE);
      expect(form.text).toContain('<form name="rest-handler-form" action="" method="POST" >');
      expect(form.text).toContain('<code>ACTION_URI</code>: This is no web address.');
      const link = await load(await servePages(formWith({ ACTION_URI: address, METHOD: 'GET' })), PAGE);
      expect(link.text).not.toContain('rest-payment-link"');
    },
  );
});

describe('the page of a checkout', () => {
  it('asks before it calls an origin for the first time, and not again', async () => {
    const pages = await servePages(CHECKOUT);
    const first = await load(pages, PAGE);
    expect(first.text).toContain('Call the endpoint');
    expect(first.text).toContain('<strong id="origin">https://shop.test</strong>');
    expect(pages.asked.checkouts).toEqual([]);
    const pressed = await submit(pages, '/pay/201/call?paysystem=7');
    expect(pressed.text).toContain('Error registering order in payment system');
    expect(pages.asked.checkouts).toHaveLength(1);
    await load(pages, PAGE);
    expect(pages.asked.checkouts).toHaveLength(2);
    expect(pages.asked.checkouts[1]).toMatchObject({ ids: { paymentId: 201n, paySystemId: 7n } });
    expect(pages.asked.checkouts[1]?.fault).toBeUndefined();
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none', 'sec-purpose': 'prefetch' },
    {},
  ])('asks again when the request looks like %j', async (headers) => {
    const pages = await servePages(CHECKOUT);
    await submit(pages, '/pay/201/call?paysystem=7');
    const { text } = await load(pages, PAGE, headers);
    expect(text).toContain('Call the endpoint');
    expect(pages.asked.checkouts).toHaveLength(1);
  });

  it('asks again when ACTION_URI has another origin', async () => {
    const pages = await servePages(CHECKOUT);
    await submit(pages, '/pay/201/call?paysystem=7');
    await pages.store.apply((state) => ({
      state: {
        ...state,
        handlers: state.handlers.map((handler) => ({
          ...handler,
          settings: new Map([['CHECKOUT_DATA', new Map([['ACTION_URI', 'https://other.test/']])]]),
        })),
      },
      answer: null,
    }));
    expect((await load(pages, PAGE)).text).toContain('Call the endpoint');
    expect(pages.asked.checkouts).toHaveLength(1);
  });

  it('shows what the portal makes of the answer, the judgement and the way to the log', async () => {
    const pages = await servePages(CHECKOUT);
    pages.conclusion = { kind: 'errors', texts: ['No stock', HOSTILE] };
    const { text } = await submit(pages, '/pay/201/call?paysystem=7');
    expect(text).toContain('<li>No stock</li>');
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).toContain('The buyer sees &lt;b&gt;it&lt;/b&gt;.');
    expect(text).toContain('The reason.');
    expect(text).toContain('The advice.');
    expect(text).toContain('href="/log#exchange-4"');
    pages.conclusion = { kind: 'decoding-error' };
    expect((await load(pages, PAGE)).text).toContain('Response decoding error');
  });

  it('links PAYMENT_URL when it is a web address, and writes it otherwise', async () => {
    const pages = await servePages(CHECKOUT);
    pages.conclusion = { kind: 'pay-link', url: 'https://bank.test/?a=1&b="2"', paymentId: '1' };
    const linked = await submit(pages, '/pay/201/call?paysystem=7');
    expect(linked.text).toContain('<a class="button main" href="https://bank.test/?a=1&amp;b=&quot;2&quot;">Pay</a>');
    pages.conclusion = { kind: 'pay-link', url: 'javascript:alert(1)', paymentId: '1' };
    const { text } = await load(pages, PAGE);
    expect(text).toContain('<code>javascript:alert(1)</code>');
    // The judgement says it.
    expect(text).not.toContain('PAYMENT_URL');
    expect(text).not.toContain('href="javascript:');
  });

  it('asks the buyer first, and calls with the answers', async () => {
    const phone = { CODE: { NAME: 'Phone' }, VISIBLE: 'Y' };
    const pages = await servePages({ CHECKOUT_DATA: { ACTION_URI, FIELDS: { phone } } });
    const { text } = await load(pages, PAGE);
    expect(text).toContain(
      '<form id="rest-checkout-form" action="/pay/201/call?paysystem=7#buyer-sees" method="post">',
    );
    expect(text).toContain('<input type="text" id="field-0" name="phone" value="" />');
    expect(text).toContain('The portal posts to <strong id="origin">https://shop.test</strong>');
    const called = await submit(pages, '/pay/201/call?paysystem=7', { phone: '+7' });
    expect(pages.asked.checkouts[0]?.block.fields.get('phone')).toBe('+7');
    expect(called.text).toContain('<input type="hidden" name="phone" value="+7" />');
  });

  it.each([
    ['phone.home', { NAME: 'Phone' }, 'Y', 'The portal’s PHP renames a form field'],
    ['phone', { INPUT: { TYPE: 'NUMBER' } }, 'Y', 'The form comes back for ever'],
    ['phone', { INPUT: { TYPE: 'ENUM' } }, 'Y', 'shows an error text in place of an ENUM field'],
    ['phone', { NAME: 'Phone' }, 'N', 'The buyer gets a form with nothing to fill in'],
    ['phone', '', 'N', 'The field names no code'],
  ])('says when the form with %s never ends or asks nothing', async (name, CODE, VISIBLE, note) => {
    const pages = await servePages({ CHECKOUT_DATA: { ACTION_URI, FIELDS: { [name]: { CODE, VISIBLE } } } });
    const { text } = await load(pages, PAGE);
    expect(text.slice(text.indexOf('id="notes"'))).toContain(note);
  });

  it('says what the portal says when ACTION_URI is missing', async () => {
    const { text } = await load(await servePages({ CHECKOUT_DATA: { FIELDS: {} } }), PAGE);
    expect(text).toContain('ACTION_URI parameter is missing');
  });

  it('takes changes by the address, and marks them', async () => {
    const pages = await servePages(CHECKOUT);
    const changed = await load(pages, '/pay/201/override?paysystem=7&b24pay-name=sum&b24pay-value=1');
    expect([changed.status, changed.headers.get('location')]).toEqual([303, `${PAGE}&sum=1`]);
    const { text } = await submit(pages, '/pay/201/call?paysystem=7&sum=1');
    expect(pages.asked.checkouts[0]).toMatchObject({ fault: { kind: 'change-sum' } });
    expect(pages.asked.checkouts[0]?.block.fields.get('sum')).toBe('1');
    expect(text).toContain('The value comes from the address or form of the page');
  });

  it('hands on the faults that are asked for', async () => {
    const pages = await servePages(CHECKOUT);
    expect((await load(pages, PAGE)).text).toContain('Try what can go wrong');
    for (const fields of [
      { 'b24pay-fault': 'twice' },
      { 'b24pay-fault': 'drop-answer' },
      { 'b24pay-fault': 'late', 'b24pay-seconds': '2' },
      { 'b24pay-fault': 'late', 'b24pay-seconds': '1e9' },
      { 'b24pay-fault': 'something' },
    ]) {
      await submit(pages, '/pay/201/call?paysystem=7', fields);
    }
    expect(pages.asked.checkouts.map(({ fault }) => fault)).toEqual([
      { kind: 'twice' },
      { kind: 'drop-answer' },
      { kind: 'late', seconds: 2 },
      { kind: 'late', seconds: 300 },
      undefined,
    ]);
    expect([...(pages.asked.checkouts[0]?.block.fields.keys() ?? [])]).toEqual(['sum', 'BX_SYSTEM_PARAMS']);
  });

  it('tells the endpoint its own address, with the query', async () => {
    const pages = await servePages(CHECKOUT);
    await submit(pages, '/pay/201/call?paysystem=7&lang=en');
    const system = pages.asked.checkouts[0]?.block.fields.get('BX_SYSTEM_PARAMS');
    expect(system instanceof Map && system.get('RETURN_URL')).toBe(`${pages.url}${PAGE}&lang=en`);
  });
});

describe('the page of a frame', () => {
  it('loads it after a press, with the portal’s attributes', async () => {
    const pages = await servePages(FRAME);
    const first = await load(pages, PAGE);
    expect(first.text).toContain('Show the frame');
    expect(first.text).not.toContain('<iframe');
    expect(csp(first.headers)).not.toContain('frame-src');
    expect(await submit(pages, '/pay/201/call?paysystem=7')).toMatchObject({ status: 303 });
    const { text, headers } = await load(pages, PAGE);
    expect(text).toContain(
      `<div id="rest-paysystem-wrapper"> <iframe src="${ACTION_URI}" title="Payment page of the endpoint" ` +
        'name="restPaymentFrame" id="rest-payment-frame" style="border:none;height:350px;width:100%" ' +
        'sandbox="allow-forms allow-scripts allow-modals allow-top-navigation allow-same-origin"',
    );
    expect(csp(headers)).toContain('frame-src http: https:');
    expect(csp(headers)).toMatch(/style-src-attr 'unsafe-hashes' 'sha256-[\w+/]+=*'/);
    expect(text).toContain('data-message="{&quot;sum&quot;:1990,&quot;BX_SYSTEM_PARAMS&quot;:{');
    expect((await load(pages, PAGE, { 'sec-fetch-site': 'cross-site' })).text).not.toContain('<iframe');
  });

  it('has a place for what becomes of it, and the way to the log', async () => {
    const pages = await servePages(FRAME);
    expect((await load(pages, PAGE)).text).not.toContain('What happened');
    await submit(pages, '/pay/201/call?paysystem=7');
    const { text } = await load(pages, PAGE);
    expect(text).toContain('<h2 id="happened">What happened</h2> <div id="verdict" role="status"><p>Not known yet:');
    expect(text).toContain('<a href="/log#exchange-1">Exchange 1 in the log</a></p>');
    expect((await load(pages, PAGE)).text).toContain('href="/log#exchange-2"');
  });

  it('shows nothing that is no web address', async () => {
    const pages = await servePages({ IFRAME_DATA: { ACTION_URI: 'javascript:alert(1)' } });
    await submit(pages, '/pay/201/call?paysystem=7');
    const { text } = await load(pages, PAGE);
    expect(text).not.toContain('<iframe');
    expect(text).toContain('<code>ACTION_URI</code>: This is no web address.');
  });

  it('says what is different in a real page', async () => {
    const FIELDS = { phone: { CODE: { NAME: 'Phone' } } };
    const pages = await servePages({ IFRAME_DATA: { ACTION_URI: "http://shop.test/'", FIELDS } });
    const { text } = await load(pages, PAGE);
    expect(text).toContain('a browser blocks an http frame there');
    expect(text).toContain('between single quotes');
    expect(text).toContain('The sandbox of the frame allows no pop-ups');
    expect(text).toContain('<code>phone</code>: The portal asks the buyer nothing in IFrame mode');
  });
});

describe('a paid payment', () => {
  it('is shown as paid, and nobody is called', async () => {
    const pages = await servePages(CHECKOUT, withPayment({ PAID: 'Y' }));
    await submit(pages, '/pay/201/call?paysystem=7');
    const { text } = await load(pages, PAGE);
    expect(text).toContain('This payment is paid.');
    expect(text).not.toContain('Call the endpoint');
    expect(pages.asked.checkouts).toEqual([]);
  });
});

describe('remarks', () => {
  it('are made on modes that are never used', async () => {
    const { text } = await load(await servePages({ ...CHECKOUT, ...formWith({}) }), PAGE);
    expect(text).toContain('<code>FORM_DATA</code>: Never used');
  });

  it('are made on PARAMS beside FIELDS, the query of a GET form and an unknown method', async () => {
    const data = {
      FIELDS: { a: { CODE: 'SUM', VISIBLE: 'Y' } },
      PARAMS: { b: 'SUM' },
      ACTION_URI: `${ACTION_URI}?a=1`,
    };
    const { text } = await load(await servePages(formWith({ ...data, METHOD: 'PUT' })), PAGE);
    expect(text).toContain('Not used: FIELDS are there');
    expect(text).toContain('A browser that does not know the method');
    expect(text).toContain('what stands after the ? is lost');
    expect(text).toContain('The buyer can change this value before paying.');
  });

  it('are made when there is nothing to draw', async () => {
    expect((await load(await servePages({}), PAGE)).text).toContain(
      'FORM_DATA, CHECKOUT_DATA and IFRAME_DATA are all empty',
    );
    expect((await load(await servePages({ FORM_DATA: { METHOD: 'POST' } }), PAGE)).text).toContain(
      '<code>ACTION_URI</code>: It is missing.',
    );
  });

  it.each([
    ['a form', formWith({ FIELDS: { key: { CODE: 'PAY_SUMM' }, sum: { CODE: 'sum' } } }), 'key'],
    ['PARAMS', formWith({ PARAMS: { amount: 'PAY_SUMM', sum: 'SUM', none: '' } }), 'amount'],
    ['a link', formWith({ METHOD: 'GET', PARAMS: { amount: 'PAY_SUMM' } }), 'amount'],
    ['PARAMS that are not used', formWith({ FIELDS: {}, PARAMS: { amount: 'PAY_SUMM' } }), undefined],
    ['a checkout', { CHECKOUT_DATA: { ACTION_URI, FIELDS: { key: { CODE: 'PAY_SUMM' } } } }, 'key'],
    [
      'a checkout that asks',
      { CHECKOUT_DATA: { ACTION_URI, FIELDS: { key: { CODE: 'PAY_SUMM' }, ask: { CODE: { NAME: 'A' } } } } },
      'key',
    ],
    ['a frame', { IFRAME_DATA: { ACTION_URI, FIELDS: { key: { CODE: 'PAY_SUMM' }, ask: { CODE: {} } } } }, 'key'],
    ['no mode', { CHECKOUT_DATA: { FIELDS: { key: { CODE: 'PAY_SUMM' } } } }, undefined],
  ])('are made on a code that the handler has not: %s', async (_what, settings, name) => {
    const { text } = await load(await servePages(settings), PAGE);
    const named = Array.from(text.matchAll(/<code>(\w+)<\/code>: CODES has no PAY_SUMM, so/g), ([, found]) => found);
    expect(named).toEqual(name === undefined ? [] : [name]);
    expect(text).not.toMatch(/CODES has no (?!PAY_SUMM)/);
  });

  it('are made while the payment belongs to another payment system', async () => {
    const pages = await servePages(CHECKOUT);
    expect((await load(pages, PAGE)).text).toContain('does not find it with this PAY_SYSTEM_ID');
    await submit(pages, '/pay/201/choose', { paysystem: '7' });
    expect((await load(pages, PAGE)).text).not.toContain('does not find it with this PAY_SYSTEM_ID');
  });
});
