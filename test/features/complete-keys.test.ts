import { expect, test } from 'vitest';
import { accepted, completions, labels } from './cursor-marker.js';

const inSettings = (rest: string) => `{ "NAME": "Shop", "CODE": "shop", "SETTINGS": { ${rest} } }`;
const codes = '"CODES": { "PAYMENT_ID": { "NAME": "Payment number" }, "SHOP_ID": {} }';

test('an empty manifest wants its required keys first', () => {
  expect(labels('{ | }')).toEqual(['NAME', 'CODE', 'SETTINGS', '$schema', 'SORT']);
});

test('keys that are there already are not offered, whatever the case of the top level', () => {
  expect(labels('{ "name": "Shop", "CODE": "shop", | }')).toEqual(['SETTINGS', '$schema', 'SORT']);
  expect(labels('{ "$schema": "s", "NAME": "Shop", "CODE": "shop", | }')).toEqual(['SETTINGS', 'SORT']);
  expect(labels(inSettings('"CURRENCY": [], | "FORM_DATA": {}'))).toEqual([
    'CODES',
    'CHECKOUT_DATA',
    'IFRAME_DATA',
    'CLIENT_TYPE',
  ]);
});

test('a key comes with a snippet for its value', () => {
  expect(accepted('{ | }', 'NAME')).toBe('{ "NAME": "${1:My payment service}" }');
  expect(accepted('{ | }', 'SORT')).toBe('{ "SORT": ${1:100} }');
  expect(accepted(inSettings('|'), 'CLIENT_TYPE')).toBe(inSettings('"CLIENT_TYPE": "${1|b2c,b2b|}"'));
  expect(accepted(inSettings('|'), 'CURRENCY')).toBe(inSettings('"CURRENCY": ["$1"]'));
});

test('a mode comes whole', () => {
  expect(accepted('{ "SETTINGS": {\n|\n} }', 'CHECKOUT_DATA')).toBe(
    '{ "SETTINGS": {\n' +
      '"CHECKOUT_DATA": {\n\t"ACTION_URI": "${1:https://pay.my-service.com/payment}",\n\t"FIELDS": {\n\t\t$2\n\t}\n}' +
      '\n} }',
  );
});

test('a form comes with a METHOD, without which the browser sends it by GET', () => {
  expect(accepted('{ "SETTINGS": {\n|\n} }', 'FORM_DATA')).toContain(
    '"ACTION_URI": "${1:https://pay.my-service.com/payment}",\n\t"METHOD": "${2|POST,GET|}",\n\t"FIELDS": {',
  );
});

test('a half-typed key is replaced whole', () => {
  expect(accepted('{ "NA|" }', 'NAME')).toBe('{ "NAME": "${1:My payment service}" }');
  expect(accepted('{ "NA| }', 'NAME')).toBe('{ "NAME": "${1:My payment service}" }');
  expect(accepted('{ NA| }', 'NAME')).toBe('{ "NAME": "${1:My payment service}" }');
  expect(accepted('{\n  "NA|\n  "CODE": "shop"\n}', 'NAME')).toBe(
    '{\n  "NAME": "${1:My payment service}",\n  "CODE": "shop"\n}',
  );
});

test('a key that has a value is renamed, its value stays', () => {
  expect(accepted(inSettings('"FORM|": { "ACTION_URI": "https://a.b/" }'), 'FORM_DATA')).toBe(
    inSettings('"FORM_DATA": { "ACTION_URI": "https://a.b/" }'),
  );
});

test('commas are put where they are missing', () => {
  expect(accepted('{ | "CODE": "shop" }', 'SORT')).toBe('{ "SORT": ${1:100}, "CODE": "shop" }');
  expect(accepted('{ "CODE": "shop" | }', 'SORT')).toBe('{ "CODE": "shop", "SORT": ${1:100} }');
  expect(accepted('{ "CODE": "shop"\n  "SO|" // why\n  "NAME": "x" }', 'SORT')).toBe(
    '{ "CODE": "shop",\n  "SORT": ${1:100}, // why\n  "NAME": "x" }',
  );
  expect(accepted('{ "CODE": "shop", | }', 'SORT')).toBe('{ "CODE": "shop", "SORT": ${1:100} }');
});

test('FIELDS are offered for the settings that are not sent yet, with their NAME', () => {
  const text = inSettings(`${codes}, "FORM_DATA": { "FIELDS": { "paymentId": { "CODE": "PAYMENT_ID" }, | } }`);
  expect(labels(text)).toEqual(['SHOP_ID', 'New field', 'New question to the buyer']);
  expect(accepted(text, 'SHOP_ID')).toContain('"${1:SHOP_ID}": { "CODE": "SHOP_ID" }');
  const named = completions(inSettings(`${codes}, "FORM_DATA": { "FIELDS": { | } }`));
  expect(named[0]).toMatchObject({ label: 'PAYMENT_ID', labelDetails: { description: 'Payment number' } });
  expect(named[0]).not.toHaveProperty('detail');
});

test('a question to the buyer is not offered for a frame', () => {
  expect(labels(inSettings(`${codes}, "IFRAME_DATA": { "FIELDS": { | } }`))).toEqual([
    'PAYMENT_ID',
    'SHOP_ID',
    'New field',
  ]);
});

test('a question to the buyer is whole', () => {
  expect(accepted(inSettings('"FORM_DATA": { "FIELDS": { "ph|" } }'), 'New question to the buyer')).toContain(
    '"${1:ph}": {\n\t"VISIBLE": "Y",\n\t"CODE": {\n\t\t"NAME": "${2:Phone}",\n\t\t"INPUT": {\n\t\t\t"TYPE": "${3|STRING,Y/N|}"\n\t\t}\n\t}\n}',
  );
});

test('a name is proposed in empty quotes too', () => {
  expect(accepted(inSettings('"CODES": { "|" }'), 'New setting')).toContain('"${1:PAYMENT_ID}": {');
  expect(accepted(inSettings('"FORM_DATA": { "FIELDS": { "|" } }'), 'New field')).toContain('"${1:paymentId}": {');
});

test('CODES are offered for what is sent and not there', () => {
  const text = inSettings('"CODES": { | }, "FORM_DATA": { "FIELDS": { "sum": { "CODE": "PAYMENT_SUM" } } }');
  expect(labels(text)).toEqual(['PAYMENT_SUM', 'New setting', 'New setting that the administrator types']);
  expect(accepted(text, 'PAYMENT_SUM')).toContain(
    '"PAYMENT_SUM": {\n\t"NAME": "${1:Payment number}",\n\t"DEFAULT": {\n' +
      '\t\t"PROVIDER_KEY": "${2|PAYMENT,VALUE,ORDER,USER,PROPERTY|}",\n\t\t"PROVIDER_VALUE": "$3"\n\t}\n}',
  );
});

test('a setting that the administrator types has an INPUT', () => {
  const taken = accepted(inSettings('"CODES": { | }'), 'New setting that the administrator types');
  expect(taken).toContain('"${1:SHOP_ID}": {\n\t"NAME": "${2:Shop number}",\n\t"INPUT": { "TYPE": "STRING" }\n}');
});

test('an INPUT offers what its type reads', () => {
  const inInput = (type: string) => labels(inSettings(`"CODES": { "A": { "INPUT": { ${type} | } } }`));
  const common = ['MULTIPLE', 'REQUIRED', 'DISABLED', 'HIDDEN', 'VALUE'];
  expect(inInput('"TYPE": "ENUM",')).toEqual(['OPTIONS', ...common, 'SIZE', 'MULTIELEMENT']);
  expect(inInput('"TYPE": "NUMBER",')).toEqual([...common, 'MIN', 'MAX', 'STEP']);
  expect(inInput('"TYPE": "Y/N",')).toEqual(common);
  expect(inInput('"TYPE": "STRING",')).not.toContain('OPTIONS');
  for (const unknown of ['', '"TYPE": "FILE",', '"TYPE": "toString",']) {
    expect(inInput(unknown)).toEqual(expect.arrayContaining(['OPTIONS', ...common, 'ROWS', 'MIN']));
  }
});

test('PARAMS are offered for the settings', () => {
  const text = inSettings(`${codes}, "FORM_DATA": { "PARAMS": { "p": "SHOP_ID", | } }`);
  expect(labels(text)).toEqual(['PAYMENT_ID']);
  expect(accepted(text, 'PAYMENT_ID')).toContain('"${1:PAYMENT_ID}": "PAYMENT_ID"');
});

test('an INPUT offers its attributes', () => {
  expect(labels(inSettings('"CODES": { "A": { "INPUT": { "TYPE": "STRING", | } } }'))).toEqual(
    expect.arrayContaining(['REQUIRED', 'MAXLENGTH', 'PLACEHOLDER']),
  );
});

test('an editor without snippets gets plain text', () => {
  const [item] = completions('{ "SETTINGS": { | } }', { snippets: false }).filter(({ label }) => label === 'FORM_DATA');
  expect(item).not.toHaveProperty('insertTextFormat');
  expect(item).toMatchObject({
    textEdit: { newText: '"FORM_DATA": { "ACTION_URI": "", "METHOD": "POST", "FIELDS": {} }' },
  });
  expect(accepted('{ "SETTINGS": { | } }', 'CLIENT_TYPE', { snippets: false })).toBe(
    '{ "SETTINGS": { "CLIENT_TYPE": "b2c" } }',
  );
});

test('documentation has the meaning, a sample and the link', () => {
  const [item] = completions('{ | }').filter(({ label }) => label === 'CODE');
  expect(item?.documentation).toEqual({
    kind: 'markdown',
    value: expect.stringMatching(
      /^Code of the handler.*\n\nFor example: `"my_payment_service"`\n\n\[Documentation\]\(https:\/\/apidocs\.bitrix24\.com\/.*\)$/s,
    ) as string,
  });
});

test("documentation in the reader's language and without Markdown where the editor has none", () => {
  const [item] = completions('{ | }', { locale: 'ru', markdownInCompletion: false }).filter(
    ({ label }) => label === 'CODE',
  );
  expect(item?.documentation).toEqual({
    kind: 'plaintext',
    value: expect.stringContaining('\nhttps://apidocs.bitrix24.ru/') as string,
  });
});

test('nothing is offered in comments, after the end and for free keys', () => {
  expect(labels('{ // |\n }')).toEqual([]);
  expect(labels('{ /* | */ }')).toEqual([]);
  expect(labels('{} |')).toEqual([]);
  expect(labels('{ "NAME" | }')).toEqual([]);
  expect(labels(inSettings('"CODES": { "A": { "INPUT": { "TYPE": "ENUM", "OPTIONS": { | } } } }'))).toEqual([]);
});

test('keys go on being offered when a brace is missing', () => {
  expect(labels('{ "NAME": "Shop", "SETTINGS": { "FORM_DATA": { | ')).toEqual([
    'ACTION_URI',
    'METHOD',
    'FIELDS',
    'PARAMS',
  ]);
});

test('a comma that is missing right before the cursor is part of the completion', () => {
  const marked = inSettings('"CURRENCY": ["RUB"]|');
  const item = completions(marked).find(({ label }) => label === 'CLIENT_TYPE');
  expect(item).not.toHaveProperty('additionalTextEdits');
  expect(accepted(marked, 'CLIENT_TYPE')).toBe(inSettings('"CURRENCY": ["RUB"], "CLIENT_TYPE": "${1|b2c,b2b|}"'));
});

test('nothing is offered right behind a closing quote, nor around a byte order mark', () => {
  expect(labels('{ "NAME"|: "Shop" }')).toEqual([]);
  expect(labels(inSettings('"CLIENT_TYPE": "b2b"|'))).toEqual([]);
  expect(labels('|\uFEFF{ "NAME": "Shop" }')).toEqual([]);
  expect(labels('\uFEFF|{ "NAME": "Shop" }')).toEqual([]);
});

test('a proposed name is one that is not there yet', () => {
  const fields = (name: string, rest: string) =>
    inSettings(`${codes}, "CHECKOUT_DATA": { "FIELDS": { "paymentId": { "CODE": "SHOP_ID" }, ${name}${rest} } }`);
  expect(accepted(fields('|', ''), 'New field')).toContain('"${1:paymentId2}"');
});
