import { expect, test } from 'vitest';
import { hover } from '../../server/features/hover.js';
import type { Reader } from '../../server/features/reader.js';
import { marked, reader } from './cursor-marker.js';

/** Text of the hover at the marker, and the word it belongs to. */
function hoverAt(text: string, options: Partial<Reader> = {}) {
  const { document, position } = marked(text);
  const found = hover(document, position, { ...reader, ...options });
  if (found === undefined) return undefined;
  if (typeof found.contents === 'string' || !('kind' in found.contents) || found.range === undefined) {
    throw new Error('Expected markup with a range');
  }
  const { start, end } = found.range;
  return { text: found.contents.value, word: document.text.slice(document.offsetAt(start), document.offsetAt(end)) };
}

const inSettings = (rest: string) => `{ "SETTINGS": { ${rest} } }`;
const codes =
  '"CODES": { "PAYMENT_ID": { "NAME": "Payment number", "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "ACCOUNT_NUMBER" } }, "SHOP_ID": {} }';

test('a key: what it is, a sample, the documentation', () => {
  expect(hoverAt('{ "C|ODE": "shop" }')).toEqual({
    word: '"CODE"',
    text: expect.stringMatching(
      /^\*\*CODE\*\*\n\nCode of the handler.*\n\nFor example: `"my_payment_service"`\n\n\[Documentation\]\(.*handler-add\.html\)$/s,
    ) as string,
  });
});

test('a key in lower case at the top level is the same to a portal', () => {
  expect(hoverAt('{ "|code": "shop" }')?.text).toContain('Code of the handler');
});

test('from the first to the last character of a word, not beyond', () => {
  expect(hoverAt('{ |"CODE": "shop" }')?.word).toBe('"CODE"');
  expect(hoverAt('{ "CODE|": "shop" }')?.word).toBe('"CODE"');
  expect(hoverAt('{ "CODE"|: "shop" }')).toBeUndefined();
});

test('a value of a vocabulary: what the portal does with it', () => {
  const source = (key: string, value: string) =>
    inSettings(`"CODES": { "A": { "DEFAULT": { "PROVIDER_KEY": ${key}, "PROVIDER_VALUE": ${value} } } }`);
  expect(hoverAt(source('"PAYMENT"', '"|SUM"'))?.text).toMatch(
    /^\*\*SUM\*\*\n\nAmount of this payment.*For example: `1990\.00`/s,
  );
  expect(hoverAt(source('"PAY|MENT"', '"SUM"'))?.text).toContain('A field of the payment.');
  expect(hoverAt(source('"Y\\\\|N"', '"Y"'))?.text).toContain('no portal implements it');
  expect(hoverAt(inSettings('"CURRENCY": ["R|UB"]'))?.text).toContain('Russian Ruble');
  expect(hoverAt(inSettings('"CLIENT_TYPE": "b2|b"'))?.text).toContain('legal entities');
  expect(hoverAt(inSettings('"FORM_DATA": { "METHOD": "G|ET" }'))?.text).toContain('plain link');
  expect(hoverAt(inSettings('"CODES": { "A": { "INPUT": { "TYPE": "Y|/N" } } }'))?.text).toContain('checkbox');
  expect(
    hoverAt(inSettings('"FORM_DATA": { "FIELDS": { "a": { "CODE": { "INPUT": { "TYPE": "|ENUM" } } } } }'))?.text,
  ).toContain('payment page shows an error');
});

test('a value of the developer: what becomes of it', () => {
  expect(hoverAt('{ "NAME": "My |shop" }')?.text).toContain('Name of the handler');
});

test('a field: setting, source, example', () => {
  const text = hoverAt(
    inSettings(`${codes}, "FORM_DATA": { "FIELDS": { "pay|mentId": { "CODE": "PAYMENT_ID" } } }`),
  )?.text;
  expect(text).toMatch(
    /^\*\*paymentId\*\*\n\nSends the setting PAYMENT_ID \(Payment number\)\.\n\nValue by default: PAYMENT\.ACCOUNT_NUMBER\. .*\n\nFor example: `253\/1`/,
  );
});

test('a field whose code is not there', () => {
  expect(hoverAt(inSettings(`${codes}, "FORM_DATA": { "FIELDS": { "|a": { "CODE": "B" } } }`))?.text).toContain(
    'B is not in CODES, so the value is always empty.',
  );
});

test('a field that asks the buyer, a parameter and a field of the portal', () => {
  const fields = '"FIELDS": { "|a": { "CODE": { "NAME": "Phone" }, "VISIBLE": "Y" } }';
  expect(hoverAt(inSettings(`"FORM_DATA": { ${fields} }`))?.text).toContain('The buyer is asked for this value.');
  expect(hoverAt(inSettings(`"IFRAME_DATA": { ${fields} }`))?.text).toContain('never sent');
  const hidden = fields.replace(', "VISIBLE": "Y"', '');
  expect(hoverAt(inSettings(`"FORM_DATA": { ${hidden} }`))?.text).toContain('always sent empty');
  expect(hoverAt(inSettings(`"CHECKOUT_DATA": { ${hidden} }`))?.text).toContain('nothing to fill in');
  const drawn = fields.replace('"Phone"', '"Phone", "INPUT": { "TYPE": "NUMBER" }');
  expect(hoverAt(inSettings(`"FORM_DATA": { ${drawn} }`))?.text).toContain('leaves out fields of type NUMBER');
  expect(hoverAt(inSettings(`${codes}, "FORM_DATA": { "PARAMS": { "|a": "SHOP_ID" } }`))?.text).toContain('SHOP_ID');
  const returned = '"FIELDS": { "BX_|RETURN_URL": { "CODE": "SHOP_ID" } }';
  expect(hoverAt(inSettings(`${codes}, "FORM_DATA": { ${returned} }`))?.text).toContain('payment page');
  // A checkout sends no such field of its own.
  expect(hoverAt(inSettings(`${codes}, "CHECKOUT_DATA": { ${returned} }`))?.text).toContain('SHOP_ID');
});

test('a setting: label, source and where it is sent', () => {
  const text = inSettings(
    `${codes.replace('"PAYMENT_ID"', '"PAY|MENT_ID"')}, "FORM_DATA": { "FIELDS": { "a": { "CODE": "PAYMENT_ID" } } }`,
  );
  expect(hoverAt(text)?.text).toMatch(
    /^\*\*PAYMENT_ID: Payment number\*\*\n\nValue by default: PAYMENT\.ACCOUNT_NUMBER\..*\n\nSent as a\./s,
  );
  expect(hoverAt(inSettings(codes.replace('"SHOP_ID"', '"SHOP|_ID"')))?.text).toMatch(
    /administrator chooses a source and a value.*No field sends it/s,
  );
});

test('who gives the value of a setting without a default', () => {
  const setting = (members: string) => hoverAt(inSettings(`"CODES": { "|A": { ${members} } }`))?.text;
  expect(setting('"INPUT": { "TYPE": "STRING" }')).toContain('The administrator enters the value');
  expect(setting('"NAME": "a"')).toContain('The administrator chooses a source and a value');
  // A portal takes "0" for nothing.
  expect(setting('"DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "0" }')).toContain('administrator chooses');
});

test('who fills an INPUT in', () => {
  const input = '{ "IN|PUT": { "TYPE": "STRING" } }';
  expect(hoverAt(inSettings(`"CODES": { "A": ${input} }`))?.text).toContain('The control that the administrator');
  expect(hoverAt(inSettings(`"FORM_DATA": { "FIELDS": { "a": { "CODE": ${input} } } }`))?.text).toContain(
    'The control that the buyer',
  );
});

test('VISIBLE as each mode takes it', () => {
  const visible = (mode: string) =>
    ['"VISI|BLE": "Y"', '"VISIBLE": "|Y"'].map(
      (member) => hoverAt(inSettings(`"${mode}": { "FIELDS": { "a": { "CODE": "A", ${member} } } }`))?.text,
    );
  for (const text of visible('IFRAME_DATA')) expect(text).toContain('no effect in IFrame mode');
  expect(visible('FORM_DATA')[1]).toMatch(/sees the field as an editable input\.\n/);
  expect(visible('CHECKOUT_DATA')[1]).toContain('when a field asks the buyer');
});

test('the name of a code says the same in a field as in CODES', () => {
  const fields = '"FORM_DATA": { "FIELDS": { "a": { "CODE": "SHOP_ID" } } }';
  const inField = hoverAt(inSettings(`${codes}, ${fields.replace('"SHOP_ID"', '"SHOP|_ID"')}`))?.text;
  expect(inField).toBe(hoverAt(inSettings(`${codes.replace('"SHOP_ID"', '"SHOP|_ID"')}, ${fields}`))?.text);
  expect(inField).toContain('The administrator');
});

test('a value that is wrong is left to its problem', () => {
  const sent = hoverAt(inSettings(`${codes}, "FORM_DATA": { "FIELDS": { "a": { "CODE": "|B" } } }`))?.text;
  expect(sent).toMatch(/^\*\*CODE\*\*/);
  expect(hoverAt(inSettings('"CURRENCY": ["|usd"]'))).toBeUndefined();
});

test('a group, and where the documentation of a place in a list is', () => {
  expect(hoverAt(inSettings('"CODES": { "A": { "GROUP": "|PAYMENT" } }'))?.text).toMatch(
    /^\*\*PAYMENT\*\*\n\nGroup under which the settings page shows the setting\./,
  );
  expect(hoverAt(inSettings('"CODES": { "A": { "SO|RT": 100 } }'))?.text).toContain('#parametr-codes');
  expect(hoverAt('{ "SO|RT": 100 }')?.text).toContain('handler-add.html)');
});

test('a mode that another one overrides', () => {
  const uri = '{ "ACTION_URI": "https://a.b/" }';
  expect(hoverAt(inSettings(`"FORM|_DATA": ${uri}, "IFRAME_DATA": ${uri}`))?.text).toContain(
    'A portal uses IFrame here and ignores Form.',
  );
  expect(hoverAt(inSettings(`"IFRAME|_DATA": ${uri}, "FORM_DATA": ${uri}`))?.text).not.toContain('ignores');
});

test('an attribute of INPUT', () => {
  expect(hoverAt(inSettings('"CODES": { "A": { "INPUT": { "MAX|LENGTH": "5" } } }'))?.text).toContain('Longest text.');
});

test('names from the manifest are no markup', () => {
  const text = inSettings(
    '"CODES": { "|A": { "NAME": "[x](command:y) <img src=z> `b` *c*\\n# d", "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "s3cret" } } }',
  );
  const shown = hoverAt(text)?.text;
  expect(shown).toContain('\\[x\\](command:y) \\<img src=z\\> \\`b\\` \\*c\\* # d');
  expect(shown).not.toContain('s3cret');
});

test('plain text and Russian documentation where the editor wants them', () => {
  expect(hoverAt('{ "C|ODE": 1 }', { markdownInHover: false, locale: 'ru-RU' })?.text).toMatch(
    /^CODE\nCode of the handler.*\nFor example: "my_payment_service"\nhttps:\/\/apidocs\.bitrix24\.ru\/\S+$/s,
  );
});

test('nothing for keys that nothing reads, for punctuation and in broken places', () => {
  for (const text of ['{ "UNKN|OWN": 1 }', '{| "NAME": 1 }', '// N|AME', '|', '{ "SETTINGS": { "CODES": 1 |']) {
    expect(hoverAt(text)).toBeUndefined();
  }
});

test('a byte order mark is no word', () => {
  expect(hoverAt('|\uFEFF{ "NAME": "Shop" }')).toBeUndefined();
});
