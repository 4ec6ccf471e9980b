import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../server/document/parse.js';
import { fixAll } from '../../server/fix-all.js';
import { countsOf, expectFix, expectNone, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inCheckout, inCode, inForm, inIframe, inSettings, SOUND } from './manifests.js';

const FORM = '"FORM_DATA": { "ACTION_URI": "https://pay.shop.test/pay", "METHOD": "POST" }';

describe('a sound manifest', () => {
  it('has no problem', () => {
    expect(problemsOf(SOUND)).toEqual([]);
  });

  it.each([
    ['CRLF', SOUND.replace(/\n/g, '\r\n')],
    ['tabs', SOUND.replace(/ {2}/g, '\t')],
    ['one line', JSON.stringify(JSON.parse(SOUND))],
    ['a byte order mark', `\uFEFF${SOUND}`],
    [
      'comments and trailing commas',
      SOUND.replace('"SORT": 100,', '"SORT": 100, // place\n').replace('["RUB"]', '["RUB",]'),
    ],
    ['lower-case parameters', SOUND.replace('"NAME": "Shop"', '"name": "Shop"').replace('"SETTINGS"', '"settings"')],
    ['empty lists for empty objects', inForm('"FIELDS": []').replace('{  }', '[]')],
    [
      'null for what is optional',
      SOUND.replace('"b2c"', 'null').replace('["RUB"]', 'null').replace('"SORT": 100', '"SORT": null'),
    ],
    ['an empty CURRENCY as an object', SOUND.replace('["RUB"]', '{}')],
    [
      'empty modes beside a real one',
      SOUND.replace('"CLIENT_TYPE"', '"FORM_DATA": {}, "IFRAME_DATA": [], "CLIENT_TYPE"'),
    ],
    ['a $schema', SOUND.replace('"NAME": "Shop"', '"$schema": "./x.json", "NAME": "Shop"')],
  ])('has none in another dress: %s', (_what, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('json-syntax', () => {
  it.each([
    ['a lost comma', '{ "NAME": "a"\n  ⟦"CODE"⟧: "b" }', 'comma'],
    ['a lost quote', '{ "NAME": ⟦"a,⟧\n  "CODE": "b" }', 'quote'],
    ['a lost colon', '{ ⟦"NAME"⟧ "a",\n  "CODE": "b" }', 'colon'],
    ['a key without value', '{\n  "NAME": "a",\n  ⟦"CODE"⟧\n}', 'value'],
    ['a half-typed key', '{\n  "NAME": "a",\n  ⟦"CO⟧\n}', 'quote'],
    ['half a key before another', '{ "k": { ⟦"VIS⟧ "CODE": "A" } }', 'The closing quote is missing behind VIS.'],
    ['half a key on the line before', '{ "k": {\n  ⟦"VIS⟧\n  "CODE": "A" } }', 'quote is missing behind VIS.'],
    ['half a key after a member', '{ "k": {\n  "A": 1,\n  ⟦"VIS⟧ "B": "Y"\n} }', 'quote is missing behind VIS.'],
    ['the lost quote of a key', '{ ⟦"NAME⟧: "a", "CODE": "b" }', 'The closing quote is missing behind NAME.'],
    ['the lost quote and colon of a key', '{ ⟦"NAME⟧ "a", "CODE": "b" }', 'The closing quote is missing behind NAME.'],
    ['a lost opening quote', '{ ⟦NAME⟧": "a", "CODE": "b" }', 'The opening quote is missing before this.'],
    [
      'the lost quote of a long text',
      `{ "NAME": ⟦"${'a'.repeat(40)}⟧\n}`,
      'The closing quote of this string is missing.',
    ],
    ['a missing value', '{ "NAME"⟦:⟧\n}', 'value'],
    ['a lost brace at the end', '{ "NAME": "a", "CODE": "b", "SETTINGS": {⟦}⟧\n', 'brace'],
    ['text behind the end', '{ "NAME": "a" } ⟦"x"⟧', 'Nothing may follow'],
    ['a brace too many', '{ "NAME": "a" ⟦}⟧,\n"CODE": "b" }', 'This } is one too many'],
    ['a lone comma', '{ ⟦,⟧ }', 'This , is one too many'],
    ['a value that is still to come', '{ "NAME"⟦:⟧\n  "CODE": "c" }', 'A value is missing'],
    ['a lost opening brace', '{ "NAME": "a", "SETTINGS": ⟦"CODES"⟧: {} } }', 'An opening { is missing before this'],
    ['the lost first brace', '⟦"NAME"⟧: "a" }', 'An opening { is missing before this'],
    ['a lost opening bracket', '{ "CURRENCY": ⟦"rub"⟧, "USD"] }', 'An opening [ is missing before this'],
    ['a lost closing bracket', '{ "CURRENCY": ["rub", ⟦"USD"⟧,\n "NAME": "a" }', 'A closing bracket ] is missing'],
    ['a list that closes with a brace', '{ "SETTINGS": { "CURRENCY": ["RUB"⟦}⟧ } }', 'This } should be ]'],
    ['an object that opens with a bracket', '{ "SETTINGS": ⟦[⟧ "CODES": {} } }', 'This [ should be {'],
    ['a doubled quote before', '{ "CODE": ⟦"⟧"shop" }', 'This " is one too many'],
    ['a doubled quote after', '{ "CODE": "shop"⟦"⟧,\n "NAME": "a" }', 'This " is one too many'],
    ['a doubled colon', '{ "CODE":⟦:⟧ "shop" }', 'This : is one too many'],
    ['a comma for a colon', '{ "CODE"⟦,⟧ "shop", "NAME": "a" }', 'This , should be :'],
    ['no JSON word', '{ "NAME": ⟦undefined⟧ }', 'JSON has no value undefined'],
    ['an open comment', '{} ⟦/* abc⟧', 'comment'],
    ['two mistakes on two lines', '{\n  "NAME": "a"\n  ⟦"CODE"⟧: "b",\n  "SORT": ⟦1.⟧,\n  "SETTINGS": {}\n}', ''],
  ])('reports %s once', (_what, marked, word) => {
    expectProblems('json-syntax', marked, 'error', word);
  });

  it('reports an empty file', () => {
    expect(problemsOf('')).toMatchObject([{ code: 'json-syntax', severity: 'error', span: { start: 0, end: 0 } }]);
    expect(problemsOf(' \n')).toMatchObject([{ code: 'json-syntax' }]);
  });

  it.each(['// my shop\n', '/* my */ // shop', '\uFEFF// my shop\r\n\r\n'])(
    'reports a file of comments behind them: %j',
    (text) => {
      expectProblems('json-syntax', `${text}⟦⟧`, 'error', 'The file is empty.');
      expect(fixesOf('json-syntax', text)).toEqual([]);
    },
  );

  it('takes comments and trailing commas', () => {
    expectNone('json-syntax', '{ "NAME": "a", /* c */ } // d');
  });

  it('adds a lost comma', () => {
    expectFix('json-syntax', '{ "A": 1\n  "B": 2 }', 'Add the missing comma', '{ "A": 1,\n  "B": 2 }');
  });

  it('has no fix where nothing plain heals the text', () => {
    expect(fixesOf('json-syntax', '{ "NAME": undefined }')).toEqual([]);
    expect(fixesOf('json-syntax', '')).toEqual([]);
  });
});

describe('duplicate-key', () => {
  it('reports every key but the last, at any depth', () => {
    const problems = expectProblems(
      'duplicate-key',
      '{ ⟦"NAME"⟧: "a", ⟦"NAME"⟧: "b", "NAME": "c", "SETTINGS": { "CODES": { ⟦"A"⟧: {}, "A": { ⟦"NAME"⟧: 1, "NAME": 2 } } } }',
      'warning',
    );
    expect(problems[0]?.related).toEqual([{ span: { start: 28, end: 34 }, message: 'This one counts' }]);
    expect(problems.every(({ unnecessary }) => unnecessary)).toBe(true);
    expect(problems[2]?.path).toEqual(['SETTINGS', 'CODES', 'A']);
  });

  it('takes parameters that differ in case for one, as a portal does', () => {
    expectProblems('duplicate-key', '{ ⟦"name"⟧: "a", "NAME": "b", "CODE": "c" }', 'warning');
    expectNone('duplicate-key', inSettings('"CODES": { "a": {}, "A": {} }'));
  });

  it('is silent on equal keys in different objects, and in strings and comments', () => {
    expectNone('duplicate-key', '{ "A": { "x": 1 }, "B": { "x": 1 }, "C": "\\"x\\": 1" } // "x": "x":');
  });

  it('removes the earlier one', () => {
    expectFix(
      'duplicate-key',
      '{ "NAME": "a", "CODE": "c", "NAME": "b" }',
      'Remove this one',
      '{ "CODE": "c", "NAME": "b" }',
    );
    expectFix(
      'duplicate-key',
      '{\n  "NAME": "a", // first\n  "CODE": "c",\n  "NAME": "b"\n}',
      'Remove this one',
      '{\n  // first\n  "CODE": "c",\n  "NAME": "b"\n}',
    );
  });
});

describe('wrong-type', () => {
  it.each([
    ['the manifest', '⟦[⟧]', 'The manifest must be an object, not a list'],
    ['null for the manifest', '⟦null⟧', 'not null'],
    [
      'NAME',
      '{ "NAME": ⟦5⟧, "CODE": "c", "SETTINGS": { "CODES": {}, ' + FORM + ' } }',
      'NAME must be a string, not a number',
    ],
    [
      'null for what is required',
      '{ "NAME": ⟦null⟧, "CODE": "c", "SETTINGS": { "CODES": {}, ' + FORM + ' } }',
      'refuses',
    ],
    ['SETTINGS', '{ "NAME": "n", "CODE": "c", "SETTINGS": ⟦"x"⟧ }', 'refuses'],
    ['SETTINGS as a list', '{ "NAME": "n", "CODE": "c", ⟦"SETTINGS"⟧: [] }', 'an object, not a list'],
    ['CODES', inSettings(`"CODES": ⟦null⟧, ${FORM}`), 'refuses'],
    ['CODES as a list', inSettings(`⟦"CODES"⟧: [{}], ${FORM}`), 'CODES must be an object, not a list'],
    ['a mode', inSettings('"CODES": {}, "FORM_DATA": ⟦"x"⟧'), 'refuses'],
    ['a list of a mode', inSettings('"CODES": {}, ⟦"IFRAME_DATA"⟧: [1]'), 'refuses'],
    ['an entry of CODES', inCheckout('"FIELDS": {"a": {"CODE": "A"}}', '"A": ⟦"Shop"⟧'), 'Code A must be an object'],
    ['a field', inForm('"FIELDS": { "a": ⟦"A"⟧ }', '"A": { "NAME": "a" }'), 'Field a must be an object'],
    [
      'an empty address of another type',
      inSettings('"CODES": {}, "FORM_DATA": { "ACTION_URI": ⟦0⟧, "METHOD": "POST" }'),
      'refuses',
    ],
    ['a PARAMS entry', inForm('"PARAMS": { ⟦"a"⟧: { "CODE": "A" } }'), 'a must be a string, not an object'],
    ['SORT', '{ "NAME": "n", "CODE": "c", "SORT": ⟦true⟧, "SETTINGS": { "CODES": {}, ' + FORM + ' } }', 'number'],
    ['SORT that is no number', inCode('"SORT": ⟦"first"⟧'), 'SORT must be a number'],
    ['DEFAULT', inCode('"DEFAULT": ⟦"x"⟧'), 'ignores'],
    ['PROVIDER_VALUE', inCode('"DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": ⟦5⟧ }'), 'string'],
    ['VISIBLE', inForm('"FIELDS": { "a": { "CODE": "A", "VISIBLE": ⟦true⟧ } }', '"A": { "NAME": "a" }'), 'exact "Y"'],
    ['CURRENCY', inSettings(`"CODES": {}, "CURRENCY": ⟦643⟧, ${FORM}`), 'a list'],
    ['an item of CURRENCY', inSettings(`"CODES": {}, "CURRENCY": ["RUB", ⟦643⟧], ${FORM}`), 'Item 2 of CURRENCY'],
    ['CLIENT_TYPE', inSettings(`"CODES": {}, "CLIENT_TYPE": ⟦true⟧, ${FORM}`), 'refuses'],
    [
      'a name with characters of JSON Pointer and of addresses',
      inForm('', '"100%/~1": ⟦5⟧').replace(', }', ' }'),
      'Code 100%/~1',
    ],
  ])('reports %s', (_what, marked, words) => {
    expectProblems('wrong-type', marked, 'error', words);
  });

  it.each([
    ['a numeric string for SORT', inCode('"SORT": " 100 "')],
    ['a number for SORT', inCode('"SORT": 100.5')],
    ['null for optional keys', inCode('"SORT": null, "GROUP": null, "DEFAULT": null, "INPUT": null')],
    ['empty lists for objects', inCode('"DEFAULT": [], "INPUT": []')],
    ['an empty entry that came back from a portal', inCheckout('"FIELDS": {"a": {"CODE": "A"}}', '"A": []')],
    ['a mode that is empty in PHP', inSettings(`"CODES": {}, "IFRAME_DATA": false, "CHECKOUT_DATA": "", ${FORM}`)],
    [
      'what stands in a mode that is never used',
      inSettings(`"CODES": {}, ${FORM.replace('"POST"', '5')}, "IFRAME_DATA": { "ACTION_URI": "https://a.test" }`),
    ],
    ['attributes of INPUT', inCode('"INPUT": { "TYPE": "STRING", "REQUIRED": true, "SIZE": 10 }')],
  ])('is silent on %s', (_what, text) => {
    expectNone('wrong-type', text);
  });

  it.each([
    ['a number to a string', inCode('"GROUP": 5'), 'Change to "5"', inCode('"GROUP": "5"')],
    [
      'true to Y',
      inForm('"FIELDS": { "a": { "CODE": "A", "VISIBLE": true } }', '"A": { "NAME": "a" }'),
      'Change to "Y"',
      inForm('"FIELDS": { "a": { "CODE": "A", "VISIBLE": "Y" } }', '"A": { "NAME": "a" }'),
    ],
    ['a scalar to a list', inCode('"PROVIDERS": "VALUE"'), 'Change to ["VALUE"]', inCode('"PROVIDERS": ["VALUE"]')],
  ])('converts %s', (_what, before, title, after) => {
    expectFix('wrong-type', before, title, after);
  });

  it('makes a field of a code that stands alone', () => {
    const [before, after] = ['"A"', '{ "CODE": "A" }'].map((value) =>
      inForm(`"FIELDS": { "a": ${value} }`, '"A": { "NAME": "a" }'),
    );
    expectFix('wrong-type', before ?? '', 'Change to { "CODE": "A" }', after ?? '');
    const compact = (text = '') => text.replace(/ /g, '');
    expectFix('wrong-type', compact(before), 'Change to {"CODE":"A"}', compact(after));
    // No code of that name: what was meant is not known.
    expect(fixesOf('wrong-type', inForm('"FIELDS": { "a": "B" }', '"A": { "NAME": "a" }'))).toEqual([]);
    expect(fixesOf('wrong-type', inForm('"FIELDS": { "a": "toString" }'))).toEqual([]);
  });

  it('converts nothing where that is not obvious', () => {
    expect(fixesOf('wrong-type', inCode('"SORT": true'))).toEqual([]);
    expect(fixesOf('wrong-type', inCode('"DEFAULT": "x"'))).toEqual([]);
    expect(fixesOf('wrong-type', '[]')).toEqual([]);
  });
});

describe('settings beside SETTINGS', () => {
  const settings = `"CODES": {}, ${FORM}`;
  const whole = (inside: string, beside: string) => `{ "NAME": "n", "CODE": "c", "SETTINGS": { ${inside} }${beside} }`;

  it.each([
    ['CURRENCY', '["RUB"]'],
    ['CLIENT_TYPE', '"b2b"'],
  ])('moves %s in', (key, value) => {
    const before = whole(settings, `, "${key}": ${value}`);
    expectProblems('unknown-property', whole(settings, `, ⟦"${key}"⟧: ${value}`), 'warning', 'belongs into SETTINGS');
    expect(countsOf(before)).toEqual({ 'unknown-property': 1 });
    const after = whole(`${settings}, "${key}": ${value}`, '');
    expectFix('unknown-property', before, `Move ${key} into SETTINGS`, after);
    expect(fixAll(parseManifest(before)).text).toBe(after);
  });

  it('leaves what is there already', () => {
    const before = whole(`${settings}, "CURRENCY": ["RUB"]`, ', "CURRENCY": ["USD"]');
    expectProblems('unknown-property', before.replace(', "CURRENCY": ["USD"]', ', ⟦"CURRENCY"⟧: ["USD"]'), 'warning');
    expectFix('unknown-property', before, 'Remove CURRENCY', whole(`${settings}, "CURRENCY": ["RUB"]`, ''), false);
  });

  it('makes SETTINGS of them where it is missing', () => {
    const before = `{
  "NAME": "n",
  "CODE": "c",
  // what the administrator enters
  "codes": {
    "A": { "NAME": "a" }
  }, // and no more
  "FORM_DATA": { "ACTION_URI": "https://a.test", "METHOD": "POST", "FIELDS": { "a": { "CODE": "A" } } }
}`;
    const after = `{
  "NAME": "n",
  "CODE": "c",
  // what the administrator enters
  "SETTINGS": {
    "CODES": {
      "A": { "NAME": "a" }
    }, // and no more
    "FORM_DATA": { "ACTION_URI": "https://a.test", "METHOD": "POST", "FIELDS": { "a": { "CODE": "A" } } }
  }
}`;
    expect(countsOf(before)).toEqual({ 'missing-property': 1 });
    expectFix('missing-property', before, 'Move codes, FORM_DATA into SETTINGS', after);
    expect(countsOf(after)).toEqual({});
  });

  it('gathers what stands apart, unless a comment stands between', () => {
    const before = `{"CODES":{},"NAME":"n","CURRENCY":["RUB"],"CODE":"c"}`;
    const after = `{"SETTINGS":{"CODES":{},"CURRENCY":["RUB"]},"NAME":"n","CODE":"c"}`;
    expectFix('missing-property', before, 'Move CODES, CURRENCY into SETTINGS', after);
    const commented = before.replace('"NAME"', '/* of the shop */ "NAME"');
    expect(fixesOf('missing-property', commented).map(({ title }) => title)).toEqual(['Add SETTINGS']);
  });
});

describe('a question beside CODE', () => {
  const INPUT = '"INPUT": { "TYPE": "STRING" }';
  const field = (members: string) => `"FIELDS": { "phone": { ${members} } }`;

  it('is one report, and moves into CODE', () => {
    const before = inForm(field(`"VISIBLE": "Y", "NAME": "Phone", ${INPUT}`));
    const after = inForm(field(`"VISIBLE": "Y", "CODE": { "NAME": "Phone", ${INPUT} }`));
    expectProblems('missing-property', before.replace('"phone"', '⟦"phone"⟧'), 'error', 'inside CODE', 'NAME, INPUT');
    expect(countsOf(before)).toEqual({ 'missing-property': 1 });
    expectFix('missing-property', before, 'Move NAME, INPUT into CODE', after);
    expect(fixesOf('missing-property', before).filter(({ preferred }) => preferred)).toHaveLength(1);
    expect(countsOf(after)).toEqual({});
  });

  it('is gathered around VISIBLE, in a checkout too', () => {
    const before = inCheckout(field(`"NAME": "Phone", "VISIBLE": "Y", ${INPUT}`));
    const after = inCheckout(field(`"CODE": { "NAME": "Phone", ${INPUT} }, "VISIBLE": "Y"`));
    expect(countsOf(before)).toEqual({ 'missing-property': 1 });
    expectFix('missing-property', before, 'Move NAME, INPUT into CODE', after);
  });

  it('takes a TYPE along, which then belongs into INPUT', () => {
    const before = inForm(field('"NAME": "Phone", "TYPE": "STRING", "VISIBLE": "Y"'));
    const after = inForm(field('"CODE": { "NAME": "Phone", "TYPE": "STRING" }, "VISIBLE": "Y"'));
    expectFix('missing-property', before, 'Move NAME, TYPE into CODE', after);
    expect(countsOf(after)).toEqual({ 'misplaced-input-type': 1 });
  });

  it('keeps lines and comments', () => {
    const lines = (members: string) => inForm(`"FIELDS": {\n  "phone": {\n    "VISIBLE": "Y",\n    ${members}\n  }\n}`);
    expectFix(
      'missing-property',
      lines(`"NAME": "Phone", // as buyers know it\n    ${INPUT}`),
      'Move NAME, INPUT into CODE',
      lines(`"CODE": {\n      "NAME": "Phone", // as buyers know it\n      ${INPUT}\n    }`),
    );
  });

  it('is none where NAME is that of a setting, or nobody is asked', () => {
    const A = '"A": { "NAME": "a" }';
    expect(countsOf(inForm('"FIELDS": { "a": { "NAME": "A" } }', A))).toMatchObject({ 'unknown-property': 1 });
    expect(countsOf(inIframe(field('"NAME": "Phone"')))).toMatchObject({ 'unknown-property': 1 });
    expect(fixesOf('missing-property', inForm(field('"VISIBLE": "Y"'))).map(({ title }) => title)).toEqual([
      'Add CODE',
    ]);
  });
});

describe('missing-property', () => {
  it('reports each parameter at the opening brace', () => {
    const problems = problemsOf('{ "SORT": 1 }', 'missing-property');
    expect(problems.map(({ message }) => message.split(' ')[0])).toEqual(['NAME', 'CODE', 'SETTINGS']);
    expect(problems.every(({ span, severity }) => span.start === 0 && span.end === 1 && severity === 'error')).toBe(
      true,
    );
  });

  it.each([
    ['CODES', `{ "NAME": "n", "CODE": "c", ⟦"SETTINGS"⟧: { ${FORM} } }`, 'Parameter SETTINGS[CODES] is not defined'],
    ['ACTION_URI', inSettings('"CODES": {}, ⟦"CHECKOUT_DATA"⟧: { "FIELDS": {} }'), 'CHECKOUT_DATA has no ACTION_URI'],
    [
      'ACTION_URI of a mode that is never used',
      inSettings('"CODES": {}, "IFRAME_DATA": { "ACTION_URI": "https://a.test" }, ⟦"FORM_DATA"⟧: { "METHOD": "POST" }'),
      'FORM_DATA has no ACTION_URI',
    ],
    ['CODE of a field', inForm('"FIELDS": { ⟦"phone"⟧: { "VISIBLE": "Y" } }'), 'Field phone has no CODE'],
    ['CODE of a field of a checkout', inCheckout('"FIELDS": { ⟦"phone"⟧: {} }'), 'the buyer gets a form'],
    [
      'CODES in lower-case settings',
      `{ "name": "n", "code": "c", ⟦"settings"⟧: { ${FORM} } }`,
      'SETTINGS has no CODES',
    ],
  ])('reports %s', (_what, marked, words) => {
    expectProblems('missing-property', marked, 'error', words);
  });

  it('is silent on empty modes and on fields of a mode that is never used', () => {
    expectNone('missing-property', inSettings(`"CODES": {}, "IFRAME_DATA": {}, ${FORM}`));
    expectNone(
      'missing-property',
      inSettings(
        `"CODES": {}, ${FORM.replace(' }', ', "FIELDS": { "a": {} } }')}, "IFRAME_DATA": { "ACTION_URI": "https://a.test" }`,
      ),
    );
  });

  it('adds the key, with a tab stop where the editor has them', () => {
    expectFix(
      'missing-property',
      '{ "CODE": "c", "SETTINGS": {} }',
      'Add NAME',
      '{ "CODE": "c", "SETTINGS": {}, "NAME": "" }',
    );
    expectFix(
      'missing-property',
      '{ "NAME": "n", "CODE": "c" }',
      'Add SETTINGS',
      '{ "NAME": "n", "CODE": "c", "SETTINGS": { "CODES": {} } }',
    );
    const [fix] = fixesOf('missing-property', inSettings('"CODES": {}, "CHECKOUT_DATA": { "FIELDS": {} }'));
    expect(fix?.edits.map(({ newText }) => newText)).toEqual([', "ACTION_URI": "https://pay.my-service.com/payment"']);
    expect(fix?.snippet?.map(({ newText }) => newText)).toEqual([
      ', "ACTION_URI": "${1:https://pay.my-service.com/payment}"',
    ]);
    const [code] = fixesOf('missing-property', inForm('"FIELDS": { "a": {} }', '"SHOP_ID": { "NAME": "x" }'));
    expect(code?.snippet?.map(({ newText }) => newText)).toEqual(['"CODE": "${1:SHOP_ID}"']);
  });

  it('renames a misspelt key instead of adding another', () => {
    const before = inSettings('"CODES": {}, "FORM_DATA": { "ACTION_URL": "https://a.test" }');
    expectFix('missing-property', before, 'Rename ACTION_URL to ACTION_URI', before.replace('URL', 'URI'));
    expect(problemsOf(before, 'missing-property')[0]?.related).toHaveLength(1);
    const codes = inSettings(`"codes": {}, ${FORM}`);
    expectFix('missing-property', codes, 'Rename codes to CODES', codes.replace('codes', 'CODES'));
  });
});

describe('unknown-property', () => {
  it.each([
    [
      'a parameter',
      '{ "NAME": "n", "CODE": "c", ⟦"ID"⟧: 5, "SETTINGS": { "CODES": {}, ' + FORM + ' } }',
      'is not sent',
    ],
    [
      'another case inside SETTINGS',
      inSettings(`⟦"codes"⟧: {}, "CODES": {}, ${FORM}`),
      'Nothing reads codes in SETTINGS',
    ],
    [
      'a key of a mode',
      inSettings('"CODES": {}, "FORM_DATA": { ⟦"Action_Uri"⟧: "https://a.test", "METHOD": "POST" }'),
      'write ACTION_URI',
    ],
    ['a key of a code', inCode('⟦"HINT"⟧: "x"'), 'in code A'],
    [
      'a key of a field',
      inForm('"FIELDS": { "a": { "CODE": "A", ⟦"REQUIRED"⟧: "Y" } }', '"A": { "NAME": "a" }'),
      'in field a',
    ],
    [
      'a key of DEFAULT',
      inCode('"DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "1", ⟦"TYPE"⟧: "x" }'),
      'in DEFAULT',
    ],
    ['a near miss in INPUT', inCode('"INPUT": { "TYPE": "STRING", ⟦"REQURED"⟧: "Y" }'), 'Did you mean REQUIRED?'],
    [
      'a near miss in the INPUT of a question',
      inForm('"FIELDS": { "a": { "CODE": { "NAME": "q", "INPUT": { ⟦"type"⟧: "STRING" } }, "VISIBLE": "Y" } }'),
      'write TYPE',
    ],
    [
      'a key in a mode that is never used',
      inSettings(
        `"CODES": {}, ${FORM.replace(' }', ', ⟦"X"⟧: 1 }')}, "IFRAME_DATA": { "ACTION_URI": "https://a.test" }`,
      ),
      'in FORM_DATA',
    ],
  ])('reports %s', (_what, marked, words) => {
    expectProblems('unknown-property', marked, 'warning', words);
  });

  it.each([
    ['undocumented keys that a portal reads', inCode('"PROVIDERS": ["VALUE"], "DOMAINS": "I", "NOT_COMMON": true')],
    ['free attributes of INPUT', inCode('"INPUT": { "TYPE": "STRING", "DATA-X": 1 }')],
    ['free keys', inForm('"FIELDS": { "anything": { "CODE": "xYz" } }', '"xYz": { "NAME": "a" }')],
    ['lower-case parameters', '{ "name": "n", "code": "c", "Sort": 1, "settings": { "CODES": {}, ' + FORM + ' } }'],
  ])('is silent on %s', (_what, text) => {
    expectNone('unknown-property', text);
  });

  it('offers to take out what stands for nothing, but not by itself', () => {
    const before = inSettings(`"CODES": {}, ${FORM}, "LOGO": "x"`);
    expectFix('unknown-property', before, 'Remove LOGO', inSettings(`"CODES": {}, ${FORM}`), false);
    expect(fixAll(parseManifest(before)).text).toBe(before);
  });

  it('knows CURRENCY by its name, though its text is no list yet', () => {
    for (const key of ['Currency', 'CURENCY'])
      expectFix(
        'unknown-property',
        inSettings(`"CODES": {}, ${FORM}, "${key}": "rub"`),
        'Rename to CURRENCY',
        inSettings(`"CODES": {}, ${FORM}, "CURRENCY": "rub"`),
      );
  });

  it.each([
    ['codes', 'CODES', inSettings(`"codes": {}, ${FORM}`)],
    ['ACTION_URL', 'ACTION_URI', inSettings('"CODES": {}, "FORM_DATA": { "ACTION_URL": "https://a.test" }')],
    ['PROVIDER_VALEU', 'PROVIDER_VALUE', inCode('"DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALEU": "1" }')],
    [
      'VALUE',
      'PROVIDER_VALUE',
      inCode('"DEFAULT": { "PROVIDER_KEY": "VALUE", "VALUE": "1" }').replace('"VALUE", "VALUE"', '"INPUT", "VALUE"'),
    ],
    ['FORM', 'FORM_DATA', inSettings('"CODES": {}, "FORM": { "ACTION_URI": "https://a.test" }')],
    ['CURRENCIES', 'CURRENCY', inSettings(`"CODES": {}, "CURRENCIES": ["RUB"], ${FORM}`)],
    ['DEFUALT', 'DEFAULT', inCode('"DEFUALT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "1" }')],
  ])('renames %s to %s', (wrong, right, before) => {
    expectFix('unknown-property', before, `Rename to ${right}`, before.replace(`"${wrong}"`, `"${right}"`));
  });

  it('suggests no key that is there already, or that the value does not fit', () => {
    const titlesOf = (text: string) => fixesOf('unknown-property', text).map(({ title }) => title);
    expect(titlesOf(inSettings(`"codes": {}, "CODES": {}, ${FORM}`))).toEqual(['Remove codes']);
    // Read, this mode would switch the other one off.
    const frame = '{ "ACTION_URI": "https://a.ru" }';
    const [dead, read] = ['iframe_data', 'IFRAME_DATA'].map((key) =>
      inSettings(`"CODES": {}, "${key}": ${frame}, ${FORM}`),
    );
    expectFix('unknown-property', dead ?? '', 'Rename to IFRAME_DATA', read ?? '', false);
    expect(titlesOf(inCode('"PROVIDER_KEY": "VALUE"'))).toEqual(['Remove PROVIDER_KEY']);
    expectNone('unknown-property', '{ "NAME": "n", "CODES": {}, "SETTINGS": { ' + FORM + ' } }');
  });

  it('renames only one of two keys that stand for the same', () => {
    const problems = problemsOf(inSettings(`"codes": {}, "Codes": {}, ${FORM}`), 'unknown-property');
    expect(problems.map(({ data }) => data?.name)).toEqual(['CODES', undefined]);
  });
});

describe('invalid-value', () => {
  it.each([
    ['CLIENT_TYPE', inSettings(`"CODES": {}, "CLIENT_TYPE": ⟦"B2C"⟧, ${FORM}`), 'refuses'],
    ['an empty CLIENT_TYPE', inSettings(`"CODES": {}, "CLIENT_TYPE": ⟦""⟧, ${FORM}`), 'refuses'],
    [
      'METHOD',
      inSettings('"CODES": {}, "FORM_DATA": { "ACTION_URI": "https://a.test", "METHOD": ⟦"PUT"⟧ }'),
      '"GET" or "POST"',
    ],
    ['VISIBLE', inForm('"FIELDS": { "a": { "CODE": "A", "VISIBLE": ⟦"y"⟧ } }', '"A": { "NAME": "a" }'), '"Y" or "N"'],
  ])('reports %s', (_what, marked, words) => {
    expectProblems('invalid-value', marked, 'error', words);
  });

  it('speaks softly of a METHOD that browsers understand all the same', () => {
    expectProblems(
      'invalid-value',
      inForm('"FIELDS": {}').replace('"POST"', '⟦"post"⟧'),
      'information',
      'any letter case',
    );
    expectProblems('invalid-value', inForm('"FIELDS": {}').replace('"POST"', '⟦""⟧'), 'information', 'GET');
  });

  it('is silent on the right values, on null, and in a mode that is never used', () => {
    expectNone('invalid-value', SOUND);
    expectNone('invalid-value', inSettings(`"CODES": {}, "CLIENT_TYPE": null, ${FORM}`));
    expectNone(
      'invalid-value',
      inSettings(`"CODES": {}, ${FORM.replace('POST', 'PUT')}, "IFRAME_DATA": { "ACTION_URI": "https://a.test" }`),
    );
    expectNone('invalid-value', inIframe('"FIELDS": { "a": { "CODE": "A", "VISIBLE": "y" } }', '"A": { "NAME": "a" }'));
  });

  it.each([
    ['"B2C"', '"b2c"', (value: string) => inSettings(`"CODES": {}, "CLIENT_TYPE": ${value}, ${FORM}`)],
    [
      '"yes"',
      '"Y"',
      (value: string) => inForm(`"FIELDS": { "a": { "CODE": "A", "VISIBLE": ${value} } }`, '"A": { "NAME": "a" }'),
    ],
    [
      '"n"',
      '"N"',
      (value: string) => inForm(`"FIELDS": { "a": { "CODE": "A", "VISIBLE": ${value} } }`, '"A": { "NAME": "a" }'),
    ],
    ['"Psot"', '"POST"', (value: string) => inForm('"FIELDS": {}').replace('"POST"', value)],
    [
      '"get"',
      '"GET"',
      (value: string) =>
        inForm('"FIELDS": { "a": { "CODE": "A", "VISIBLE": "Y" } }', '"A": { "NAME": "a" }').replace('"POST"', value),
    ],
  ])('changes %s to %s', (wrong, right, frame) => {
    expectFix('invalid-value', frame(wrong), `Change to ${right}`, frame(right));
  });

  it.each([
    ['"b2g"', ['"b2c"', '"b2b"'], (value: string) => inSettings(`"CODES": {}, "CLIENT_TYPE": ${value}, ${FORM}`)],
    ['"company"', ['"b2c"', '"b2b"'], (value: string) => inSettings(`"CODES": {}, "CLIENT_TYPE": ${value}, ${FORM}`)],
    ['"PUT"', ['"GET"', '"POST"'], (value: string) => inForm('"FIELDS": {}').replace('"POST"', value)],
    ['""', ['"GET"', '"POST"'], (value: string) => inForm('"FIELDS": {}').replace('"POST"', value)],
    [
      '"maybe"',
      ['"Y"', '"N"'],
      (value: string) => inForm(`"FIELDS": { "a": { "CODE": "A", "VISIBLE": ${value} } }`, '"A": { "NAME": "a" }'),
    ],
  ])('leaves it to the writer what %s is to be', (wrong, allowed, frame) => {
    expect(fixesOf('invalid-value', frame(wrong)).map(({ title }) => title)).toEqual(
      allowed.map((value) => `Change to ${value}`),
    );
    for (const value of allowed) expectFix('invalid-value', frame(wrong), `Change to ${value}`, frame(value), false);
  });

  it('says nothing of the case of a GET that makes a plain link: the portal does not mind it there', () => {
    expect(countsOf(inForm('"FIELDS": {}', '', 'get'))).toEqual({ 'direct-link-without-return': 1 });
  });
});
