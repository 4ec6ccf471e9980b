// The official SDK against the portal of SDK_WEBHOOK: a process of its own, whose NODE_EXTRA_CA_CERTS trusts the portal's
// certificate. Prints what each call gave as one line of JSON.
import { B24Hook } from '@bitrix24/b24jssdk';
import process from 'node:process';

const portal = B24Hook.fromWebhookUrl(process.env.SDK_WEBHOOK ?? '');

/**
 * @param {string} method
 * @param {Record<string, any>} [params]
 * @returns {Promise<any>} the result
 */
async function call(method, params = {}) {
  const answer = await portal.actions.v2.call.make({ method, params });
  if (!answer.isSuccess) throw new Error(`${method}: ${answer.getErrorMessages().join('; ')}`);
  return answer.getData()?.result;
}

const CODES = {
  SHOP_KEY: { NAME: 'Key' },
  SUM: { DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'SUM' } },
};
const SETTINGS = { CODES, CHECKOUT_DATA: { ACTION_URI: 'https://shop.test/pay', FIELDS: { sum: { CODE: 'SUM' } } } };

/** @type {Record<string, unknown>} */
const seen = {};
const codes = async () => (await call('sale.paysystem.handler.list')).map((/** @type {any} */ { NAME }) => NAME);

const handler = await call('sale.paysystem.handler.add', { NAME: 'Shop', CODE: 'shop', SETTINGS });
seen.handler = handler;
seen.updated = await call('sale.paysystem.handler.update', { ID: handler, FIELDS: { NAME: 'My shop' } });
seen.listed = await codes();
const paySystem = await call('sale.paysystem.add', {
  NAME: 'Cards',
  PERSON_TYPE_ID: 1,
  BX_REST_HANDLER: 'shop',
  ENTITY_REGISTRY_TYPE: 'ORDER',
  SETTINGS: { SHOP_KEY: { TYPE: 'VALUE', VALUE: 'secret' } },
});
seen.paySystem = paySystem;
seen.settings = await call('sale.paysystem.settings.get', { ID: paySystem, PERSON_TYPE_ID: 1 });
const payment = { PAYMENT_ID: process.env.SDK_PAYMENT, PAY_SYSTEM_ID: paySystem };
seen.values = await call('sale.paysystem.settings.payment.get', payment);
seen.paid = await call('sale.paysystem.pay.payment', { ...payment, PS_INVOICE_ID: 'abc' });
seen.inUse = await call('sale.paysystem.handler.delete', { ID: handler }).catch((error) => error.message);
const batch = await portal.actions.v2.batch.make({
  calls: { systems: { method: 'sale.paysystem.list', params: { select: ['ID', 'NAME'] } }, scope: { method: 'scope' } },
});
seen.batch = batch.getData();
seen.systemDeleted = await call('sale.paysystem.delete', { ID: paySystem });
seen.deleted = await call('sale.paysystem.handler.delete', { ID: handler });
seen.left = await codes();
process.stdout.write(`${JSON.stringify(seen)}\n`);
portal.destroy();
