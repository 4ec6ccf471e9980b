/** The sample endpoint of a form: the browser sends what the portal has drawn. */
import { beforeEach, describe, expect, it } from 'vitest';
import { load, press, submit, target, type Page } from './browser.js';
import { addPayment, addPaySystem, changeOrder, changePayment, openShop, paymentOf, type Shop } from './shop.js';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop('form');
});

/** What the form of the payment page sends, with its button. */
const sendForm = (changed: Record<string, string> = {}) =>
  submit(`${shop.url}/form`, {
    paymentId: String(shop.paymentId),
    BX_PAYSYSTEM_ID: String(shop.paySystemId),
    BX_RETURN_URL: shop.pageUrl,
    button: 'Pay',
    ...changed,
  });

const openBank = async (changed?: Record<string, string>): Promise<Page> => load(target(await sendForm(changed)));

describe('a payment', () => {
  it('is shown with its sum, paid, and led back to the shop', async () => {
    const sent = await sendForm();
    expect(sent.status).toBe(303);
    const bank = await load(target(sent));
    expect(bank.status).toBe(200);
    expect(bank.text).toContain('1990.50 RUB');
    expect(await paymentOf(shop)).toMatchObject({ paid: 'N' });

    const paid = await press(bank);
    expect(paid.status).toBe(303);
    expect(target(paid)).toBe(shop.pageUrl);
    expect(await paymentOf(shop)).toMatchObject({ paid: 'Y', sum: 1990.5 });
  });

  it('is one payment, however often the form is sent', async () => {
    const addresses = await Promise.all([sendForm(), sendForm(), sendForm()]);
    expect(new Set(addresses.map(target)).size).toBe(1);
  });

  it('costs what the portal says, whatever is in the form', async () => {
    const { text } = await openBank({ sum: '1', SUM: '1', currency: 'USD', 'BX_SYSTEM_PARAMS[SUM]': '1' });
    expect(text).toContain('1990.50 RUB');
  });

  it('is not paid twice when Pay is pressed twice', async () => {
    const bank = await openBank();
    const presses = await Promise.all([press(bank), press(bank)]);
    expect(presses.map(target)).toEqual([shop.pageUrl, shop.pageUrl]);
    const paid = await paymentOf(shop);
    expect(paid).toMatchObject({ paid: 'Y' });

    expect(target(await press(bank))).toBe(shop.pageUrl);
    expect(await paymentOf(shop)).toEqual(paid);
  });

  it('is not paid when its sum has changed since the page was opened', async () => {
    const bank = await openBank();
    await changePayment(shop, { SUM: 2500 });
    const refused = await press(bank);
    expect(refused).toMatchObject({ status: 403 });
    expect(refused.text).toContain('The sum has changed.');
    // Another window shows the new sum; that changes nothing for the first one.
    const anew = await openBank();
    expect(anew.text).toContain('2500.00 RUB');
    expect(await press(bank)).toMatchObject({ status: 403 });
    expect(await paymentOf(shop)).toMatchObject({ paid: 'N' });

    expect(target(await press(anew))).toBe(shop.pageUrl);
    expect(await paymentOf(shop)).toMatchObject({ paid: 'Y' });
  });

  it('is not taken when it was paid in another way meanwhile', async () => {
    const bank = await openBank();
    await changePayment(shop, { PAID: 'Y' });
    expect(await press(bank)).toMatchObject({ status: 403 });
    const again = await sendForm();
    expect(again.status).toBe(403);
    expect(again.text).toContain('This payment is paid already.');
  });

  it('is not taken again when a manager takes the mark off', async () => {
    await press(await openBank());
    await changePayment(shop, { PAID: 'N' });
    expect((await sendForm()).text).toContain('This payment is paid already.');
  });
});

it('says when the shop could not be told, and takes no money again when Pay is pressed again', async () => {
  const bank = await openBank();
  await changeOrder(shop, { CANCELED: 'Y' });
  const failed = await press(bank);
  expect(failed.status).toBe(502);
  expect(failed.text).toContain('You have paid, but the shop could not be told yet.');
  expect(shop.written.text).toContain('sale.paysystem.pay.payment: ERROR_PROCESS_REQUEST_RESULT');
  expect(shop.written.text).not.toContain(shop.portal.webhook);
  // The link of the shop still leads to the payment, where nothing is left to pay.
  await changePayment(shop, { SUM: 2500, PAID: 'Y' });
  const anew = await openBank();
  expect(anew.text).toContain('1990.50 RUB');
  expect(anew.text).toContain('<button>Back to the shop</button>');

  await changePayment(shop, { PAID: 'N' });
  await changeOrder(shop, { CANCELED: 'N' });
  expect(target(await press(anew))).toBe(shop.pageUrl);
  expect(await paymentOf(shop)).toMatchObject({ paid: 'Y' });
});

describe('what is no payment of the shop', () => {
  it.each<[string, Record<string, string>]>([
    ['no ID', { paymentId: '' }],
    ['a text', { paymentId: '1 or 1=1' }],
    ['a negative ID', { paymentId: '-1' }],
    ['markup', { paymentId: '<script>' }],
    ['no payment system', { BX_PAYSYSTEM_ID: '' }],
  ])('is refused without a call to the portal: %s', async (_, changed) => {
    const page = await sendForm(changed);
    expect(page.status).toBe(403);
    expect(page.text).toContain('The shop has sent no payment.');
    expect(page.text).not.toContain('<script>');
    expect(shop.written.text).toBe('');
  });

  it('is refused: a payment of another payment system', async () => {
    const other = await addPayment(shop.portal, await addPaySystem(shop.portal, 'sample_form'));
    const page = await sendForm({ paymentId: String(other.paymentId) });
    expect(page.status).toBe(500);
    expect(page.text).toContain('This does not work right now.');
  });
});
