/** A large state of the local portal. */

/** That many handlers of the usual size, each with a payment system's worth of codes, and as many orders and payments. */
export function largeState(rows: number): Readonly<Record<string, unknown>> {
  const numbers = Array.from({ length: rows }, (_, index) => index + 1);
  return {
    webhooks: [{ user: 1, code: 'bench', rights: 'admin' }],
    handlers: numbers.map((id) => ({
      ID: id,
      NAME: `Shop ${id}`,
      CODE: `shop_${id}`,
      SETTINGS: settingsOf(id),
    })),
    paySystems: [{ ID: 1, NAME: 'Bank card', ACTION_FILE: 'shop_1', PERSON_TYPE_ID: 1, ACTIVE: 'Y' }],
    shop: {
      orders: numbers.map((id) => ({
        ID: id,
        ACCOUNT_NUMBER: `${id}`,
        PERSON_TYPE_ID: 1,
        USER_ID: 17,
        PRICE: 1990.5,
        CURRENCY: 'RUB',
        PAYED: 'N',
        DATE_INSERT: '24.11.2026 12:30:00',
        PROPERTIES: { 1: 'Anna Ivanova', 2: 'anna@shop.test', 3: '+79000000000' },
      })),
      payments: numbers.map((id) => ({
        ID: id,
        ORDER_ID: id,
        ACCOUNT_NUMBER: `${id}/1`,
        SUM: 1990.5,
        CURRENCY: 'RUB',
        PAID: 'N',
        DATE_PAID: null,
        DATE_BILL: '24.11.2026 12:30:00',
        PAY_SYSTEM_ID: 1,
        XML_ID: `bx_${id}`,
      })),
    },
  };
}

function settingsOf(id: number): Readonly<Record<string, unknown>> {
  return {
    CODES: {
      SHOP_ID: { NAME: 'Shop ID', SORT: 100, INPUT: { TYPE: 'STRING' } },
      SECRET: { NAME: 'Секретный ключ', DESCRIPTION: 'See "settings" & <documents>', SORT: 200 },
      AMOUNT: { NAME: 'Amount', SORT: 300, DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'SUM' } },
      PHONE: { NAME: 'Phone', SORT: 400, DEFAULT: { PROVIDER_KEY: 'PROPERTY', PROVIDER_VALUE: 'PHONE' } },
    },
    FORM_DATA: {
      ACTION_URI: `https://pay.shop${id}.test/pay`,
      METHOD: 'POST',
      FIELDS: { shop: { CODE: 'SHOP_ID' }, amount: { CODE: 'AMOUNT' }, phone: { CODE: 'PHONE', VISIBLE: 'Y' } },
    },
    CURRENCY: ['RUB'],
    CLIENT_TYPE: 'b2c',
  };
}
