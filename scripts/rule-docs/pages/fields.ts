/** Pages of the group FIELDS. */
import { settings, type Example, type Pages } from '../page.js';

const URI = '"ACTION_URI": "https://pay.my-shop.com/payment"';

const CODES = `"CODES": {
  "SHOP_ID": { "NAME": "Shop number" }
}`;

const withFields = (head: string, fields: string, codes = CODES): Example =>
  settings(`${head}
  "FIELDS": {
    ${fields}
  }
},
${codes}`);

const form = (fields: string, codes?: string, method = 'POST'): Example =>
  withFields(`"FORM_DATA": {\n  ${URI},\n  "METHOD": "${method}",`, fields, codes);
const checkout = (fields: string, codes?: string): Example =>
  withFields(`"CHECKOUT_DATA": {\n  ${URI},`, fields, codes);
const iframe = (fields: string, codes?: string): Example => withFields(`"IFRAME_DATA": {\n  ${URI},`, fields, codes);

const SHOP = '"shopId": { "CODE": "SHOP_ID" }';

const question = (type: string): string =>
  `"phone": { "VISIBLE": "Y", "CODE": { "NAME": "Phone", "INPUT": { "TYPE": "${type}" } } }`;

const SUM = `"CODES": {
  "PAYMENT_SUM": {
    "NAME": "Amount",
    "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "SUM" }
  }
}`;

/** Pages of the rules about FIELDS, by code. */
export const fieldPages: Pages = {
  'undefined-code': {
    why: `CODE of a field (or the value of a PARAMS entry) is the name of a code in SETTINGS.CODES, in exactly this letter case. The portal
registers a name that CODES does not have, and the field is always sent empty.`,
    fix: 'Correct the name, or create the code.',
    wrong: form('"shopId": { "CODE": "SHOP_IDD" }'),
    right: form(SHOP),
  },
  'field-not-drawn': {
    why: `The payment page of Form and Checkout draws inputs of type STRING and Y/N. A field of another type is left out, even a hidden
one, and an ENUM is replaced by an error text: either way nothing is sent under its name.

In CHECKOUT_DATA this concerns questions to the buyer (CODE is an object) and is an error: the answer never arrives, the form comes
back for ever, and the payment cannot start. Settings that are sent by name are not drawn there, so their type does not matter.`,
    fix: 'Use STRING or Y/N, or let your server read the setting with sale.paysystem.settings.payment.get.',
    wrong: checkout(question('DATE')),
    right: checkout(question('STRING')),
  },
  'buyer-field-hidden': {
    why: `A CODE that is an object asks the buyer. Without \`"VISIBLE": "Y"\` the input is hidden, so nobody can fill it in and the
value is always sent empty. In Checkout the buyer even gets a form with nothing in it but a button.`,
    fix: 'Add `"VISIBLE": "Y"`.',
    wrong: form('"phone": { "CODE": { "NAME": "Phone" } }'),
    right: form('"phone": { "CODE": { "NAME": "Phone" }, "VISIBLE": "Y" }'),
  },
  'field-name-mangled': {
    why: `PHP changes the names of form fields with a dot, a blank or a bracket: \`order.id\` arrives as \`order_id\`. Your page finds nothing
under the name you wrote. The portal is PHP too: for a question to the buyer in CHECKOUT_DATA it never finds the answer, the form
comes back for ever, and the payment cannot start.

Browsers send no field whose name is empty, and PHP reads none.

In IFrame mode names reach your page as they are.`,
    fix: 'Use letters, digits and `_`.',
    wrong: form('"shop.id": { "CODE": "SHOP_ID" }'),
    right: form('"shop_id": { "CODE": "SHOP_ID" }'),
  },
  'direct-link-without-return': {
    why: `With METHOD GET and nothing for the buyer to fill in, the portal makes a plain link of the form. The link has the values of the
FIELDS and BX_PAYSYSTEM_ID, but no BX_RETURN_URL: your page does not know where to lead the buyer back to.`,
    fix: 'Use POST when your page has to lead back.',
    wrong: form(SHOP, CODES, 'GET'),
    right: form(SHOP),
  },
  'buyer-field-in-iframe': {
    why: 'In IFrame mode the portal asks the buyer nothing. A field whose CODE is an object is never sent.',
    fix: 'Ask on your own page, or name a setting.',
    wrong: iframe('"phone": { "CODE": { "NAME": "Phone" } }'),
    right: iframe(SHOP),
  },
  'visible-without-effect': {
    why: 'In IFrame mode the portal draws no fields, so VISIBLE does nothing.',
    fix: 'Remove it.',
    wrong: iframe('"shopId": { "CODE": "SHOP_ID", "VISIBLE": "Y" }'),
    right: iframe(SHOP),
  },
  'buyer-can-edit': {
    why: `A visible field of a form is an editable input, filled in with the value. For an identifier, a number or an amount of the order,
payment or user that means: the buyer can pay another payment, or another sum.

Hidden fields can be changed too, by those who know how. Your server has to check every payment before it counts.`,
    fix: 'Hide the field with `"VISIBLE": "N"`, and check the payment on your server.',
    wrong: form('"sum": { "CODE": "PAYMENT_SUM", "VISIBLE": "Y" }', SUM),
    right: form('"sum": { "CODE": "PAYMENT_SUM", "VISIBLE": "N" }', SUM),
  },
  'reserved-field-name': {
    why: `The portal sends values of its own: BX_PAYSYSTEM_ID and BX_RETURN_URL with a form, BX_SYSTEM_PARAMS in Checkout and IFrame
mode, BX_COMPUTED_STYLE in IFrame mode. A field of such a name can be lost or sent twice. In a mode that does not
send the name it is a note only: the field arrives, but looks like the portal's. The submit button of the form is called
\`button\`, and its text is sent under this name: there it is a warning.`,
    fix: 'Choose another name.',
    wrong: form('"BX_RETURN_URL": { "CODE": "SHOP_ID" }'),
    right: form('"returnUrl": { "CODE": "SHOP_ID" }'),
  },
};
