/** Frames of sound manifests: a test writes down only what it is about. */

const ACTION_URI = '"ACTION_URI": "https://pay.shop.test/pay"';

/** A manifest with the given members of SETTINGS. */
export const inSettings = (members: string): string => `{ "NAME": "Shop", "CODE": "shop", "SETTINGS": { ${members} } }`;

/** A manifest in Form mode with the given further members of FORM_DATA, and entries of CODES. */
export const inForm = (members: string, codes = '', method = 'POST'): string =>
  inSettings(`"CODES": { ${codes} }, "FORM_DATA": { ${ACTION_URI}, "METHOD": "${method}", ${members} }`);

/** A manifest in Checkout mode. */
export const inCheckout = (members: string, codes = ''): string =>
  inSettings(`"CODES": { ${codes} }, "CHECKOUT_DATA": { ${ACTION_URI}, ${members} }`);

/** A manifest in IFrame mode. */
export const inIframe = (members: string, codes = ''): string =>
  inSettings(`"CODES": { ${codes} }, "IFRAME_DATA": { ${ACTION_URI}, ${members} }`);

/** A manifest whose only code, A, has the given members; Checkout sends it. */
export const inCode = (members: string): string =>
  inCheckout('"FIELDS": { "a": { "CODE": "A" } }', `"A": { "NAME": "a", ${members} }`);

/** A manifest whose only mode, Form, has the given address. */
export const withUri = (uri: string, mode = 'FORM_DATA'): string =>
  inSettings(`"CODES": {}, "${mode}": { "ACTION_URI": ${uri} }`);

/** A sound manifest that no rule objects to. */
export const SOUND = `{
  "NAME": "Shop",
  "CODE": "shop",
  "SORT": 100,
  "SETTINGS": {
    "CURRENCY": ["RUB"],
    "CLIENT_TYPE": "b2c",
    "CHECKOUT_DATA": {
      "ACTION_URI": "https://pay.shop.test/pay",
      "FIELDS": {
        "paymentId": { "CODE": "PAYMENT_ID" },
        "mode": { "CODE": "MODE" },
        "phone": { "CODE": { "NAME": "Phone", "INPUT": { "TYPE": "STRING" } }, "VISIBLE": "Y" }
      }
    },
    "CODES": {
      "PAYMENT_ID": {
        "NAME": "Payment number",
        "SORT": "100",
        "GROUP": "PAYMENT",
        "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "ACCOUNT_NUMBER" }
      },
      "MODE": {
        "NAME": "Mode",
        "INPUT": { "TYPE": "ENUM", "OPTIONS": { "TEST": "Test", "LIVE": "Live" } }
      }
    }
  }
}
`;
