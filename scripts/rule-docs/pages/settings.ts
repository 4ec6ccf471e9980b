/** Pages of the group Settings and secrets. */
import { settings, type Example, type Pages } from '../page.js';

const currency = (value: string): Example =>
  settings(`"FORM_DATA": { "ACTION_URI": "https://pay.my-shop.com/payment", "METHOD": "POST" },
"CURRENCY": ${value}`);

const secret = (mode: string, fields: string, entry: string): Example =>
  settings(`"${mode}": {
  "ACTION_URI": "https://pay.my-shop.com/payment",
  "FIELDS": { ${fields} }
},
"CODES": {
  "SHOP_ID": { "NAME": "Shop number" },
  "SECRET_KEY": ${entry}
}`);

/** Pages of the rules about settings and secrets, by code. */
export const settingPages: Pages = {
  'currency-not-a-list': {
    why: `CURRENCY is a list of codes: when a payment system is created, it becomes the suggested restriction to orders in these currencies.
A string restricts nothing, and the settings of that restriction cannot list it.`,
    fix: `Write a list, even for one currency. A text that is no currency is put into a list only when you pick that fix yourself: as a
list it would fit no order.`,
    wrong: currency('"RUB"'),
    right: currency('["RUB"]'),
  },
  'unknown-currency': {
    why: `Currencies are written as in ISO 4217, in capitals. The portal keeps other texts as they stand, and a payment system with such a
restriction is offered for no order, unless the portal has a currency of exactly this code.`,
    fix: 'Write the code of the standard. What replaced a withdrawn code is offered; a code that may be anything else (BTC) is left to you.',
    wrong: currency('["RUR"]'),
    right: currency('["RUB"]'),
  },
  'secret-in-manifest': {
    why: `The method sale.paysystem.handler.list gives all handlers of a portal, with their DEFAULTs, to every application and webhook that has the
right to call it. A key or password as the default of a code is readable there, and the same for every portal.

What looks like a secret is found by its name, its label or the form of its value.`,
    fix: 'Remove the default. Each administrator enters the secret in the settings of the payment system, where it belongs to that portal alone.',
    wrong: secret(
      'CHECKOUT_DATA',
      '"shopKey": { "CODE": "SECRET_KEY" }',
      `{
    "NAME": "Secret key",
    "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "4f6c2d91" }
  }`,
    ),
    right: secret('CHECKOUT_DATA', '"shopKey": { "CODE": "SECRET_KEY" }', '{ "NAME": "Secret key" }'),
  },
  'secret-sent-to-browser': {
    why: `What a form sends is in the source of the payment page, and what a frame gets is in the buyer's browser: the buyer, and everything
else that runs there, can read it. In Checkout it goes from server to server.`,
    fix: 'Take the field out and read the setting on your server with sale.paysystem.settings.payment.get.',
    wrong: secret('IFRAME_DATA', '"shopKey": { "CODE": "SECRET_KEY" }', '{ "NAME": "Secret key" }'),
    right: secret('IFRAME_DATA', '"shopId": { "CODE": "SHOP_ID" }', '{ "NAME": "Secret key" }'),
  },
};
