import { expect, test } from 'vitest';
import { PROVIDERS } from '../../schemas/providers.js';
import snippets from '../../snippets/handler-manifest.json' with { type: 'json' };
import { accepted, completions, labels } from './cursor-marker.js';

const inSettings = (rest: string) => `{ "SETTINGS": { ${rest} } }`;
const inDefault = (rest: string) => inSettings(`"CODES": { "A": { "DEFAULT": { ${rest} } } }`);
const codes = '"CODES": { "PAYMENT_ID": { "NAME": "Payment number" }, "SHOP_ID": {} }';
const inField = (rest: string) => inSettings(`${codes}, "FORM_DATA": { "FIELDS": { "x": { ${rest} } } }`);

test('closed sets are offered', () => {
  expect(labels(inSettings('"CLIENT_TYPE": |'))).toEqual(['b2c', 'b2b']);
  expect(labels(inSettings('"FORM_DATA": { "METHOD": "|" }'))).toEqual(['POST', 'GET']);
  expect(labels(inField('"VISIBLE": "|"'))).toEqual(['N', 'Y']);
});

test('a string is replaced whole, from anywhere inside it', () => {
  for (const typed of ['"|"', '"b|2c"', '"b2c|"', '"b2|', 'b2|', '|']) {
    expect(accepted(inSettings(`"CLIENT_TYPE": ${typed}`), 'b2b')).toBe(inSettings('"CLIENT_TYPE": "b2b"'));
  }
});

test('a string is replaced with its quotes, whatever it holds: the cursor goes behind it, and the order stays', () => {
  for (const typed of ['"|"', '"US|"', '"US|']) {
    const marked = inDefault(`"PROVIDER_KEY": ${typed}, "PROVIDER_VALUE": "x"`);
    const start = marked.indexOf(typed);
    const end = start + typed.length - 1;
    for (const item of completions(marked)) {
      const range = { start: { line: 0, character: start }, end: { line: 0, character: end } };
      const newText = JSON.stringify(item.label);
      expect(item).toMatchObject({ filterText: newText, textEdit: { range, newText } });
    }
  }
});

test('a blank goes between colon and value', () => {
  expect(accepted(inSettings('"CLIENT_TYPE":|'), 'b2b')).toBe(inSettings('"CLIENT_TYPE": "b2b"'));
  expect(accepted(inField('"CODE":|'), '{ }')).toContain('"CODE": {\n\t"NAME"');
  expect(accepted(inSettings('"CLIENT_TYPE": |'), 'b2b')).toBe(inSettings('"CLIENT_TYPE": "b2b"'));
  expect(accepted(inSettings('"CLIENT_TYPE":\n|'), 'b2b')).toBe(inSettings('"CLIENT_TYPE":\n"b2b"'));
  expect(accepted(inSettings('"CLIENT_TYPE":"b|"'), 'b2b')).toBe(inSettings('"CLIENT_TYPE":"b2b"'));
});

test('the quote that opens the next string does not close this one', () => {
  expect(accepted(inField('"CODE": "SHO|, "VISIBLE": "N"'), 'SHOP_ID')).toBe(
    inField('"CODE": "SHOP_ID", "VISIBLE": "N"'),
  );
});

test('a comma is put before the next member', () => {
  expect(accepted(inSettings('"CLIENT_TYPE": |\n "CURRENCY": []'), 'b2b')).toBe(
    inSettings('"CLIENT_TYPE": "b2b",\n "CURRENCY": []'),
  );
  expect(accepted(inSettings('"CURRENCY": ["RUB" |]'), 'USD')).toBe(inSettings('"CURRENCY": ["RUB", "USD"]'));
  expect(accepted(inSettings('"CURRENCY": [| "RUB"]'), 'USD')).toBe(inSettings('"CURRENCY": ["USD", "RUB"]'));
});

test('provider keys are offered, the one that does nothing last and struck out', () => {
  const items = completions(inDefault('"PROVIDER_KEY": "|"'));
  expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(Object.keys(PROVIDERS)));
  expect(items.at(-1)).toMatchObject({ label: 'Y\\N', tags: [1], textEdit: { newText: '"Y\\\\N"' } });
});

test('provider values fit the key beside them, wherever it stands', () => {
  expect(labels(inDefault('"PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "|"'))).toEqual(
    Object.keys(PROVIDERS.PAYMENT?.values ?? {}),
  );
  expect(labels(inDefault('"PROVIDER_VALUE": "|", "PROVIDER_KEY": "USER"'))).toContain('LOGIN');
  expect(labels(inDefault('"PROVIDER_VALUE": "|"'))).toEqual([]);
  expect(labels(inDefault('"PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "|"'))).toEqual([]);
  expect(labels(inDefault('"PROVIDER_KEY": "toString", "PROVIDER_VALUE": "|"'))).toEqual([]);
});

test('a provider value has its meaning, a sample and the link', () => {
  const [item] = completions(inDefault('"PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "|"')).filter(
    ({ label }) => label === 'SUM',
  );
  expect(item?.detail).toBe('Amount of this payment. Sent as a string.');
  expect(item?.documentation).toMatchObject({ value: expect.stringContaining('`1990.00`') as string });
});

test('codes are offered wherever one is named, with their NAME', () => {
  expect(completions(inField('"CODE": "|"'))).toMatchObject([
    { label: 'PAYMENT_ID', labelDetails: { description: 'Payment number' } },
    { label: 'SHOP_ID', detail: 'SHOP_ID' },
  ]);
  expect(labels(inSettings(`${codes}, "FORM_DATA": { "PARAMS": { "a": "|" } }`))).toEqual(['PAYMENT_ID', 'SHOP_ID']);
  expect(labels(inSettings(`${codes}, "IFRAME_DATA": { "FIELDS": { "x": { "CODE": | } } }`))).toEqual([
    'PAYMENT_ID',
    'SHOP_ID',
  ]);
});

test('a code says where its value comes from', () => {
  const text = inSettings(
    '"CODES": { "SUM": { "NAME": "Sum", "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "SUM" } } }, ' +
      '"FORM_DATA": { "FIELDS": { "x": { "CODE": "|" } } }',
  );
  const detail = 'Sum ← PAYMENT.SUM: Amount of this payment. Sent as a string.';
  expect(completions(text)[0]).toMatchObject({ labelDetails: { description: 'Sum' }, detail });
});

test('a field may also ask the buyer', () => {
  expect(accepted(inField('"CODE": |'), '{ }')).toContain('"CODE": {\n\t"NAME": "${1:Phone}",\n\t"INPUT": {');
  expect(labels(inField('"CODE": "|"'))).not.toContain('{ }');
  // A blank is no part of it: the list of the colon would stay open behind it, and a quote open none with codes.
  expect(completions(inField('"CODE":|')).filter(({ filterText }) => filterText?.includes(' '))).toEqual([]);
});

test('currencies have their name in the language of the reader, and are not offered twice', () => {
  const items = completions(inSettings('"CURRENCY": ["RUB", "|"]'), { locale: 'de' });
  expect(items.find(({ label }) => label === 'USD')).toMatchObject({
    labelDetails: { description: 'US-Dollar' },
    filterText: '"USD" US-Dollar',
  });
  expect(items.map(({ label }) => label)).not.toContain('RUB');
  expect(items.filter((item) => 'detail' in item)).toEqual([]);
  expect(items).toHaveLength(new Set(items.map(({ label }) => label)).size);
  expect(completions(inSettings('"CURRENCY": ["|"]'), { locale: 'no such tag' }).length).toBeGreaterThan(150);
});

test('an editor without room for names in every row has them in the one that is selected', () => {
  const none = { labelDetails: false };
  const [, dollar] = completions(inSettings('"CURRENCY": ["|"]'), none).filter(({ label }) => /RUB|USD/.test(label));
  expect(dollar).toMatchObject({ label: 'USD', detail: 'US Dollar' });
  expect(dollar).not.toHaveProperty('labelDetails');
  expect(completions(inField('"CODE": "|"'), none)[0]).toMatchObject({ detail: 'Payment number' });
});

test('provider values say nothing in every row: there are many of them, and their meaning is a sentence', () => {
  const items = completions(inDefault('"PROVIDER_KEY": "USER", "PROVIDER_VALUE": "|"'));
  expect(items.filter((item) => 'labelDetails' in item)).toEqual([]);
});

test('input types: all for the administrator, the drawn ones for the buyer', () => {
  expect(labels(inSettings('"CODES": { "A": { "INPUT": { "TYPE": "|" } } }'))).toContain('ENUM');
  expect(labels(inField('"CODE": { "INPUT": { "TYPE": "|" } }'))).toEqual(['STRING', 'Y/N']);
});

test('groups, domains and constants', () => {
  expect(labels(inSettings('"CODES": { "A": { "GROUP": "|" } }'))).toContain('BUYER_PERSON');
  expect(labels(inSettings('"CODES": { "A": { "DOMAINS": ["|"] } }'))).toEqual(['I', 'E']);
  expect(labels(inSettings('"CODES": { "A": { "PROVIDERS": ["|"] } }'))).not.toContain('Y\\N');
  expect(labels(inSettings('"CODES": { "A": { "NOT_COMMON": | } }'))).toEqual(['false', 'true']);
});

test('objects and lists come in the shape of their place', () => {
  expect(accepted(inSettings('"CURRENCY": |'), '[ ]')).toBe(inSettings('"CURRENCY": ["$1"]'));
  expect(accepted('|', '{ }')).toBe(
    '{\n\t"NAME": "${1:My payment service}",\n\t"CODE": "${2:my_payment_service}",\n\t"SETTINGS": {\n' +
      '\t\t"FORM_DATA": {\n\t\t\t"ACTION_URI": "${3:https://pay.my-service.com/payment}",\n\t\t\t"METHOD": "${4|POST,GET|}",\n\t\t\t"FIELDS": {\n\t\t\t\t$5\n\t\t\t}\n\t\t},\n' +
      '\t\t"CODES": {\n\t\t\t$6\n\t\t}\n\t}\n}',
  );
});

test('an empty text can become a complete manifest: the snippets that VS Code has too', () => {
  expect(labels('// of the shop\n|')).toEqual([
    'New manifest: Form',
    'New manifest: Checkout',
    'New manifest: IFrame',
    '{ }',
  ]);
  const bodies = Object.values(snippets).map(({ body }) => body.join('\n'));
  for (const typed of ['|', 'b24|', 'form|']) {
    const texts = ['Form', 'Checkout', 'IFrame'].map((name) => accepted(typed, `New manifest: ${name}`));
    expect(texts).toEqual(bodies);
  }
  expect(completions('|')[0]).toMatchObject({ filterText: 'b24-form New manifest: Form', insertTextFormat: 2 });
});

test('no whole manifest inside one; VS Code lists snippets without a prefix nowhere while typing', () => {
  for (const inside of ['{ | }', '{ "SETTINGS": { | } }', '{ "SETTINGS": | }', '"|"', '{} |']) {
    expect(labels(inside).filter((label) => label.startsWith('New manifest'))).toEqual([]);
  }
  expect(Object.values(snippets).filter((snippet) => 'prefix' in snippet)).toEqual([]);
});

test('nothing is offered before a value that is there, or where any text may stand', () => {
  expect(labels(inSettings('"CLIENT_TYPE": | "b2c"'))).toEqual([]);
  expect(labels('{ "NAME": "|" }')).toEqual([]);
});

test('values go on being offered when a brace is missing', () => {
  expect(labels('{ "SETTINGS": { "CODES": { "A": {} }, "FORM_DATA": { "FIELDS": { "x": { "CODE": "|')).toEqual(['A']);
});

test('an editor that knows the first kinds only gets those', () => {
  const kinds = (text: string, newerKinds: boolean) => completions(text, { newerKinds }).map(({ kind }) => kind);
  const value = inSettings('"CLIENT_TYPE": "|"');
  expect(kinds(value, true)).toEqual([20, 20]);
  expect(kinds(value, false)).toEqual([12, 12]);
  expect(kinds(inField('"CODE": |'), false).every((kind) => kind !== undefined && kind <= 18)).toBe(true);
});

test('a default that is written out is one of what the administrator may choose', () => {
  const inEntry = (input: string) =>
    inSettings(
      `"CODES": { "A": { "INPUT": ${input}, "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "|" } } }`,
    );
  const [test, live] = completions(
    inEntry('{ "TYPE": "ENUM", "OPTIONS": { "test": "Test shop", "live": "Real shop" } }'),
  );
  expect(test).toMatchObject({ label: 'test', labelDetails: { description: 'Test shop' } });
  expect(live?.label).toBe('live');
  expect(labels(inEntry('{ "TYPE": "Y/N" }'))).toEqual(['Y', 'N']);
  expect(labels(inEntry('{ "TYPE": "STRING" }'))).toEqual([]);
});
