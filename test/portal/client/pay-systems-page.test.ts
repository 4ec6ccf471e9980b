import { expect, it } from 'vitest';
import { parseWebhook } from '../../../portal/client/connection.js';
import { paySystemsPage } from '../../../portal/client/pay-systems-page.js';

it.each([
  ['https://acme.bitrix24.com/rest/1/abc123xyz/', 'https://acme.bitrix24.com/shop/settings/sale_pay_system/'],
  ['http://127.0.0.1:8024/rest/7/abc123xyz', 'http://127.0.0.1:8024/shop/settings/sale_pay_system/'],
])('of the webhook %s keeps only the origin', (webhook, page) => {
  expect(paySystemsPage(parseWebhook(webhook))).toBe(page);
});
