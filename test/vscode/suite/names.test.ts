/** Names that New Handler Manifest makes of what is typed. */
import * as assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { handlerCode, manifestFileName } from '../../../client/manifest-file/new-name.js';

suite('names of new manifests', () => {
  for (const [typed, file, code] of [
    ['shop', 'shop.b24pay.json', 'shop'],
    [' shop ', 'shop.b24pay.json', 'shop'],
    ['shop.json', 'shop.b24pay.json', 'shop'],
    ['shop.b24pay', 'shop.b24pay.json', 'shop'],
    ['shop.b24pay.json', 'shop.b24pay.json', 'shop'],
    ['payments/My Shop 2', 'payments/My Shop 2.b24pay.json', 'my_shop_2'],
    ['bitrix24-payment-handler.json', 'bitrix24-payment-handler.json', 'bitrix24_payment_handler'],
    ['Мой магазин «Ёж»', 'Мой магазин «Ёж».b24pay.json', 'moy_magazin_ezh'],
    ['支付', '支付.b24pay.json', undefined],
    [`${'a'.repeat(49)} bc`, `${'a'.repeat(49)} bc.b24pay.json`, 'a'.repeat(49)],
  ] as const) {
    test(`${typed} → ${file}, ${code ?? 'no code of its own'}`, () => {
      assert.equal(manifestFileName(typed), file);
      assert.equal(handlerCode(typed), code);
    });
  }
});
