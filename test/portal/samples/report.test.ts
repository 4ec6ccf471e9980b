/** How the samples' bank tells the portal that a payment is paid. */
import { EventEmitter, once } from 'node:events';
import { expect, it } from 'vitest';
import { load, press, submit, target } from './browser.js';
import { startScriptedPortal, type Script } from './scripted-portal.js';
import { startSample } from './shop.js';

const BACK = 'https://shop.test/';

/** The bank's page for a payment of 5.00 RUB, and what the sample has written. */
async function openBank(script: Script) {
  const settings = { 'sale.paysystem.settings.payment.get': () => ({ SHOP_ID: 'a' }) };
  const webhook = await startScriptedPortal({ ...settings, ...script });
  const { url, written } = await startSample('form', { B24PAY_WEBHOOK: webhook });
  const sent = await submit(`${url}/form`, { paymentId: '1', BX_PAYSYSTEM_ID: '2', BX_RETURN_URL: BACK });
  return { bank: await load(target(sent)), written };
}

const paymentThatIs = (paid: string) => ({ payment: { sum: 5, currency: 'RUB', paid } });

it('believes the portal only when the payment was saved as paid', async () => {
  const { bank, written } = await openBank({
    'sale.payment.get': () => paymentThatIs('N'),
    'sale.paysystem.pay.payment': () => true,
  });
  expect(await press(bank)).toMatchObject({ status: 502 });
  expect(written.text).toContain('Payment 1 is not paid on the portal');
});

it('takes the money once when a press overtakes another, and reports it once', async () => {
  const portal = { paid: 'N', reports: 0 };
  const presses = new EventEmitter();
  const overtaken = once(presses, 'overtaken');
  const arrived = once(presses, 'arrived');
  const answers = [
    // The form is sent.
    () => paymentThatIs(portal.paid),
    // The first press asks, and hears of the payment only after the second press has paid it.
    () => {
      presses.emit('arrived');
      return overtaken.then(() => paymentThatIs(portal.paid));
    },
  ];
  const { bank } = await openBank({
    'sale.payment.get': () => answers.shift()?.() ?? paymentThatIs(portal.paid),
    'sale.paysystem.pay.payment': () => {
      portal.paid = 'Y';
      portal.reports += 1;
      return true;
    },
  });

  const first = press(bank);
  await arrived;
  const second = await press(bank);
  presses.emit('overtaken');
  expect([target(await first), target(second)]).toEqual([BACK, BACK]);
  expect(portal).toEqual({ paid: 'Y', reports: 1 });
});
