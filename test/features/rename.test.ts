import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prepareRename, rename } from '../../server/features/rename.js';
import { marked } from './cursor-marker.js';
import { textAt, withWorkspaceEdit } from './range-marks.js';

/** The text after a rename, or why there is none. */
function renamed(source: string, newName: string): string {
  const { document, position } = marked(source);
  const result = rename(document, position, newName, { versioned: false });
  return 'refusal' in result ? result.refusal : withWorkspaceEdit(document, result);
}

/** What the editor offers to overwrite, in `«»`, with the name it puts there; or why there is nothing. */
function prepared(source: string): string {
  const { document, position } = marked(source);
  const result = prepareRename(document, position);
  if ('refusal' in result) return result.refusal;
  expect(result.placeholder).toBe(JSON.parse(`"${textAt(document, result.range)}"`));
  const { start, end } = result.range;
  return `${textAt(document, { start: { line: start.line, character: start.character - 1 }, end })}«${result.placeholder}»`;
}

const everywhere = (name: string, cursor = name): string => `{
  // SHOP_KEY is what the service calls apiKey
  "settings": {
    "CODES": {
      "${name}": { "NAME": "SHOP_KEY" }, /* SHOP_KEY */
      "OTHER": {},
      "shop-id": {},
    },
    "CHECKOUT_DATA": {
      "FIELDS": { "SHOP_KEY": { "CODE": "${cursor}" }, "b": { "CODE": "OTHER" }, "c": { "CODE": "${name}" } }
    },
    "FORM_DATA": {
      "FIELDS": { "a": { "CODE": "${name}" }, "a": { "CODE": "${name}" } },
      "PARAMS": { "SHOP_KEY": "${name}" }
    }
  }
}`;

describe('rename', () => {
  it('changes the key and every reference, in every mode, and nothing else', () => {
    expect(renamed(everywhere('SHOP_KEY', 'SHOP|_KEY'), 'API_KEY')).toBe(everywhere('API_KEY'));
    expect(renamed(everywhere('SHOP_KEY').replace('"SHOP_KEY": {', '"SHOP_KEY|": {'), 'API_KEY')).toBe(
      everywhere('API_KEY'),
    );
  });

  it('takes names in any style', () => {
    expect(renamed(everywhere('SHOP_KEY', 'SHOP|_KEY'), 'ключ магазина')).toBe(everywhere('ключ магазина'));
    expect(renamed(everywhere('SHOP_KEY', 'SHOP|_KEY'), 'shop_key')).toBe(everywhere('shop_key'));
  });

  it('changes nothing when the name stays', () => {
    expect(renamed(everywhere('SHOP_KEY', 'SHOP|_KEY'), 'SHOP_KEY')).toBe(everywhere('SHOP_KEY'));
  });

  it('renames both of two equal keys, and spellings with escapes', () => {
    const text = String.raw`{ "SETTINGS": { "CODES": { "A|": {}, "A": {} }, "FORM_DATA": { "PARAMS": { "x": "\u0041" } } } }`;
    expect(renamed(text, 'B')).toBe(
      '{ "SETTINGS": { "CODES": { "B": {}, "B": {} }, "FORM_DATA": { "PARAMS": { "x": "B" } } } }',
    );
  });

  it('renames references to a code that is not there yet, also to one that is', () => {
    const text = (name: string) =>
      `{ "SETTINGS": { "CODES": { "A": {} }, "FORM_DATA": { "PARAMS": { "x": "${name}", "y": "${name.replace('|', '')}" } } } }`;
    expect(renamed(text('X|'), 'Y')).toBe(text('Y'));
    expect(renamed(text('X|'), 'A')).toBe(text('A'));
  });

  it('works in half-typed text, and closes a half-typed name', () => {
    const text = '{ "SETTINGS": { "CODES": { "A|": { "NAME": "x" } }, "FORM_DATA": { "PARAMS": { "x": "A';
    expect(renamed(text, 'B')).toBe(
      '{ "SETTINGS": { "CODES": { "B": { "NAME": "x" } }, "FORM_DATA": { "PARAMS": { "x": "B"',
    );
  });

  it('names the version of the text to editors that can check it', () => {
    const { document, position } = marked(everywhere('A', 'A|'));
    expect(rename(document, position, 'B', { versioned: true })).toMatchObject({
      documentChanges: [{ textDocument: { uri: document.uri, version: 1 } }],
    });
  });

  it.each([
    ['', 'Write a name: a code cannot be empty.'],
    ['  ', 'Write a name: a code cannot be empty.'],
    [' A', 'Leave out the blanks around the name.'],
    ['A"B', 'Leave out quotes, backslashes and line breaks. Use capitals, digits and _.'],
    ['A\\B', 'Leave out quotes, backslashes and line breaks. Use capitals, digits and _.'],
    ['A\nB', 'Leave out quotes, backslashes and line breaks. Use capitals, digits and _.'],
    ['X'.repeat(51), 'This name has 51 characters, and the portal keeps at most 50. Shorten it.'],
    ['OTHER', 'CODES has OTHER already. Choose another name.'],
    [
      'other',
      'CODES has OTHER already, and the portal stores both names as OTHER: they would share one value. Choose another name.',
    ],
  ])('refuses %j with a reason', (name, reason) => {
    expect(renamed(everywhere('SHOP_KEY', 'SHOP|_KEY'), name)).toBe(reason);
  });

  it('takes a name of 50 characters, counted as a person does', () => {
    const name = '😀'.repeat(50);
    expect(renamed('{ "SETTINGS": { "CODES": { "A|": {} } } }', name)).toContain(name);
  });
});

describe('rename in broken text', () => {
  const sample = readFileSync(new URL('../../docs/sample-workspace/shop.b24pay.json', import.meta.url), 'utf8');
  const slips: [string, (text: string) => string][] = [
    ['the brace behind a field is lost', (text) => text.replace('"ORDER_NUMBER" }', '"ORDER_NUMBER" ')],
    ['the closing quote of a value is lost', (text) => text.replace('ORDER_NUMBER" },', 'ORDER_NUMBER },')],
    ['a key is being typed', (text) => text.replace('"shopKey":', '"ne\n        "shopKey":')],
    ['a comma is lost', (text) => text.replace('"ORDER_NUMBER" },', '"ORDER_NUMBER" }')],
    ['the last brace is lost', (text) => text.trimEnd().slice(0, -1)],
  ];

  it.each(slips)('changes all places where %s', (_slip, broken) => {
    const after = broken(sample).replaceAll('"SHOP_ID"', '"NEW_ID"');
    expect(renamed(broken(sample.replace('"CODE": "SHOP_ID"', '"CODE": "SHOP|_ID"')), 'NEW_ID')).toBe(after);
    expect(renamed(broken(sample.replace('"SHOP_ID": {', '"SHOP|_ID": {')), 'NEW_ID')).toBe(after);
  });

  it('closes the quotes of the name itself', () => {
    const value = sample.replace('"CODE": "SHOP_KEY"', '"CODE": "SHOP_KEY');
    expect(renamed(value.replace('"SHOP_KEY": {', '"SHOP_KEY|": {'), 'KEY')).toBe(
      sample.replaceAll('"SHOP_KEY"', '"KEY"'),
    );
    const key = sample.replace('"SHOP_KEY": {', '"SHOP_KEY: {');
    expect(renamed(key.replace('"CODE": "SHOP_KEY"', '"CODE": "SHOP_KEY|"'), 'KEY')).toBe(
      sample.replaceAll('"SHOP_KEY"', '"KEY"'),
    );
    expect(prepared(key.replace('"SHOP_KEY: {', '"SHOP|_KEY: {'))).toBe('"SHOP_KEY«SHOP_KEY»');
  });

  it('offers a name without quotes as it stands', () => {
    const { document, position } = marked(sample.replace('"CODE": "SHOP_KEY"', '"CODE": SHOP|_KEY'));
    const offered = prepareRename(document, position);
    expect('range' in offered && textAt(document, offered.range)).toBe('SHOP_KEY');
  });

  const wrecked = sample.replaceAll('": "', '" "').replaceAll('],', ',');

  it.each([
    ['"CODE" "SHOP|_ID"', '"CODE" "SHOP_ID"'],
    ['"SHOP|_ID": {', '"SHOP_ID": {'],
  ])('refuses at %s where too much is wrong to be sure of all places', (cursor, plain) => {
    const reason = 'The text is no JSON at line 2, so not all places of SHOP_ID can be found. Put that right first.';
    expect(renamed(wrecked.replace(plain, cursor), 'NEW_ID')).toBe(reason);
    expect(prepared(wrecked.replace(plain, cursor))).toBe(reason);
  });

  it('renames all the same where each word of that name is a known place', () => {
    const text = (name: string) =>
      `{ "SETTINGS": { "CODES": { "${name}": {} /* A */ }, "FORM_DATA": { "PARAMS": { "x": "${name}" } } }, @ @ @ @ @ @ @ @ @`;
    expect(renamed(text('A').replace('"A"', '"A|"'), 'B')).toBe(text('B'));
  });

  it('refuses where a lost brace may have put a code into another object', () => {
    const lost = '{"SETTINGS":{"CODES":{"A":{"INPUT":{"OPTIONS":{"x":"y","B":{"NAME":"b"}}}}},';
    const text = `${lost}"FORM_DATA":{"FIELDS":{"b":{"CODE":"B|"}}}`;
    expect(renamed(text, 'C')).toContain('not all places of B can be found');
  });
});

describe('prepareRename', () => {
  it('offers the name between the quotes', () => {
    expect(prepared('{ "SETTINGS": { "CODES": { "SHO|P": {} } } }')).toBe('"SHOP«SHOP»');
    expect(prepared('{ "SETTINGS": { "FORM_DATA": { "PARAMS": { "x": |"SHOP" } } } }')).toBe('"SHOP«SHOP»');
    expect(prepared('{ "SETTINGS": { "FORM_DATA": { "PARAMS": { "x": "SHO|')).toBe('"SHO«SHO»');
  });

  it.each([
    ['{ "SETTINGS": { "CODES": |{ } } }', 'There is no code here.'],
    ['{ // "SHO|P"\n}', 'There is no code here.'],
    ['{ "NA|ME": "x" }', 'NAME is no code.'],
    ['{ "NAME": "sec|ret" }', 'There is no code here.'],
    [
      '{ "SETTINGS": { "FORM_DATA": { "FIELDS": { "pho|ne": {} } } } }',
      'phone is the name under which a value is sent.',
    ],
    ['{ "SETTINGS": { "FORM_DATA": { "PARAMS": { |"id": "A" } } } }', 'id is the name under which a value is sent.'],
    ['|', 'There is no code here.'],
  ])('refuses with a reason at %s', (source, reason) => {
    expect(prepared(source)).toContain(reason);
    expect(renamed(source, 'NEW')).toContain(reason);
  });
});
