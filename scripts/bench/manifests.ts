/** Manifests of a wanted size, sound or with mistakes of the usual kinds. */

/** Manifest text of about `size` characters, indented as people write it. */
export function manifestOfSize(size: number, kind: 'valid' | 'mistakes'): string {
  const frame = manifestText(0, kind).length;
  const perCode = (manifestText(20, kind).length - frame) / 20;
  return manifestText(Math.max(2, Math.round((size - frame) / perCode)), kind);
}

function manifestText(codes: number, kind: 'valid' | 'mistakes'): string {
  const numbers = Array.from({ length: codes }, (_, index) => index);
  const settings = numbers.map((n) => [`SHOP_SETTING_${n}`, setting(n)] as const);
  // One reference in twenty is misspelt, one source in twenty does not exist.
  const wrong = (n: number, every: number) => kind === 'mistakes' && n % every === every - 1;
  const fields = numbers.map((n) => [`field${n}`, { CODE: `SHOP_SETTING_${n}${wrong(n, 20) ? 'X' : ''}` }] as const);
  const manifest = {
    NAME: 'Shop',
    CODE: 'shop',
    SORT: 100,
    SETTINGS: {
      CURRENCY: kind === 'mistakes' ? ['RUB', 'USB'] : ['RUB', 'USD'],
      CLIENT_TYPE: 'b2c',
      CHECKOUT_DATA: {
        ACTION_URI: 'https://pay.shop-service.com/checkout',
        FIELDS: Object.fromEntries(fields),
      },
      CODES: Object.fromEntries(
        settings.map(([name, value], n) =>
          wrong(n, 20) ? [name, { ...value, DEFAULT: { PROVIDER_KEY: 'ODER', PROVIDER_VALUE: 'ID' } }] : [name, value],
        ),
      ),
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
