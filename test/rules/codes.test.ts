import { describe, expect, it } from 'vitest';
import { expectFix, expectNone, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inCheckout, inForm, inIframe, inSettings } from './manifests.js';

const A = '"A": { "NAME": "a" }';

describe('unused-code', () => {
  it('reports codes that no field of the mode in force sends, faded', () => {
    const problems = expectProblems(
      'unused-code',
      inForm('"FIELDS": { "a": { "CODE": "A" } }', `${A}, ⟦"B"⟧: { "NAME": "b" }, ⟦"C"⟧: []`),
      'hint',
      'settings.payment.get',
    );
    expect(problems[0]).toMatchObject({ unnecessary: true });
    expectProblems('unused-code', inForm('"PARAMS": { "a": "A" }', `${A}, ⟦"B"⟧: { "NAME": "b" }`));
    expectProblems(
      'unused-code',
      inSettings(
        `"CODES": { ⟦"A"⟧: {} , "B": {} }, "FORM_DATA": { "ACTION_URI": "https://a.test", "FIELDS": { "a": { "CODE": "A" } } }, "IFRAME_DATA": { "ACTION_URI": "https://a.test", "FIELDS": { "b": { "CODE": "B" } } }`,
      ),
    );
    expectProblems('unused-code', inForm('"FIELDS": {}, "PARAMS": { "a": "A" }', A.replace('"A"', '⟦"A"⟧')));
  });

  it('is silent where another rule tells: no FIELDS in Checkout, no mode', () => {
    expectNone('unused-code', inCheckout('"FIELDS": {}', A));
    expectNone('unused-code', inSettings(`"CODES": { ${A} }`));
  });

  it('adds a field, or removes the code', () => {
    const field = (codes: string, fields: string) => inForm(`"FIELDS": { ${fields} }`, codes);
    const other = '"b": { "CODE": "B" }';
    const both = `${A}, "B": { "NAME": "b" }`;
    expectFix(
      'unused-code',
      field(both, other),
      'Add as field of FORM_DATA',
      field(both, `${other}, "A": { "CODE": "A" }`),
      false,
    );
    expectFix('unused-code', field(both, other), 'Remove A', field('"B": { "NAME": "b" }', other), false);
    expectFix(
      'unused-code',
      inForm('"PARAMS": { "A": "B" }', both),
      'Add as field of FORM_DATA',
      inForm('"PARAMS": { "A": "B", "A_2": "A" }', both),
      false,
    );
    expectFix(
      'unused-code',
      inForm('"FIELDS": []', A),
      'Add as field of FORM_DATA',
      inForm('"FIELDS": { "A": { "CODE": "A" } }', A),
      false,
    );
    expectFix(
      'unused-code',
      inForm('"SORT": 1', A),
      'Add as field of FORM_DATA',
      inForm('"SORT": 1, "FIELDS": { "A": { "CODE": "A" } }', A),
      false,
    );
  });

  it('offers no field that would do harm', () => {
    const titles = (text: string) => fixesOf('unused-code', text).map(({ title }) => title);
    const secret = '"SECRET_KEY": { "NAME": "a" }';
    const list = '"MODE": { "NAME": "a", "INPUT": { "TYPE": "ENUM", "OPTIONS": { "T": "t" } } }';
    expect(titles(inForm('"FIELDS": {}', secret))).toEqual(['Remove SECRET_KEY']);
    expect(titles(inForm('"FIELDS": {}', list))).toEqual(['Remove MODE']);
    expect(titles(inForm('"FIELDS": {}', list, 'GET'))).toContain('Add as field of FORM_DATA');
    expect(titles(inIframe('"FIELDS": { "b": { "CODE": "X" } }', secret))).toEqual(['Remove SECRET_KEY']);
    expect(titles(inCheckout('"FIELDS": { "b": { "CODE": "X" } }', secret))).toContain('Add as field of CHECKOUT_DATA');
  });
});

describe('undefined-code', () => {
  it.each([
    ['FIELDS', inForm('"FIELDS": { "a": { "CODE": ⟦"B"⟧ } }', A), 'Code B is not in CODES'],
    ['PARAMS', inForm('"PARAMS": { "a": ⟦"B"⟧ }', A), 'Code B is not in CODES'],
    ['another letter case', inCheckout('"FIELDS": { "a": { "CODE": ⟦"a"⟧ } }', A), 'Did you mean A?'],
    [
      'a slip',
      inIframe('"FIELDS": { "a": { "CODE": ⟦"SHOP_KEYY"⟧ } }', '"SHOP_KEY": { "NAME": "a" }'),
      'Did you mean SHOP_KEY?',
    ],
    ['an empty name in a checkout', inCheckout('"FIELDS": { "a": { "CODE": ⟦""⟧ } }', A), 'the buyer gets a form'],
    ['an empty name', inForm('"FIELDS": { "a": { "CODE": ⟦""⟧ } }', A), 'CODE is empty'],
    ['empty CODES', inForm('"FIELDS": { "a": { "CODE": ⟦"A"⟧ } }'), 'always sent empty'],
    ['what every object has', inForm('"FIELDS": { "a": { "CODE": ⟦"toString"⟧ } }', A), 'toString'],
  ])('reports in %s', (_what, marked, words) => {
    expectProblems('undefined-code', marked, 'error', words);
  });

  it('says it as the newcomer reads it', () => {
    const [problem] = problemsOf(
      inForm('"FIELDS": { "a": { "CODE": "SHOP_KEYY" } }', '"SHOP_KEY": { "NAME": "a" }'),
      'undefined-code',
    );
    expect(problem?.message).toBe(
      'Code SHOP_KEYY is not in CODES, so the field is always sent empty. Did you mean SHOP_KEY?',
    );
    expect(problem?.related).toMatchObject([{ message: 'SHOP_KEY is here' }]);
  });

  it('is silent without CODES, in a mode that is never used, and on questions', () => {
    expectNone(
      'undefined-code',
      inSettings('"FORM_DATA": { "ACTION_URI": "https://a.test", "FIELDS": { "a": { "CODE": "B" } } }'),
    );
    expectNone('undefined-code', inForm('"FIELDS": { "a": { "CODE": { "NAME": "q" }, "VISIBLE": "Y" } }'));
    expectNone('undefined-code', inForm('"FIELDS": {}, "PARAMS": { "a": "B" }'));
    expectNone(
      'undefined-code',
      inSettings(
        '"CODES": {}, "FORM_DATA": { "ACTION_URI": "https://a.test", "FIELDS": { "a": { "CODE": "B" } } }, "IFRAME_DATA": { "ACTION_URI": "https://a.test" }',
      ),
    );
  });

  it('changes the name, or creates the code', () => {
    const codes = '"SHOP_KEY": { "NAME": "a", "SORT": "250" }';
    const before = inForm('"FIELDS": { "a": { "CODE": "SHOP_KEYY" } }', codes);
    expectFix('undefined-code', before, 'Change to SHOP_KEY', before.replace('KEYY', 'KEY'));
    expectFix(
      'undefined-code',
      before,
      'Create code SHOP_KEYY in CODES',
      before.replace(codes, `${codes}, "SHOP_KEYY": { "NAME": "SHOP_KEYY", "SORT": 300 }`),
      false,
    );
    expectFix(
      'undefined-code',
      inForm('"FIELDS": { "a": { "CODE": "A" } }').replace('{  }', '[]'),
      'Create code A in CODES',
      inForm('"FIELDS": { "a": { "CODE": "A" } }').replace('{  }', '{ "A": { "NAME": "A", "SORT": 100 } }'),
      false,
    );
  });

  it('creates no second code that differs in case only', () => {
    const text = inForm('"FIELDS": { "a": { "CODE": "shop_key" } }', '"SHOP_KEY": { "NAME": "a" }');
    expect(fixesOf('undefined-code', text).map(({ title }) => title)).toEqual(['Change to SHOP_KEY']);
  });

  it('leaves codes that stand in the wrong place to misplaced-codes', () => {
    const text = inForm(
      '"FIELDS": { "a": { "CODE": "A" }, "b": { "CODE": ⟦"B"⟧ } }, "CODES": { "A": { "NAME": "a" } }',
      '',
    );
    expectProblems('undefined-code', text, 'error');
  });

  it('compares only so many names when a large manifest is full of wrong ones', () => {
    const names = Array.from({ length: 2000 }, (_, i) => `SOME_LONG_CODE_NAME_${i}`);
    const codes = names.map((name) => `"${name}": { "NAME": "a" }`).join(', ');
    const fields = names.map((name, i) => `"f${i}": { "CODE": "${name}X" }`).join(', ');
    const problems = problemsOf(inForm(`"FIELDS": { ${fields} }`, codes), 'undefined-code');
    expect(problems).toHaveLength(2000);
    // 20,000 comparisons with 2,000 codes each.
    expect(problems.filter(({ message }) => message.includes('Did you mean'))).toHaveLength(10);
    // What the first check has guessed does not make room for more in the second.
    expect(problemsOf(inForm(`"FIELDS": { ${fields} }`, codes), 'undefined-code')).toEqual(problems);
  });
});

describe('code-name-collision', () => {
  it('reports the later of two codes that differ in case, and no style beside it', () => {
    const marked = inForm('"FIELDS": {}', '"SHOP_ID": { "NAME": "a" }, ⟦"Shop_Id"⟧: { "NAME": "b" }, ⟦"shop_id"⟧: {}');
    const problems = expectProblems('code-name-collision', marked, 'error', 'SHOP_ID');
    expect(problems[0]?.related).toMatchObject([{ message: 'SHOP_ID is here' }]);
    expectNone('code-name-style', marked.replace(/[⟦⟧]/g, ''));
  });

  it('is silent on different codes', () => {
    expectNone('code-name-collision', inForm('"FIELDS": {}', '"SHOP_ID": {}, "SHOPID": {}'));
  });
});

describe('code-name-too-long', () => {
  it('reports more than 50 characters', () => {
    expectProblems(
      'code-name-too-long',
      inForm('', `⟦"${'A'.repeat(51)}"⟧: {}, "${'B'.repeat(50)}": {}`).replace(', }', ' }'),
      'error',
      '51',
    );
    expectNone('code-name-style', inForm('"FIELDS": {}', `"${'a'.repeat(51)}": {}`));
  });
});

describe('code-name-style', () => {
  it.each([
    ['shop_id', 'as SHOP_ID'],
    ['apiKey', 'as APIKEY'],
    ['shop-id', 'Use capitals'],
    ['1C_ID', 'Use capitals'],
    ['КОД', 'Use capitals'],
    [' ', 'Use capitals'],
  ])('reports %s', (name, words) => {
    expectProblems('code-name-style', inForm('"FIELDS": {}', `⟦"${name}"⟧: { "NAME": "a" }`), 'hint', words);
  });

  it('warns of an empty name', () => {
    expectProblems(
      'code-name-style',
      inForm('"FIELDS": {}', '⟦""⟧: { "NAME": "a" }'),
      'warning',
      'name of this code is empty',
    );
  });

  it('is silent on capitals', () => {
    expectNone('code-name-style', inForm('"FIELDS": {}', '"SHOP_ID_2": {}, "X": {}'));
  });

  it('renames it everywhere, dead modes included', () => {
    const text = (name: string) =>
      inSettings(
        `"CODES": { "${name}": { "NAME": "shop_id" } }, "FORM_DATA": { "ACTION_URI": "https://a.test", "PARAMS": { "shop_id": "${name}" }, "FIELDS": { "x": { "CODE": "${name}" } } }, "CHECKOUT_DATA": { "ACTION_URI": "https://a.test", "FIELDS": { "shop_id": { "CODE": "${name}" } } }`,
      );
    expectFix('code-name-style', text('shop_id'), 'Rename to SHOP_ID everywhere', text('SHOP_ID'));
    expectFix('code-name-style', text('shop-id'), 'Rename to SHOP_ID everywhere', text('SHOP_ID'), false);
  });

  it('has no fix when the name is taken or there is none', () => {
    expect(fixesOf('code-name-style', inForm('"FIELDS": {}', '"shop-id": {}, "SHOP_ID": {}'))).toEqual([]);
    expect(fixesOf('code-name-style', inForm('"FIELDS": {}', '"КОД": {}'))).toEqual([]);
  });
});

describe('code-without-name', () => {
  it('reports no NAME, null and an empty one', () => {
    expectProblems(
      'code-without-name',
      inForm('"FIELDS": {}', '⟦"A"⟧: {}, ⟦"B"⟧: []'),
      'information',
      'sees the code itself',
    );
    expectProblems('code-without-name', inForm('"FIELDS": {}', '⟦"A"⟧: { "NAME": null }'), 'information');
    expectProblems('code-without-name', inForm('"FIELDS": {}', '"A": { "NAME": ⟦" "⟧ }'), 'information', 'is empty');
  });

  it('is silent on a name, and on one of another type', () => {
    expectNone('code-without-name', inForm('"FIELDS": {}', '"A": { "NAME": "a" }, "B": { "NAME": 5 }'));
  });
});
