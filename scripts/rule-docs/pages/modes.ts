/** Pages of the group Modes. */
import { TEMPLATE_URI } from '../../../schemas/template-uri.js';
import { settings, whole, type Example, type Pages } from '../page.js';

const form = (uri: string): Example => settings(`"FORM_DATA": { "ACTION_URI": "${uri}", "METHOD": "POST" }`);
const URI = 'https://pay.my-shop.com/payment';

const PARAMS = (list: string): Example =>
  settings(`"FORM_DATA": {
  "ACTION_URI": "${URI}",
  "METHOD": "POST",
  ${list}
},
"CODES": {
  "SHOP_ID": { "NAME": "Shop number" },
  "ORDER_NUMBER": { "NAME": "Order number" }
}`);

/** Pages of the rules about modes, by code. */
export const modePages: Pages = {
  'missing-mode': {
    why: `A handler needs at least one way to pay: FORM_DATA (the buyer's browser posts a form to you), CHECKOUT_DATA (the portal
asks your server for a payment link) or IFRAME_DATA (your page opens inside the payment page). With none of them, or only empty
ones, the portal refuses the handler. A mode that stands beside SETTINGS is not sent.`,
    fix: 'Add one, or move the one beside SETTINGS into it. The editor offers each of the three with the codes that the mode can send.',
    wrong: whole(`{
  "NAME": "My shop",
  "CODE": "my_shop",
  "SETTINGS": {
    "FORM_DATA": {},
    "CODES": {}
  }
}`),
    right: whole(`{
  "NAME": "My shop",
  "CODE": "my_shop",
  "SETTINGS": {
    "FORM_DATA": { "ACTION_URI": "${URI}", "METHOD": "POST" },
    "CODES": {}
  }
}`),
  },
  'shadowed-mode': {
    why: `Several modes in one manifest are accepted, and one is used: IFRAME_DATA before CHECKOUT_DATA before FORM_DATA. The others
do nothing. Only whether they have an ACTION_URI is checked when the handler is registered.`,
    fix: 'Keep the mode that you want and remove the others, or register a handler for each.',
    wrong: settings(`"FORM_DATA": { "ACTION_URI": "${URI}", "METHOD": "POST" },
"CHECKOUT_DATA": { "ACTION_URI": "https://pay.my-shop.com/checkout" }`),
    right: settings('"CHECKOUT_DATA": { "ACTION_URI": "https://pay.my-shop.com/checkout" }'),
  },
  'invalid-action-uri': {
    why: `The portal refuses an empty ACTION_URI and takes every other text as it is, without a look at it. What is no absolute
http or https address leads nowhere: the form posts to the portal itself, the server's request fails, the frame gets no message.

A user name or password in the address is visible to everybody who can read the handler, and browsers may refuse to open it. In
IFRAME_DATA the portal puts the address between single quotes, so a \`'\` in it ends the address early. In CHECKOUT_DATA the portal itself calls the address:
blanks around it, or a third slash, which a browser would put right, are a warning. So is a blank at the end in a form that becomes a plain link: the fields are
hung behind it.`,
    fix: 'Write the address of your payment page in full. What a browser would put right, the editor puts right.',
    wrong: form('/payment.php'),
    right: form(URI),
  },
  'insecure-action-uri': {
    why: `Payment pages are opened with https. An https page does not show an http frame, so in IFRAME_DATA the buyer sees nothing:
there it is an error. For a form the browser warns the buyer before it sends anything, and in CHECKOUT_DATA the payment
travels unencrypted.

Addresses of this machine and of the local network are not reported here but as
[local-action-uri](local-action-uri.md).`,
    fix: 'Serve the page with https and write https. An address with a port is changed only when you pick that fix yourself.',
    wrong: form('http://pay.my-shop.com/payment'),
    right: form(URI),
  },
  'placeholder-action-uri': {
    why: `The address is left over from documentation: an example.com host, \`payment_service_url\`, \`put_your_…\`, or a variable such as
\`\${HOST}\` that nothing replaces. The portal registers it, and every payment goes there.

The address that templates, completions and fixes put in, \`${TEMPLATE_URI}\`, is a hint while you work, and a warning once the
manifest is about to be registered on a real portal.`,
    fix: 'Write the address of your payment page.',
    wrong: form('https://example.com/payment_form.php'),
    right: form(URI),
  },
  'local-action-uri': {
    why: `Loopback and private addresses, \`.local\` names and tunnels (ngrok, localtunnel, trycloudflare, devtunnels, serveo, localhost.run) are right while you try the
handler on the local portal. From a real portal, or from a buyer's browser, they lead nowhere, or not for long. When the handler is
about to be registered on a real portal this is an error. A name without a dot stays a note: a portal in the same network may know it.`,
    fix: 'Before you register on a real portal, write the public address of your payment page.',
    wrong: form('http://localhost:3000/payment'),
    right: form(URI),
  },
  'ignored-property': {
    why: `METHOD and PARAMS are read in FORM_DATA only. In Checkout the portal always sends POST and nothing but FIELDS; in IFrame mode
the payment reaches your page by postMessage.`,
    fix: 'Remove the key. For PARAMS, write FIELDS instead.',
    wrong: settings(`"CHECKOUT_DATA": {
  "ACTION_URI": "${URI}",
  "METHOD": "POST"
}`),
    right: settings(`"CHECKOUT_DATA": {
  "ACTION_URI": "${URI}"
}`),
  },
  'misplaced-codes': {
    why: `The portal looks for CODES directly in SETTINGS. Inside a mode it finds none and refuses a new handler. When an existing
handler is updated nothing is checked, and the handler is left without codes. CODES beside SETTINGS is not even sent.`,
    fix: 'Move CODES into SETTINGS.',
    wrong: settings(`"FORM_DATA": {
  "ACTION_URI": "${URI}",
  "METHOD": "POST",
  "FIELDS": { "shopId": { "CODE": "SHOP_ID" } },
  "CODES": { "SHOP_ID": { "NAME": "Shop number" } }
}`),
    right: settings(`"FORM_DATA": {
  "ACTION_URI": "${URI}",
  "METHOD": "POST",
  "FIELDS": { "shopId": { "CODE": "SHOP_ID" } }
},
"CODES": { "SHOP_ID": { "NAME": "Shop number" } }`),
  },
  'params-deprecated': {
    why: `PARAMS is the older way to say what a form sends: form name → code, always hidden. It still works. FIELDS says the same, and
can show a field or ask the buyer.

The editor does not offer the change where it would lose something: as a field, a code with an input that the payment page does
not draw (an ENUM, for example) is no longer sent.`,
    fix: 'Write FIELDS, with an object for each name.',
    wrong: PARAMS('"PARAMS": { "shopId": "SHOP_ID", "order": "ORDER_NUMBER" }'),
    right: PARAMS('"FIELDS": { "shopId": { "CODE": "SHOP_ID" }, "order": { "CODE": "ORDER_NUMBER" } }'),
  },
  'params-ignored': {
    why: 'As soon as FIELDS is there, even an empty one, the portal does not read PARAMS: nothing of it is sent.',
    fix: 'Merge PARAMS into FIELDS, or remove it.',
    wrong: PARAMS(`"FIELDS": { "shopId": { "CODE": "SHOP_ID" } },
  "PARAMS": { "order": "ORDER_NUMBER" }`),
    right: PARAMS('"FIELDS": { "shopId": { "CODE": "SHOP_ID" }, "order": { "CODE": "ORDER_NUMBER" } }'),
  },
  'checkout-without-fields': {
    why: `In Checkout and IFrame mode your page gets BX_SYSTEM_PARAMS (the payment's ID, sum, currency, the address to return to) and the
FIELDS. Without FIELDS none of the CODES arrives, though administrators can fill them in. Your server can still read them with
sale.paysystem.settings.payment.get.`,
    fix: 'Add FIELDS for the codes that your page needs.',
    wrong: settings(`"CHECKOUT_DATA": { "ACTION_URI": "${URI}" },
"CODES": { "SHOP_ID": { "NAME": "Shop number" } }`),
    right: settings(`"CHECKOUT_DATA": {
  "ACTION_URI": "${URI}",
  "FIELDS": { "shopId": { "CODE": "SHOP_ID" } }
},
"CODES": { "SHOP_ID": { "NAME": "Shop number" } }`),
  },
};
