/** Pages of the group CODES. */
import { settings, type Example, type Pages } from '../page.js';

/** A form that sends one code, whose entry is given. */
const code = (entry: string, name = 'SHOP_ID'): Example =>
  settings(`"FORM_DATA": {
  "ACTION_URI": "https://pay.my-shop.com/payment",
  "METHOD": "POST",
  "FIELDS": { "shopId": { "CODE": "${name}" } }
},
"CODES": {
  "${name}": ${entry}
}`);

/** The same in Checkout, where inputs of any type may be sent. */
const checkout = (entry: string): Example =>
  settings(`"CHECKOUT_DATA": {
  "ACTION_URI": "https://pay.my-shop.com/payment",
  "FIELDS": { "mode": { "CODE": "MODE" } }
},
"CODES": {
  "MODE": ${entry}
}`);

const source = (key: string, value: string): string =>
  `{ "NAME": "Order number", "DEFAULT": { "PROVIDER_KEY": "${key}", "PROVIDER_VALUE": "${value}" } }`;

const ENUM = `{
    "NAME": "Mode",
    "INPUT": { "TYPE": "ENUM", "OPTIONS": { "TEST": "Test", "LIVE": "Live" } }
  }`;

/** Pages of the rules about CODES, by code. */
export const codePages: Pages = {
  'unused-code': {
    why: `No field of the mode in force names this code, so its value reaches neither the form nor your page. That is fine for settings
which your server reads with sale.paysystem.settings.payment.get, such as a secret key.`,
    fix: 'Add a field that sends it, remove the code, or leave it when your server reads it. The editor offers no field where sending would do harm: a secret to a browser, or an input that the payment page does not draw.',
    wrong: settings(`"FORM_DATA": {
  "ACTION_URI": "https://pay.my-shop.com/payment",
  "METHOD": "POST",
  "FIELDS": { "shopId": { "CODE": "SHOP_ID" } }
},
"CODES": {
  "SHOP_ID": { "NAME": "Shop number" },
  "ORDER_NUMBER": { "NAME": "Order number" }
}`),
    right: settings(`"FORM_DATA": {
  "ACTION_URI": "https://pay.my-shop.com/payment",
  "METHOD": "POST",
  "FIELDS": {
    "shopId": { "CODE": "SHOP_ID" },
    "order": { "CODE": "ORDER_NUMBER" }
  }
},
"CODES": {
  "SHOP_ID": { "NAME": "Shop number" },
  "ORDER_NUMBER": { "NAME": "Order number" }
}`),
  },
  'code-name-collision': {
    why: `The values that administrators enter are stored under the name of the code in capitals. Two codes that differ only in letter
case share one value.`,
    fix: 'Rename one of them, with the fields that name it.',
    wrong: settings('"CODES": {\n  "SHOP_ID": { "NAME": "Shop number" },\n  "shop_id": { "NAME": "Branch number" }\n}'),
    right: settings(
      '"CODES": {\n  "SHOP_ID": { "NAME": "Shop number" },\n  "BRANCH_ID": { "NAME": "Branch number" }\n}',
    ),
  },
  'code-name-too-long': {
    why: 'The portal keeps 50 characters of the name of a code. A value that an administrator enters does not fit under a longer one.',
    fix: 'Shorten the name, in CODES and in the fields.',
    wrong: code('{ "NAME": "Shop number" }', 'NUMBER_OF_THE_SHOP_IN_THE_SYSTEM_OF_THE_PAYMENT_SERVICE'),
    right: code('{ "NAME": "Shop number" }', 'NUMBER_OF_THE_SHOP'),
  },
  'code-name-style': {
    why: `The values of codes are stored under their names in capitals. Written with capitals, digits and \`_\`, and beginning with a
letter, a code has the same name in the manifest, in the portal and in what your server reads. An empty name is a warning.`,
    fix: 'Rename the code. The editor changes every field that names it, in all modes.',
    wrong: code('{ "NAME": "Shop number" }', 'shop_id'),
    right: code('{ "NAME": "Shop number" }'),
  },
  'code-without-name': {
    why: 'NAME is the label in the settings of the payment system. Without it the administrator sees the code.',
    fix: 'Add a NAME that says what to enter.',
    wrong: code('{ "DESCRIPTION": "From the contract" }'),
    right: code('{ "NAME": "Shop number", "DESCRIPTION": "From the contract" }'),
  },
  'incomplete-default': {
    why: `A DEFAULT works only with a source (PROVIDER_KEY) and what to take from it (PROVIDER_VALUE), both filled in. Otherwise the
portal ignores it, and the code stays empty until an administrator enters a value. The text \`"0"\`, and a VALUE of blanks only,
count as nothing too.`,
    fix: 'Complete it, or remove DEFAULT. A value that is the name of something a portal knows, such as `SUM`, needs the source that has it, here `PAYMENT`; any other text is probably meant itself: `VALUE`.',
    wrong: code('{ "NAME": "Shop number", "DEFAULT": { "PROVIDER_VALUE": "12345" } }'),
    right: code('{ "NAME": "Shop number", "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "12345" } }'),
  },
  'unknown-provider': {
    why: `PROVIDER_KEY names where the value comes from. A portal has the documented sources VALUE, ORDER, PAYMENT, USER and PROPERTY, and
some more that the documentation does not name. Of any other the value is always empty.`,
    fix: 'Use a source that exists. For a text of your own, use `VALUE`.',
    wrong: code(source('PAYMNT', 'ACCOUNT_NUMBER')),
    right: code(source('PAYMENT', 'ACCOUNT_NUMBER')),
  },
  'provider-not-implemented': {
    why: 'The documentation lists the source `Y\\N`, but no portal implements it: the value is always empty.',
    fix: 'Use `VALUE` with `"Y"` or `"N"`, and an INPUT of type `Y/N` when the administrator is to choose.',
    wrong: code(`{
    "NAME": "Test mode",
    "DEFAULT": { "PROVIDER_KEY": "Y\\\\N", "PROVIDER_VALUE": "N" }
  }`),
    right: code(`{
    "NAME": "Test mode",
    "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "N" }
  }`),
  },
  'undocumented-provider': {
    why: `COMPANY, REQUISITE, BANK_DETAIL, the CRM sources and a few others exist on portals, but the documentation does not name them, and
what they give may differ from portal to portal.`,
    fix: 'Try the handler on the portals you ship to, or let the administrator choose the source.',
    wrong: code('{ "NAME": "Seller", "DEFAULT": { "PROVIDER_KEY": "COMPANY", "PROVIDER_VALUE": "NAME" } }'),
    right: code('{ "NAME": "Seller" }'),
  },
  'unknown-provider-value': {
    why: `ORDER, PAYMENT and USER have known fields, and this is none of them. Usual slips are \`ORDER.USER_EMAIL\` (it is \`USER.EMAIL\`) and
\`PAYMENT.DATE_INSERT\` (a field of the order). Unless the portal has such a field all the same, the code stays empty.

Order properties and the undocumented sources differ from portal to portal and are not checked.`,
    fix: 'Use a field that the source has. The editor also finds it under another source.',
    wrong: code(source('ORDER', 'USER_EMAIL')),
    right: code(source('USER', 'EMAIL')),
  },
  'unknown-input-type': {
    why: `The settings of a payment system are drawn from the INPUT of each code. With a type that the portal does not have, they cannot
be opened. An empty type is a warning.`,
    fix: 'Use STRING, Y/N or ENUM.',
    wrong: checkout(ENUM.replace('ENUM', 'SELECT')),
    right: checkout(ENUM),
  },
  'undocumented-input-type': {
    why: `The portal has this type, but the documentation does not name it, and it is not known whether every portal draws it in the
settings of a payment system.`,
    fix: 'Use STRING, Y/N or ENUM, or try it on the portals you ship to.',
    wrong: checkout('{ "NAME": "Days to pay", "INPUT": { "TYPE": "NUMBER" } }'),
    right: checkout('{ "NAME": "Days to pay", "INPUT": { "TYPE": "STRING" } }'),
  },
  'enum-without-options': {
    why: 'An ENUM is a choice from OPTIONS: stored value → label. Without them the settings show an error text instead of a choice.',
    fix: 'Add OPTIONS.',
    wrong: checkout('{ "NAME": "Mode", "INPUT": { "TYPE": "ENUM" } }'),
    right: checkout(ENUM),
  },
  'misplaced-input-type': {
    why: `TYPE is read inside INPUT. Beside it, straight in a code or in the question of a field, the portal ignores it; a question is
then a line of text, whatever was meant. The documentation's own example has it at the wrong place.`,
    fix: `Move TYPE into INPUT. Where INPUT has a type of its own, or no portal has this one, the editor removes it. A type that would
make a field vanish from the payment page, or a choice without OPTIONS, is moved only when you pick that fix yourself.`,
    wrong: settings(`"FORM_DATA": {
  "ACTION_URI": "https://pay.my-shop.com/payment",
  "METHOD": "POST",
  "FIELDS": {
    "phone": { "VISIBLE": "Y", "CODE": { "NAME": "Phone", "TYPE": "STRING" } }
  }
}`),
    right: settings(`"FORM_DATA": {
  "ACTION_URI": "https://pay.my-shop.com/payment",
  "METHOD": "POST",
  "FIELDS": {
    "phone": { "VISIBLE": "Y", "CODE": { "NAME": "Phone", "INPUT": { "TYPE": "STRING" } } }
  }
}`),
  },
  'list-like-options': {
    why: `PHP takes an object with the keys 0, 1, 2… for a list, and gives it back as one: the handler that the portal shows then looks
different from your manifest. And a stored value "0" counts as none, so a choice under the key 0 leaves the code empty.`,
    fix: 'Give the options descriptive keys.',
    wrong: checkout('{ "NAME": "Mode", "INPUT": { "TYPE": "ENUM", "OPTIONS": { "0": "Test", "1": "Live" } } }'),
    right: checkout(ENUM),
  },
};
