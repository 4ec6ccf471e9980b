/** Pages of the group JSON, and of the comments that silence rules. */
import { settings, whole, type Pages } from '../page.js';

const WHOLE = `{
  "NAME": "My shop",
  "CODE": "my_shop",
  "SETTINGS": {
    "FORM_DATA": { "ACTION_URI": "https://pay.my-shop.com/payment", "METHOD": "POST" },
    "CODES": {}
  }
}`;

const FORM = '"FORM_DATA": { "ACTION_URI": "https://pay.my-shop.com/payment", "METHOD": "POST" }';

/** Pages of the rules about JSON, by code. */
export const jsonPages: Pages = {
  'json-syntax': {
    why: `A portal drops a request body that is no JSON without a word, and then misses the parameters: the answer is
"Parameter NAME is not defined", whatever the real mistake is. The six cURL examples of the official documentation end this way:
each lacks one closing brace.

Comments and trailing commas are allowed in a manifest; they are taken out before it is sent. One mistake is one report, and the
rules go on checking the parts around it. So is a text in another notation: a JavaScript object or a PHP array that was pasted,
with the code or the curl command around it, the curly quotes of a word processor, or the non-breaking spaces of a web page. The
rules check it as it is meant; of a merge conflict they read the first side.`,
    fix: 'Put the missing brace, bracket, comma, colon or quote back, or take out the one too many. For these the editor knows the place. Keys and texts of JavaScript, PHP or a word processor get their double quotes all at once, and marks such as `=` or `;` are changed all at once too. Which side of a merge conflict stays is for you to choose.',
    wrong: whole(WHOLE.slice(0, -2)),
    right: whole(WHOLE),
  },
  'duplicate-key': {
    why: `When a key stands twice in one object, every JSON reader keeps the last one: the portal never sees the others. Of the
parameters NAME, CODE, SORT and SETTINGS a portal does not even mind the letter case, so \`name\` and \`NAME\` are the same key.`,
    fix: 'Remove the one that does not count, or give it the name it was meant to have.',
    wrong: settings(`"CODES": {
  "SHOP_ID": { "NAME": "Shop number" },
  "SHOP_ID": { "NAME": "Number of the shop" }
}`),
    right: settings(`"CODES": {
  "SHOP_ID": { "NAME": "Number of the shop" }
}`),
  },
  'wrong-type': {
    why: `A portal looks at few values when a handler is registered. SETTINGS, CODES or a mode of another type make it refuse the
handler; nearly everything else is stored as it is sent, and what the portal makes of it later is not certain.

\`SORT\` may be a number or a numeric string, an empty list may stand for an empty object (PHP does not tell them apart), and null
for any key that may be absent.`,
    fix: 'Write the type that the message names. Where the value itself is plain, the editor converts it.',
    wrong: settings(`"CODES": {
  "SHOP_ID": { "NAME": 5, "DEFAULT": "12345" }
}`),
    right: settings(`"CODES": {
  "SHOP_ID": { "NAME": "5", "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "12345" } }
}`),
  },
  'missing-property': {
    why: `Without NAME, CODE, SETTINGS, SETTINGS.CODES or the ACTION_URI of a mode the portal refuses the handler. The portal's text
for a missing ACTION_URI of CHECKOUT_DATA speaks of IFRAME_DATA; this report names the right mode.

A field without CODE is accepted, and nothing is sent under its name. What the buyer is asked belongs inside CODE: NAME and INPUT
beside it are not read.`,
    fix: 'Add the key. When it is there in another spelling, the editor offers to rename that one.',
    wrong: settings(`"CHECKOUT_DATA": {
  "FIELDS": { "shopId": { "CODE": "SHOP_ID" } }
},
"CODES": { "SHOP_ID": { "NAME": "Shop number" } }`),
    right: settings(`"CHECKOUT_DATA": {
  "ACTION_URI": "https://pay.my-shop.com/payment",
  "FIELDS": { "shopId": { "CODE": "SHOP_ID" } }
},
"CODES": { "SHOP_ID": { "NAME": "Shop number" } }`),
  },
  'unknown-property': {
    why: `A portal stores a key that it does not know and never reads it. Inside SETTINGS letter case counts: \`codes\` is another
key than \`CODES\`. Only the parameters themselves (NAME, CODE, SORT, SETTINGS) may be written in any case. What stands beside them
is not sent at all: a setting there, such as CURRENCY, has to move into SETTINGS.`,
    fix: `Give the key its right name or place, or remove it. A misspelt mode beside another one is renamed only when you pick that fix yourself:
read, it could take the place of the other.`,
    wrong: settings(`"FORM_DATA": { "ACTION_URI": "https://pay.my-shop.com/payment", "METHOD": "POST" },
"Currency": ["RUB"]`),
    right: settings(`"FORM_DATA": { "ACTION_URI": "https://pay.my-shop.com/payment", "METHOD": "POST" },
"CURRENCY": ["RUB"]`),
  },
  'invalid-value': {
    why: `Three keys have a closed set of values.

- \`CLIENT_TYPE\` is \`b2c\` or \`b2b\`, in small letters. The portal refuses the handler otherwise.
- \`VISIBLE\` is \`Y\` or \`N\`. Only the exact \`Y\` shows the field; everything else hides it.
- \`METHOD\` is \`GET\` or \`POST\`. The portal copies it into the form, and a browser that does not know the method uses GET. Browsers
  do not mind its letter case, so there another case is only noted.`,
    fix: 'Write one of the values, in exactly this spelling.',
    wrong: settings(`${FORM},
"CLIENT_TYPE": "B2C"`),
    right: settings(`${FORM},
"CLIENT_TYPE": "b2c"`),
  },
  'unknown-suppression': {
    why: `\`// b24pay-ignore <code>, <code> -- reason\` silences one or more rules on the line below; the reason may be left out. The
comment begins with the word \`b24pay-ignore\`, and further lines of comments may stand between it and the line, but no empty ones. A
comment that names no rule, or one that does not exist, silences nothing: the report it was meant for is still there, or comes back
unseen.`,
    fix: 'Write the code of the rule as it stands in the report, or remove the comment.',
    wrong: settings(`"FORM_DATA": {
  // b24pay-ignore local-action-url
  "ACTION_URI": "http://localhost:3000/payment"
}`),
    right: settings(`"FORM_DATA": {
  // b24pay-ignore local-action-uri
  "ACTION_URI": "http://localhost:3000/payment"
}`),
  },
  'unused-suppression': {
    why: `The line below the comment has no problem of this kind (any more). Left in place, the comment would hide the next mistake
on that line. Nothing is said of rules that are switched off.`,
    fix: 'Remove the comment.',
    wrong: settings(`"FORM_DATA": {
  // b24pay-ignore insecure-action-uri
  "ACTION_URI": "https://pay.my-shop.com/payment"
}`),
    right: settings(`"FORM_DATA": {
  "ACTION_URI": "https://pay.my-shop.com/payment"
}`),
  },
};
