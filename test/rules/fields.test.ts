import { describe, expect, it } from 'vitest';
import { countsOf, expectFix, expectNone, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inCheckout, inForm, inIframe } from './manifests.js';

const ENUM = '"INPUT": { "TYPE": "ENUM", "OPTIONS": { "T": "t" } }';
const question = (input: string, visible = '"VISIBLE": "Y"') =>
  `"FIELDS": { "a": { "CODE": { "NAME": "q"${input} }${visible === '' ? '' : `, ${visible}`} } }`;
const field = (more = '', code = '"A"') => `"FIELDS": { "a": { "CODE": ${code}${more} } }`;

describe('field-not-drawn', () => {
  it.each([
    [
      'an ENUM setting in a form, hidden as it is',
      inForm(field('', '⟦"A"⟧'), `"A": { "NAME": "a", ${ENUM} }`),
      'warning',
      'error text',
    ],
    [
      'another type',
      inForm(field(', "VISIBLE": "Y"', '⟦"A"⟧'), '"A": { "NAME": "a", "INPUT": { "TYPE": "number" } }'),
      'warning',
      'of type NUMBER',
    ],
    ['a question in a form', inForm(question(', "INPUT": { "TYPE": ⟦"DATE"⟧ }')), 'warning', 'of type DATE'],
    ['an unknown type', inForm(question(', "INPUT": { "TYPE": ⟦"COLOUR"⟧ }')), 'warning', 'COLOUR'],
    ['a question in Checkout', inCheckout(question(', "INPUT": { "TYPE": ⟦"ENUM"⟧ }', '')), 'error', 'for ever'],
  ] as const)('reports %s', (_what, marked, severity, words) => {
    expectProblems('field-not-drawn', marked, severity, words);
    expectNone('buyer-field-hidden', marked.replace(/[⟦⟧]/g, ''));
  });

  it('points to where the type is given', () => {
    const [problem] = problemsOf(inForm(field(), `"A": { "NAME": "a", ${ENUM} }`), 'field-not-drawn');
    expect(problem?.related).toMatchObject([{ message: 'The type is given here' }]);
  });

  it.each([
    ['what is drawn', inForm(field(), '"A": { "NAME": "a", "INPUT": { "TYPE": "Y/N" } }')],
    ['lower case, which the page does not mind', inForm(question(', "INPUT": { "TYPE": "string" }'))],
    ['a setting without INPUT', inForm(field(), '"A": { "NAME": "a" }')],
    ['an undefined code', inForm(field('', '"B"'))],
    ['an ENUM setting in Checkout, which no form needs', inCheckout(field(), `"A": { "NAME": "a", ${ENUM} }`)],
    ['IFrame', inIframe(field(), `"A": { "NAME": "a", ${ENUM} }`)],
    ['a plain link', inForm(field(), `"A": { "NAME": "a", ${ENUM} }`, 'GET')],
    ['PARAMS', inForm('"PARAMS": { "a": "A" }', `"A": { "NAME": "a", ${ENUM} }`)],
  ])('is silent on %s', (_what, text) => {
    expectNone('field-not-drawn', text);
  });
});

describe('buyer-field-hidden', () => {
  it.each([
    ['no VISIBLE in a form', inForm(question('', '').replace('"a"', '⟦"a"⟧')), 'always sent empty'],
    ['N in a form', inForm(question('', '"VISIBLE": ⟦"N"⟧')), 'always sent empty'],
    ['null', inForm(question('', '"VISIBLE": ⟦null⟧')), 'always sent empty'],
    ['Checkout', inCheckout(question('', '').replace('"a"', '⟦"a"⟧')), 'nothing to fill in'],
    [
      'an empty question that came back from a portal',
      inForm('"FIELDS": { ⟦"a"⟧: { "CODE": [] } }'),
      'always sent empty',
    ],
  ])('reports %s', (_what, marked, words) => {
    expectProblems('buyer-field-hidden', marked, 'warning', words);
  });

  it('is silent on shown questions, on settings, in IFrame, and where the value itself is wrong', () => {
    expectNone('buyer-field-hidden', inForm(question('')));
    expectNone('buyer-field-hidden', inForm(field(), '"A": { "NAME": "a" }'));
    expectNone('buyer-field-hidden', inIframe(question('', '')));
    expect(countsOf(inForm(question('', '"VISIBLE": "y"')))).toEqual({ 'invalid-value': 1 });
    expect(countsOf(inForm(question('', '"VISIBLE": true')))).toEqual({ 'wrong-type': 1 });
  });

  it('says whether VISIBLE is to be added or changed', () => {
    const messageOf = (text: string) => problemsOf(text, 'buyer-field-hidden')[0]?.message;
    expect(messageOf(inForm(question('', '')))).toContain('Add "VISIBLE": "Y".');
    expect(messageOf(inForm(question('', '"VISIBLE": "N"')))).toContain('Change VISIBLE to "Y".');
    expect(messageOf(inCheckout(question('', '"VISIBLE": null')))).toContain('Change VISIBLE to "Y".');
  });

  it('leaves names under which no answer arrives to field-name-mangled', () => {
    const named = (name: string) => `"FIELDS": { "${name}": { "CODE": { "NAME": "q" } } }`;
    expect(countsOf(inCheckout(named('a.b')))).toEqual({ 'field-name-mangled': 1 });
    expect(countsOf(inCheckout(named('')))).toEqual({ 'field-name-mangled': 1 });
    // In a form these are two mistakes.
    expect(countsOf(inForm(named('a.b')))).toEqual({ 'field-name-mangled': 1, 'buyer-field-hidden': 1 });
  });

  it('shows it', () => {
    expectFix('buyer-field-hidden', inForm(question('', '')), 'Show the field: VISIBLE "Y"', inForm(question('')));
    expectFix(
      'buyer-field-hidden',
      inForm(question('', '"VISIBLE": "N"')),
      'Show the field: VISIBLE "Y"',
      inForm(question('')),
    );
    expectFix(
      'buyer-field-hidden',
      inForm(question('', '"VISIBLE": null')),
      'Show the field: VISIBLE "Y"',
      inForm(question('')),
    );
  });
});

describe('field-name-mangled', () => {
  const named = (name: string) => `"FIELDS": { "${name}": { "CODE": "A" } }`;
  const A = '"A": { "NAME": "a" }';

  it.each([
    ['order.id', 'order_id'],
    ['order id', 'order_id'],
    ['order[id]', 'order_id'],
    [' id', 'id'],
  ])('reports "%s" and offers %s', (name, better) => {
    expectProblems(
      'field-name-mangled',
      inForm(named(name).replace(/"([^"]*)": \{ "CODE/, '⟦"$1"⟧: { "CODE'), A),
      'warning',
      'in PHP',
    );
    expectFix('field-name-mangled', inForm(named(name), A), `Rename to ${better}`, inForm(named(better), A));
  });

  it('says more of a question in Checkout', () => {
    expectProblems(
      'field-name-mangled',
      inCheckout('"FIELDS": { ⟦"a.b"⟧: { "CODE": { "NAME": "q" }, "VISIBLE": "Y" } }'),
      'warning',
      'for ever',
    );
    expectProblems('field-name-mangled', inCheckout('"FIELDS": { ⟦"a.b"⟧: { "CODE": "A" } }', A), 'warning', 'in PHP');
  });

  it.each([
    [inForm(`"FIELDS": { ⟦""⟧: { "CODE": "A" } }`, A), 'never arrives'],
    [inForm(`"FIELDS": { ⟦""⟧: { "CODE": "A" } }`, A, 'GET'), 'passes over'],
    [inCheckout(`"FIELDS": { ⟦""⟧: { "CODE": "A" } }`, A), 'passes over'],
    [inCheckout(`"FIELDS": { ⟦""⟧: { "CODE": { "NAME": "q" }, "VISIBLE": "Y" } }`), 'for ever'],
  ])('says what becomes of a field without a name: %s', (text, words) => {
    expectProblems('field-name-mangled', text, 'warning', words);
    expect(fixesOf('field-name-mangled', text.replace(/[⟦⟧]/g, ''))).toEqual([]);
  });

  it('looks at the names of PARAMS too, where a portal reads them', () => {
    const params = (name: string) => inForm(`"PARAMS": { "${name}": "A", "ok": "A" }`, A);
    expectProblems('field-name-mangled', params('a.b').replace('"a.b"', '⟦"a.b"⟧'), 'warning', 'in PHP');
    expectFix('field-name-mangled', params('a.b'), 'Rename to a_b', params('a_b'));
    expectProblems('field-name-mangled', params('').replace('"":', '⟦""⟧:'), 'warning', 'never arrives');
    expect(fixesOf('field-name-mangled', inForm('"PARAMS": { "a.b": "A", "a_b": "A" }', A))).toEqual([]);
    expectNone('field-name-mangled', inForm('"FIELDS": {}, "PARAMS": { "a.b": "A" }', A));
    expectNone('field-name-mangled', inCheckout('"PARAMS": { "a.b": "A" }', A));
  });

  it('is silent on plain names, and in IFrame mode, where PHP has no hand', () => {
    expectNone('field-name-mangled', inForm(named('order_id-2:ы]'), A));
    expectNone('field-name-mangled', inIframe(named('a.b'), A));
    expectNone('field-name-mangled', inIframe(named(''), A));
  });

  it('has no fix when the name is taken', () => {
    expect(
      fixesOf('field-name-mangled', inForm('"FIELDS": { "a.b": { "CODE": "A" }, "a_b": { "CODE": "A" } }', A)),
    ).toEqual([]);
  });
});

describe('direct-link-without-return', () => {
  const A = '"A": { "NAME": "a" }';

  it.each(['GET', 'get'])('notes METHOD %s with nothing to fill in', (method) => {
    const text = inForm(field(), A, method);
    expectProblems(
      'direct-link-without-return',
      text.replace(`"${method}"`, `⟦"${method}"⟧`),
      'information',
      'BX_RETURN_URL',
    );
    expectFix('direct-link-without-return', text, 'Change to POST', inForm(field(), A));
    expect(countsOf(text)).toEqual({ 'direct-link-without-return': 1 });
  });

  it('is silent on POST, on no METHOD, and when there is something to fill in', () => {
    expectNone('direct-link-without-return', inForm(field(), A));
    expectNone('direct-link-without-return', inForm(field(), A, ''));
    expectNone('direct-link-without-return', inForm(field(', "VISIBLE": "Y"'), A, 'GET'));
    expectNone('direct-link-without-return', inForm(question('', ''), '', 'GET'));
  });
});

describe('buyer-field-in-iframe', () => {
  it('reports a question', () => {
    expectProblems(
      'buyer-field-in-iframe',
      inIframe('"FIELDS": { "a": { ⟦"CODE"⟧: { "NAME": "q" } } }'),
      'warning',
      'never sent',
    );
  });

  it('is silent on settings and in other modes', () => {
    expectNone('buyer-field-in-iframe', inIframe(field(), '"A": { "NAME": "a" }'));
    expectNone('buyer-field-in-iframe', inCheckout(question('')));
  });
});

describe('visible-without-effect', () => {
  it('reports VISIBLE of any value in IFrame mode, and nothing else of it', () => {
    for (const value of ['"Y"', '"N"', '"y"', 'true', 'null']) {
      const text = inIframe(`"FIELDS": { "a": { "CODE": "A", ⟦"VISIBLE"⟧: ${value} } }`, '"A": { "NAME": "a" }');
      const [problem] = expectProblems('visible-without-effect', text, 'information');
      expect(problem?.unnecessary).toBe(true);
      expect(countsOf(text.replace(/[⟦⟧]/g, ''))).toEqual({ 'visible-without-effect': 1 });
    }
  });

  it('is silent in other modes', () => {
    expectNone('visible-without-effect', inForm(field(', "VISIBLE": "N"'), '"A": { "NAME": "a" }'));
  });

  it('removes it', () => {
    expectFix(
      'visible-without-effect',
      inIframe(field(', "VISIBLE": "Y"'), '"A": {}'),
      'Remove VISIBLE',
      inIframe(field(), '"A": {}'),
    );
  });
});

describe('buyer-can-edit', () => {
  const sent = (key: string, value: string, more = '') =>
    `"A": { "NAME": "a", "DEFAULT": { "PROVIDER_KEY": "${key}", "PROVIDER_VALUE": "${value}" }${more} }`;

  it.each([
    ['PAYMENT', 'ACCOUNT_NUMBER'],
    ['PAYMENT', 'ID'],
    ['PAYMENT', 'SUM'],
    ['ORDER', 'PRICE'],
    ['ORDER', 'SHOULD_PAY'],
    ['ORDER', 'USER_ID'],
    ['USER', 'ID'],
  ])('reports %s.%s', (key, value) => {
    const [problem] = expectProblems(
      'buyer-can-edit',
      inForm(field(', "VISIBLE": ⟦"Y"⟧'), sent(key, value)),
      'warning',
      `${key}.${value}`,
    );
    expect(problem?.related).toMatchObject([{ message: 'A is here' }]);
  });

  it.each([
    ['USER', 'EMAIL'],
    ['PAYMENT', 'PAY_SYSTEM_NAME'],
    ['ORDER', 'USER_DESCRIPTION'],
    ['PROPERTY', 'ID'],
    ['VALUE', 'SUM'],
    ['constructor', 'ID'],
    ['__proto__', 'ID'],
  ])('is silent on %s.%s', (key, value) => {
    expectNone('buyer-can-edit', inForm(field(', "VISIBLE": "Y"'), sent(key, value)));
  });

  it('is silent on hidden fields, on checkboxes, and in other modes', () => {
    expectNone('buyer-can-edit', inForm(field(', "VISIBLE": "N"'), sent('PAYMENT', 'SUM')));
    expectNone('buyer-can-edit', inForm(field(), sent('PAYMENT', 'SUM')));
    expectNone(
      'buyer-can-edit',
      inForm(field(', "VISIBLE": "Y"'), sent('PAYMENT', 'SUM', ', "INPUT": { "TYPE": "Y/N" }')),
    );
    expectNone('buyer-can-edit', inCheckout(field(', "VISIBLE": "Y"'), sent('PAYMENT', 'SUM')));
  });

  it('hides it', () => {
    const text = (visible: string) => inForm(field(`, "VISIBLE": "${visible}"`), sent('PAYMENT', 'SUM'));
    expectFix('buyer-can-edit', text('Y'), 'Hide the field: VISIBLE "N"', text('N'));
  });
});

describe('reserved-field-name', () => {
  const named = (name: string, list = 'FIELDS') =>
    list === 'FIELDS' ? `"FIELDS": { ⟦"${name}"⟧: { "CODE": "A" } }` : `"PARAMS": { ⟦"${name}"⟧: "A" }`;
  const A = '"A": { "NAME": "a" }';

  it.each(['BX_PAYSYSTEM_ID', 'BX_RETURN_URL'])(
    'reports %s in a form, which sends it, and notes it elsewhere',
    (name) => {
      expectProblems('reserved-field-name', inForm(named(name), A), 'error', name, 'can be lost');
      expectProblems('reserved-field-name', inForm(named(name, 'PARAMS'), A), 'error');
      expectProblems('reserved-field-name', inCheckout(named(name), A), 'information', name, 'arrives');
      expectProblems('reserved-field-name', inIframe(named(name), A), 'information');
    },
  );

  it('reports BX_SYSTEM_PARAMS in a checkout and a frame, and BX_COMPUTED_STYLE in a frame', () => {
    expectProblems('reserved-field-name', inForm(named('BX_SYSTEM_PARAMS'), A), 'information');
    expectProblems('reserved-field-name', inCheckout(named('BX_SYSTEM_PARAMS'), A), 'error');
    expectProblems('reserved-field-name', inIframe(named('BX_SYSTEM_PARAMS'), A), 'error');
    expectProblems('reserved-field-name', inForm(named('BX_COMPUTED_STYLE'), A), 'information');
    expectProblems('reserved-field-name', inCheckout(named('BX_COMPUTED_STYLE'), A), 'information');
    expectProblems('reserved-field-name', inIframe(named('BX_COMPUTED_STYLE'), A), 'error');
  });

  it('knows that a plain link has the ID of the payment system, but no address to return to', () => {
    expectProblems('reserved-field-name', inForm(named('BX_PAYSYSTEM_ID'), A, 'GET'), 'error');
    expectProblems('reserved-field-name', inForm(named('BX_RETURN_URL'), A, 'GET'), 'information');
  });

  it('warns of button in a form only', () => {
    expectProblems('reserved-field-name', inForm(named('button'), A), 'warning', 'pay button');
    expectNone('reserved-field-name', inCheckout(named('button'), A).replace(/[⟦⟧]/g, ''));
    expectNone('reserved-field-name', inForm(named('button'), A, 'GET').replace(/[⟦⟧]/g, ''));
  });

  it('is silent on other names, and on PARAMS that are switched off', () => {
    expectNone('reserved-field-name', inForm(named('BX_ORDER'), A).replace(/[⟦⟧]/g, ''));
    expectNone('reserved-field-name', inForm('"FIELDS": {}, "PARAMS": { "button": "A" }', A));
  });
});
