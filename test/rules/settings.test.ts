import { describe, expect, it } from 'vitest';
import { isCurrency } from '../../schemas/currencies.js';
import { looksSecret } from '../../schemas/secret-names.js';
import { countsOf, expectFix, expectNone, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inCheckout, inCode, inForm, inIframe, inSettings } from './manifests.js';

const FORM = '"CODES": {}, "FORM_DATA": { "ACTION_URI": "https://pay.shop.test/pay", "METHOD": "POST" }';
const currency = (value: string) => inSettings(`${FORM}, "CURRENCY": ${value}`);

describe('currency-not-a-list', () => {
  it('reports a string and an object, and no wrong type beside it', () => {
    expectProblems('currency-not-a-list', currency('⟦"RUB"⟧'), 'warning', 'restricts nothing');
    expectProblems('currency-not-a-list', currency('⟦""⟧'), 'warning');
    expectProblems('currency-not-a-list', inSettings(`${FORM}, ⟦"CURRENCY"⟧: { "0": "USD" }`), 'warning', 'an object');
    expect(countsOf(currency('"RUB"'))).toEqual({ 'currency-not-a-list': 1 });
    expect(countsOf(currency('{ "0": "USD" }'))).toEqual({ 'currency-not-a-list': 1 });
  });

  it.each(['["RUB"]', '[]', '{}', 'null'])('is silent on %s', (value) => {
    expect(countsOf(currency(value))).toEqual({});
  });

  it.each([
    ['"RUB"', '["RUB"]'],
    ['"RUB, USD;EUR"', '["RUB", "USD", "EUR"]'],
    ['""', '[]'],
    ['{ "0": "USD", "1": "EUR" }', '["USD", "EUR"]'],
    ['{ "RUB": true, "x": 1 }', '["RUB"]'],
    ['{ "RUB": "Рубль", "USD": "Доллар" }', '["RUB", "USD"]'],
    ['"rub"', '["RUB"]'],
  ])('turns %s into %s', (before, after) => {
    expectFix('currency-not-a-list', currency(before), 'Write as a list', currency(after));
  });

  it('leaves a list that would fit no order to somebody who looks at it', () => {
    expectFix('currency-not-a-list', currency('"rouble"'), 'Write as a list', currency('["rouble"]'), false);
  });
});

describe('unknown-currency', () => {
  it.each([
    ['"rub"', 'RUB', 'in capitals'],
    ['" USD"', 'USD', 'no active currency'],
  ])('reports %s and prefers %s', (code, right, words) => {
    expectProblems('unknown-currency', currency(`["EUR", ⟦${code}⟧]`), 'warning', words);
    expectFix('unknown-currency', currency(`[${code}]`), `Change to ${right}`, currency(`["${right}"]`));
  });

  it.each([
    ['RUR', 'RUB', 'RUB has replaced it.'],
    ['BYR', 'BYN', 'BYN has replaced it.'],
    ['DEM', 'EUR', 'EUR has replaced it.'],
    ['USA', 'USD', 'Did you mean USD?'],
    ['KZH', 'KZT', 'Did you mean KZT?'],
    ['RBU', 'RUB', 'Did you mean RUB?'],
    ['EURO', 'EUR', 'Did you mean EUR?'],
    ['RMB', 'CNY', 'Did you mean CNY?'],
    ['€', 'EUR', 'Did you mean EUR?'],
  ])('of %s, offers %s without preferring other money', (code, right, words) => {
    expectProblems('unknown-currency', currency(`["EUR", ⟦"${code}"⟧]`), 'warning', 'no active currency', words);
    expectFix('unknown-currency', currency(`["${code}"]`), `Change to ${right}`, currency(`["${right}"]`), false);
  });

  it.each(['BTC', 'ETH', 'USDT', 'USDC', 'TON', 'LTC', 'BNB', 'TRX', 'SOM', 'BITCOIN', 'VEX', 'QQQ', 'RU', ''])(
    'takes %j for no currency of the standard, however near one is',
    (code) => {
      const [problem] = expectProblems('unknown-currency', currency(`[⟦"${code}"⟧]`), 'warning', 'no active currency');
      expect(problem?.message).not.toContain('Did you mean');
      expect(fixesOf('unknown-currency', currency(`["${code}"]`))).toEqual([]);
    },
  );

  it('is silent on active codes and on what is no text', () => {
    expectNone('unknown-currency', currency('["RUB", "USD", "EUR", "BYN", "KZT", "XAF", 5]'));
    expectNone('unknown-currency', currency('"RUR"'));
    expect(isCurrency('toString')).toBe(false);
  });
});

describe('looksSecret', () => {
  it.each([
    ['SHOP_KEY', undefined],
    ['apiKey', undefined],
    ['API_KEY', 'Use the key from your account'],
    ['PRIVATE_KEY', 'Номер'],
    ['PASS', 'Идентификатор доступа'],
    ['TERMINAL_KEY', 'Секретный ключ терминала'],
    ['REST_SERVICE_KEY_IFRAME', 'Secret Key'],
    ['CLIENT_SECRET', undefined],
    ['CLIENT_ID_SECRET', undefined],
    ['SECRETKEY', undefined],
    ['MERCHANTPASSWORD', undefined],
    ['PASSWORD2', undefined],
    ['ACCESS_TOKEN', undefined],
    ['API_TOKEN_2', undefined],
    ['V7', 'API key'],
    ['PARAM_1', 'Секретный ключ'],
    ['PARAM_1', 'Пароль №2'],
    ['PARAM_1', 'Ключ доступа к API'],
    ['HASH_SALT', undefined],
    ['TERMINAL_PASSWORD', undefined],
    ['TERMINAL_SECRET_KEY', undefined],
    ['PARAM_1', 'Секрет'],
    ['PARAM_1', 'Номер магазина, пароль'],
    ['PARAM_1', 'Идентификатор и ключ'],
    ['PARAM_1', 'Введите пароль'],
    ['PARAM_1', 'Хэш пароля'],
  ])('takes %s (%s) for one', (name, label) => {
    expect(looksSecret(name, label)).toBe(true);
  });

  it.each([
    ['SHOP_ID', 'Secret shop'],
    ['PUBLIC_KEY', undefined],
    ['PUBLISHABLE_KEY', undefined],
    ['KEY_ID', undefined],
    ['SHOP_KEY', 'Публичный ключ'],
    ['TOKEN_URL', undefined],
    ['USE_PASSWORD', undefined],
    ['KEYWORDS', 'Ключевые слова'],
    ['MONKEY', undefined],
    ['TOKENIZE', undefined],
    ['COMPASS', undefined],
    ['PASSPORT', undefined],
    ['MEMBER_ID', undefined],
    ['X', 5],
    ['USE_TOKEN', undefined],
    ['PARAM_1', 'Pass order number'],
    ['PARAM_1', 'Key field of the order'],
    ['TERMINAL_KEY', undefined],
    ['PUBLIC_KEY', 'Открытый ключ (не секретный)'],
    ['TerminalKey', 'Ключ терминала'],
    ['TERMINAL_KEY', 'Идентификатор терминала (TerminalKey)'],
    ['PARAM_1', 'Идентификатор терминала (TerminalKey)'],
    ['SHOP_KEY', 'TerminalKey'],
    ['MANAGER', 'Секретарь'],
    ['SECRETARY', undefined],
    ['PARAM_1', 'Срок жизни токена'],
    ['PARAM_1', 'Идентификатор ключа'],
    ['PARAM_KEY', 'Идентификатор ключа'],
    ['PARAM_1', 'Идентификатор секретного ключа'],
    ['PARAM_1', 'Спросить пароль?'],
    ['PARAM_1', 'Запрашивать пароль'],
    ['PARAM_1', 'Ask for a password?'],
    ['PARAM_1', 'Use password'],
    ['PARAM_1', 'Password reset link'],
    ['PARAM_1', 'Ссылка для сброса пароля'],
    ['HAS_PASSWORD', undefined],
    ['USE_SECRET', undefined],
    ['PASSWORD_HINT', undefined],
    ['KEY_VERSION', undefined],
  ])('leaves %s (%s) alone', (name, label) => {
    expect(looksSecret(name, label)).toBe(false);
  });
});

describe('secret-in-manifest', () => {
  const literal = (name: string, value: string, key = 'VALUE') =>
    inCheckout(
      `"FIELDS": { "a": { "CODE": "${name}" } }`,
      `"${name}": { "NAME": "a", "DEFAULT": { "PROVIDER_KEY": "${key}", "PROVIDER_VALUE": ${value} } }`,
    );

  it('reports a literal default by name, and what has the form of a secret by value', () => {
    expectProblems('secret-in-manifest', literal('SHOP_KEY', '⟦"abc123"⟧'), 'warning', 'handler.list');
    expectProblems('secret-in-manifest', literal('SHOP_KEY', '⟦"abc123"⟧', 'INPUT'), 'warning');
    expectProblems('secret-in-manifest', literal('PARAM', '⟦"sk_live_abc"⟧'), 'warning');
    expectProblems('secret-in-manifest', literal('SHOP_ID', '⟦"-----BEGIN PRIVATE KEY-----"⟧'), 'warning');
    expectProblems('secret-in-manifest', literal('BACK', '⟦"https://x.bitrix24.ru/rest/1/a1b2c3d4e5f6g7h8/"⟧'));
    expectProblems('secret-in-manifest', literal('PARAM', '⟦"test_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6"⟧'));
  });

  it('reports a secret without a source, and asks for none', () => {
    const text = inCheckout(
      '"FIELDS": { "a": { "CODE": "SHOP_KEY" } }',
      '"SHOP_KEY": { "NAME": "a", "DEFAULT": { "PROVIDER_VALUE": ⟦"4f6c2d91"⟧ } }',
    );
    expectProblems('secret-in-manifest', text, 'warning');
    expectNone('incomplete-default', text.replace(/[⟦⟧]/g, ''));
    const field = text.replace('⟦"4f6c2d91"⟧', '"XML_ID"');
    expectNone('secret-in-manifest', field);
    expect(problemsOf(field, 'incomplete-default')).toHaveLength(1);
  });

  it.each([
    ['no secret', literal('SHOP_NUMBER', '"abc123"')],
    ['an empty one', literal('SHOP_KEY', '""')],
    ['a switch', literal('SAVE_TOKEN', '"Y"')],
    ['an address', literal('ACCESS_TOKEN', '"https://auth.shop.test/token"')],
    ['what only begins like a key', literal('PARAM', '"test_payment_for_the_customer_2024_spring"')],
    ['the address of another REST interface', literal('BACK', '"https://api.shop.ru/rest/1/transactions"')],
    ['the address of a webhook without its code', literal('BACK', '"https://your-portal.bitrix24.com/rest/1/code"')],
    ['a field of the payment', literal('SHOP_KEY', '"XML_ID"', 'PAYMENT')],
    [
      'a choice',
      inCheckout(
        '"FIELDS": { "a": { "CODE": "TOKEN_SCOPE" } }',
        '"TOKEN_SCOPE": { "NAME": "a", "INPUT": { "TYPE": "ENUM", "OPTIONS": { "payments": "P" } }, "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "payments" } }',
      ),
    ],
  ])('is silent on %s', (_what, text) => {
    expectNone('secret-in-manifest', text);
  });

  it('removes the default', () => {
    expectFix(
      'secret-in-manifest',
      literal('SHOP_KEY', '"abc"'),
      'Remove the default',
      inCheckout('"FIELDS": { "a": { "CODE": "SHOP_KEY" } }', '"SHOP_KEY": { "NAME": "a" }'),
    );
  });
});

describe('secret-sent-to-browser', () => {
  const codes =
    '"SHOP_KEY": { "NAME": "a" }, "PAY": { "NAME": "b", "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "sk_test_1" } }';

  it('reports what a form or frame hands out, and points to the code', () => {
    const [problem] = expectProblems(
      'secret-sent-to-browser',
      inForm('"FIELDS": { "a": { "CODE": ⟦"SHOP_KEY"⟧ } }', codes),
      'warning',
      'SHOP_KEY looks like a secret',
    );
    expect(problem?.related).toMatchObject([{ message: 'SHOP_KEY is here' }]);
    expectProblems('secret-sent-to-browser', inForm('"PARAMS": { "a": ⟦"SHOP_KEY"⟧, "b": ⟦"PAY"⟧ }', codes), 'warning');
    expectProblems(
      'secret-sent-to-browser',
      inIframe('"FIELDS": { "a": { "CODE": ⟦"SHOP_KEY"⟧ } }', codes),
      'warning',
      'IFRAME_DATA',
    );
  });

  it('names the label where that gave it away', () => {
    expectProblems(
      'secret-sent-to-browser',
      inForm('"FIELDS": { "a": { "CODE": ⟦"PARAM_1"⟧ } }', '"PARAM_1": { "NAME": "API key" }'),
      'warning',
      'PARAM_1 (API key) looks like a secret',
    );
  });

  it.each([
    ['a switch', '"SHOP_KEY": { "NAME": "a", "INPUT": { "TYPE": "Y/N" } }'],
    [
      'what the portal fills in',
      '"SHOP_KEY": { "NAME": "a", "DEFAULT": { "PROVIDER_KEY": "ORDER", "PROVIDER_VALUE": "ID" } }',
    ],
  ])('is silent on %s', (_what, code) => {
    expectNone('secret-sent-to-browser', inForm('"FIELDS": { "a": { "CODE": "SHOP_KEY" } }', code));
  });

  it('stays with a name that leaves no doubt, whatever its default', () => {
    expectProblems(
      'secret-sent-to-browser',
      inForm(
        '"FIELDS": { "a": { "CODE": ⟦"SHOP_SECRET"⟧ } }',
        '"SHOP_SECRET": { "NAME": "a", "DEFAULT": { "PROVIDER_KEY": "ORDER", "PROVIDER_VALUE": "ID" } }',
      ),
      'warning',
    );
  });

  it('is silent in Checkout, on undefined codes and on what is no secret', () => {
    expectNone('secret-sent-to-browser', inCheckout('"FIELDS": { "a": { "CODE": "SHOP_KEY" } }', codes));
    expectNone('secret-sent-to-browser', inForm('"FIELDS": { "a": { "CODE": "OTHER_KEY" } }', codes));
    expectNone('secret-sent-to-browser', inCode('"SORT": 1'));
  });
});
