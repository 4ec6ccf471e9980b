/** Pages of the group Handler. */
import { whole, type Example, type Pages } from '../page.js';

const handler = (name: string, code: string, more?: number): Example => ({
  ...whole(`{
  "NAME": "${name}",
  "CODE": "${code}",
  "SETTINGS": {
    "FORM_DATA": { "ACTION_URI": "https://pay.my-shop.com/payment", "METHOD": "POST" },
    "CODES": {}
  }
}`),
  ...(more !== undefined && { more }),
});

const described = (text: string): string => `"FORM_DATA": {
  "ACTION_URI": "https://pay.my-shop.com/payment",
  "METHOD": "POST",
  "FIELDS": { "shopId": { "CODE": "SHOP_ID" } }
},
"CODES": {
  "SHOP_ID": { "NAME": "Shop number", "DESCRIPTION": "${text}" }
}`;

const RIGHT = handler('My shop', 'my_shop');

/** Pages of the rules about the handler as a whole, by code. */
export const handlerPages: Pages = {
  'empty-name': {
    why: `The check of handler.add asks only whether NAME is there, and an empty text is. Some versions of the portal go on to refuse
it for its length; others store it, and administrators cannot tell the handler from others.`,
    fix: 'Give the handler the name that administrators are to see in the list of payment methods.',
    wrong: handler('', 'my_shop'),
    right: RIGHT,
  },
  'empty-code': {
    why: `Payment systems name their handler by its CODE, and it is unique on the whole portal, across all applications. handler.add
accepts an empty text, but only one handler of a portal can have it, and a payment system cannot name it.`,
    fix: 'Give the handler a code of its own, such as the name of your service in small letters.',
    wrong: handler('My shop', ''),
    right: RIGHT,
  },
  'name-too-long': {
    why: `The portal keeps 255 characters of NAME. Depending on its version it refuses a longer one, or the rest is lost. Characters
are counted, not bytes.`,
    fix: 'Shorten the name.',
    wrong: handler('My shop…', 'my_shop', 250),
    right: RIGHT,
  },
  'code-too-long': {
    why: `The portal keeps 50 characters of CODE. Depending on its version it refuses a longer one, or the rest is lost; cut off, the
code is another one than you registered.`,
    fix: 'Shorten the code.',
    wrong: handler('My shop', 'my_shop_that_takes_payments_with_cards_and_qr_codes_2'),
    right: RIGHT,
  },
  'duplicate-handler-code': {
    why: `Registering a manifest updates the handler that has its CODE. Two manifests with the same code would overwrite each other
on one portal. Letter case and blanks at the end do not make a difference: the database of a portal is taken to ignore both.

Compared are the manifests of one workspace folder. Manifests for different portals may have the same code; keep them in
different workspace folders.`,
    fix: 'Give each manifest its own code. The report links to the other one.',
    wrong: { ...RIGHT, beside: { file: 'second.b24pay.json', code: 'My_Shop' } },
    right: { ...RIGHT, beside: { file: 'second.b24pay.json', code: 'my_second_shop' } },
  },
  'settings-too-large': {
    why: `The portal keeps SETTINGS as one text in PHP's own notation, in a column of 65,535 bytes. What is longer does not fit: it is
cut off, and a text that is cut off cannot be read again. Letters outside English take two bytes or more, and PHP's notation
adds some to each key and value, so the limit is nearer than the size of the file suggests.`,
    fix: 'Shorten descriptions, remove codes that nobody uses, or split the handler.',
    wrong: { text: described('How to find the number…'), more: 66_000 },
    right: { text: described('How to find the number') },
  },
};
