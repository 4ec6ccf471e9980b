/**
 * Manifests of a wanted size, sound or with mistakes of the usual kinds: half of them against the schema, which the built-in
 * server reports too, and half that only our rules know.
 */

/** Manifest text of about `size` characters, indented as people write it. */
export function manifestOfSize(size: number, kind: 'valid' | 'mistakes'): string {
  const frame = manifestText(0, kind).length;
  const perCode = (manifestText(20, kind).length - frame) / 20;
  return manifestText(Math.max(2, Math.round((size - frame) / perCode)), kind);
}

function manifestText(codes: number, kind: 'valid' | 'mistakes'): string {
  const numbers = Array.from({ length: codes }, (_, index) => index);
  const isWrong = (n: number, remainder: number) => kind === 'mistakes' && n % 20 === remainder;
  const field = (n: number) => ({
    CODE: `SHOP_SETTING_${n}${isWrong(n, 19) ? 'X' : ''}`,
    ...(isWrong(n, 9) && { VISIBLE: 'yes' }),
  });
  const code = (n: number) => ({
    ...setting(n),
    ...(isWrong(n, 4) && { LABEL: `Setting ${n}` }),
    ...(isWrong(n, 14) && { DEFAULT: { PROVIDER_KEY: 'ODER', PROVIDER_VALUE: 'ID' } }),
  });
  const manifest = {
    NAME: 'Shop',
    CODE: 'shop',
    SORT: 100,
    SETTINGS: {
      CURRENCY: kind === 'mistakes' ? ['RUB', 'USB'] : ['RUB', 'USD'],
      CLIENT_TYPE: 'b2c',
      CHECKOUT_DATA: {
        ACTION_URI: 'https://pay.shop-service.com/checkout',
        FIELDS: Object.fromEntries(numbers.map((n) => [`field${n}`, field(n)])),
      },
      CODES: Object.fromEntries(numbers.map((n) => [`SHOP_SETTING_${n}`, code(n)])),
    },
  };
  return JSON.stringify(manifest, null, 2);
}

const setting = (n: number) => ({
  NAME: `Setting ${n}`,
  DESCRIPTION: `What the administrator enters as setting ${n}`,
  SORT: n * 100,
  GROUP: 'PAYMENT',
  DEFAULT: { PROVIDER_KEY: 'PAYMENT', PROVIDER_VALUE: 'ACCOUNT_NUMBER' },
});
