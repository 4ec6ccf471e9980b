import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/rules/apply-edits.js';
import { countsOf, expectFix, expectNone, expectProblems, fixesOf, problemsOf } from './marked.js';
import { inCheckout, inForm, inIframe, inSettings, withUri } from './manifests.js';

const FORM = '"FORM_DATA": { "ACTION_URI": "https://a.test/f", "METHOD": "POST" }';
const CHECKOUT = '"CHECKOUT_DATA": { "ACTION_URI": "https://a.test/c" }';
const IFRAME = '"IFRAME_DATA": { "ACTION_URI": "https://a.test/i" }';

describe('missing-mode', () => {
  it.each(['', '"FORM_DATA": {},', '"FORM_DATA": [], "CHECKOUT_DATA": null, "IFRAME_DATA": "",'])(
    'reports %s',
    (modes) => {
      const { 'missing-mode': count, ...others } = countsOf(inSettings(`${modes} "CODES": {}`));
      expect(count).toBe(1);
      expect(others).toEqual({});
      expectProblems(
        'missing-mode',
        inSettings(`${modes} "CODES": {}`).replace('"SETTINGS"', '⟦"SETTINGS"⟧'),
        'error',
        'refuses',
      );
    },
  );

  it('is silent when a mode is there, even a wrong one', () => {
    expectNone('missing-mode', inSettings(`"CODES": {}, ${FORM}`));
    expect(countsOf(inSettings('"CODES": {}, "FORM_DATA": "x"'))).toEqual({ 'wrong-type': 1 });
    expectNone('missing-mode', '{ "NAME": "n", "CODE": "c" }');
  });

  it('offers each of the three modes, whole, with the codes that it can send', () => {
    const before = `{
  "NAME": "n",
  "CODE": "c",
  "SETTINGS": {
    "CODES": {
      "A": { "NAME": "a" },
      "SECRET_KEY": { "NAME": "s" },
      "MODE": { "NAME": "m", "INPUT": { "TYPE": "ENUM", "OPTIONS": { "T": "t" } } }
    }
  }
}`;
    const after = (mode: string) => before.replace('\n    }\n  }', `\n    },\n    ${mode}\n  }`);
    expectFix(
      'missing-mode',
      before,
      'Add FORM_DATA (Form)',
      after(`"FORM_DATA": {
      "ACTION_URI": "https://pay.my-service.com/payment",
      "METHOD": "POST",
      "FIELDS": {
        "A": { "CODE": "A" }
      }
    }`),
    );
    expectFix(
      'missing-mode',
      before,
      'Add CHECKOUT_DATA (Checkout)',
      after(`"CHECKOUT_DATA": {
      "ACTION_URI": "https://pay.my-service.com/payment",
      "FIELDS": {
        "A": { "CODE": "A" },
        "SECRET_KEY": { "CODE": "SECRET_KEY" },
        "MODE": { "CODE": "MODE" }
      }
    }`),
      false,
    );
    expectFix(
      'missing-mode',
      before,
      'Add IFRAME_DATA (IFrame)',
      after(`"IFRAME_DATA": {
      "ACTION_URI": "https://pay.my-service.com/payment",
      "FIELDS": {
        "A": { "CODE": "A" },
        "MODE": { "CODE": "MODE" }
      }
    }`),
      false,
    );
    const [form] = fixesOf('missing-mode', before);
    expect(form?.snippet?.[0]?.newText).toContain('"ACTION_URI": "${1:https://pay.my-service.com/payment}"');
    expect(form?.snippet?.[0]?.newText).toContain('"A": { "CODE": "A" \\}');
  });

  it('fills an empty mode that is there', () => {
    const before = inSettings('"FORM_DATA": {}, "CODES": {}');
    const [form] = fixesOf('missing-mode', before);
    const after = applyEdits(before, form?.edits ?? []);
    expect(after.match(/FORM_DATA/g)).toHaveLength(1);
    expect(countsOf(after)).toEqual({ 'placeholder-action-uri': 1 });
  });

  it('renames a misspelt mode first', () => {
    const before = inSettings('"CODES": {}, "form_data": { "ACTION_URI": "https://a.test" }');
    expectFix('missing-mode', before, 'Rename form_data to FORM_DATA', before.replace('form_data', 'FORM_DATA'));
    expect(problemsOf(before, 'missing-mode')[0]?.related).toHaveLength(1);
  });
});

describe('shadowed-mode', () => {
  it('reports every mode but the one in force: IFrame before Checkout before Form', () => {
    const problems = expectProblems(
      'shadowed-mode',
      inSettings(`"CODES": {}, ${FORM}, ${IFRAME}, ${CHECKOUT}`).replace(/"(FORM|CHECKOUT)_DATA"/g, '⟦$&⟧'),
      'warning',
      'IFRAME_DATA here',
    );
    expect(problems[0]).toMatchObject({ unnecessary: true, related: [{ message: 'IFrame is the mode in force' }] });
    expectProblems(
      'shadowed-mode',
      inSettings(`"CODES": {}, ${CHECKOUT}, ⟦"FORM_DATA"⟧: { "ACTION_URI": "https://a.test" }`),
    );
  });

  it('is silent beside empty modes', () => {
    expectNone('shadowed-mode', inSettings(`"CODES": {}, ${FORM}, "IFRAME_DATA": {}, "CHECKOUT_DATA": []`));
  });

  it('removes the dead one', () => {
    expectFix(
      'shadowed-mode',
      inSettings(`"CODES": {}, ${FORM}, ${CHECKOUT}`),
      'Remove FORM_DATA',
      inSettings(`"CODES": {}, ${CHECKOUT}`),
    );
  });
});

describe('ignored-property', () => {
  it.each([
    ['CHECKOUT_DATA', 'METHOD', 'always sends POST'],
    ['IFRAME_DATA', 'METHOD', 'postMessage'],
    ['CHECKOUT_DATA', 'PARAMS', 'only FIELDS'],
  ])('reports %s.%s', (mode, key, words) => {
    const value = key === 'PARAMS' ? '{}' : '"POST"';
    expectProblems(
      'ignored-property',
      inSettings(`"CODES": {}, "${mode}": { "ACTION_URI": "https://a.test", ⟦"${key}"⟧: ${value} }`),
      'warning',
      words,
    );
  });

  it('is silent in a form', () => {
    expectNone('ignored-property', inForm('"PARAMS": {}'));
  });

  it('removes it', () => {
    const before = inSettings('"CODES": {}, "CHECKOUT_DATA": { "METHOD": "POST", "ACTION_URI": "https://a.test" }');
    expectFix('ignored-property', before, 'Remove METHOD', before.replace('"METHOD": "POST", ', ''));
  });
});

describe('misplaced-codes', () => {
  it('reports CODES in a mode, and neither the key nor what is missing above', () => {
    const text = inSettings(
      '"FORM_DATA": { "ACTION_URI": "https://a.test", "METHOD": "POST", ⟦"CODES"⟧: { "A": { "NAME": "a" } } }',
    );
    expectProblems('misplaced-codes', text, 'error', 'refuses');
    expect(countsOf(text.replace(/[⟦⟧]/g, ''))).toEqual({ 'misplaced-codes': 1 });
    expectProblems(
      'misplaced-codes',
      inSettings('"CODES": {}, "FORM_DATA": { "ACTION_URI": "https://a.test", ⟦"CODES"⟧: {} }'),
      'error',
      'count for nothing',
    );
  });

  it('moves them up as they are written', () => {
    const before = `{
  "NAME": "n",
  "CODE": "c",
  "SETTINGS": {
    "FORM_DATA": {
      "ACTION_URI": "https://a.test",
      "METHOD": "POST",
      "FIELDS": { "a": { "CODE": "A" } },
      "CODES": {
        "A": { "NAME": "a" }, // the only one
      }
    }
  }
}`;
    const after = `{
  "NAME": "n",
  "CODE": "c",
  "SETTINGS": {
    "FORM_DATA": {
      "ACTION_URI": "https://a.test",
      "METHOD": "POST",
      "FIELDS": { "a": { "CODE": "A" } }
    },
    "CODES": {
      "A": { "NAME": "a" }, // the only one
    }
  }
}`;
    expectFix('misplaced-codes', before, 'Move CODES up to SETTINGS', after);
    expect(countsOf(after)).toEqual({});
  });

  it('adds what those above do not have', () => {
    const form = (codes: string) => `"FORM_DATA": { "ACTION_URI": "https://a.test"${codes} }`;
    expectFix(
      'misplaced-codes',
      inSettings(`"CODES": { "A": {} }, ${form(', "CODES": { "A": 1, "B": {"NAME":"b"} }')}`),
      'Move CODES up to SETTINGS',
      inSettings(`"CODES": { "A": {}, "B": {"NAME":"b"} }, ${form('')}`),
    );
    expectFix(
      'misplaced-codes',
      inSettings(`"CODES": [], ${form(', "CODES": { "B": {} }')}`),
      'Move CODES up to SETTINGS',
      inSettings(`"CODES": { "B": {} }, ${form('')}`),
    );
  });
});

describe('CODES beside SETTINGS', () => {
  const whole = (members: string, settings: string) =>
    `{ "NAME": "n", "CODE": "c", "SETTINGS": { ${settings} }${members} }`;
  const FORM = '"FORM_DATA": { "ACTION_URI": "https://a.test", "METHOD": "POST", "FIELDS": { "a": { "CODE": "A" } } }';
  const A = '"CODES": { "A": { "NAME": "a" } }';

  it('is one report, and moves in', () => {
    const before = whole(`, ${A}`, FORM);
    expectProblems('misplaced-codes', whole(`, ⟦"CODES"⟧: { "A": { "NAME": "a" } }`, FORM), 'error', 'refuses');
    expect(countsOf(before)).toEqual({ 'misplaced-codes': 1 });
    expectFix('misplaced-codes', before, 'Move CODES into SETTINGS', whole('', `${FORM}, ${A}`));
    expectFix(
      'misplaced-codes',
      before.replace('"CODES"', '"codes"'),
      'Move CODES into SETTINGS',
      whole('', `${FORM}, ${A}`),
    );
  });

  it('adds to the CODES that count', () => {
    const before = whole(', "CODES": { "B": {} }', `${A}, ${FORM}`);
    expectProblems('misplaced-codes', whole(', ⟦"CODES"⟧: { "B": {} }', `${A}, ${FORM}`), 'error', 'not sent');
    const after = whole('', `${A.replace(' } }', ' }, "B": {} }')}, ${FORM}`);
    expectFix('misplaced-codes', before, 'Move CODES into SETTINGS', after);
  });

  it('has no fix that loses them', () => {
    const text = `{ "NAME": "n", "CODE": "c", "SETTINGS": [], ${A} }`;
    expectProblems('unknown-property', text.replace('"CODES"', '⟦"CODES"⟧'), 'warning', 'belongs into SETTINGS');
    expect(fixesOf('unknown-property', text)).toEqual([]);
  });
});

describe('a mode beside SETTINGS', () => {
  const form = '"FORM_DATA": { "ACTION_URI": "https://a.test", "METHOD": "POST" }';
  const text = `{ "NAME": "n", "CODE": "c", "SETTINGS": { "CODES": {} }, ${form} }`;

  it('is a missing mode, and moves in', () => {
    expectProblems('missing-mode', text.replace('"FORM_DATA"', '⟦"FORM_DATA"⟧'), 'error', 'belongs into SETTINGS');
    expect(countsOf(text)).toEqual({ 'missing-mode': 1 });
    const after = `{ "NAME": "n", "CODE": "c", "SETTINGS": { "CODES": {}, ${form} } }`;
    expectFix('missing-mode', text, 'Move FORM_DATA into SETTINGS', after);
    expect(fixesOf('missing-mode', text).filter(({ preferred }) => preferred)).toHaveLength(1);
    expect(countsOf(after)).toEqual({});
  });

  it('is not sent where another one works, and moves in only when asked to', () => {
    const both = text.replace('"CODES": {}', '"CODES": {}, "IFRAME_DATA": { "ACTION_URI": "https://a.test" }');
    expect(countsOf(both)).toEqual({ 'unknown-property': 1 });
    const after = both.replace(' }, "FORM', ', "FORM').replace('"POST" } }', '"POST" } } }');
    expectFix('unknown-property', both, 'Move FORM_DATA into SETTINGS', after, false);
  });
});

describe('checkout-without-fields', () => {
  it.each([
    [
      'Checkout',
      inCheckout('', '"A": { "NAME": "a" }').replace(', }', ' }').replace('"CHECKOUT_DATA"', '⟦"CHECKOUT_DATA"⟧'),
    ],
    [
      'IFrame with empty FIELDS',
      inIframe('"FIELDS": {}', '"A": { "NAME": "a" }').replace('"IFRAME_DATA"', '⟦"IFRAME_DATA"⟧'),
    ],
  ])('reports %s, and no unused-code beside it', (_what, marked) => {
    expectProblems('checkout-without-fields', marked, 'information', 'BX_SYSTEM_PARAMS');
    expect(countsOf(marked.replace(/[⟦⟧]/g, ''))).toEqual({ 'checkout-without-fields': 1 });
  });

  it('is silent without CODES, in a form, and in a mode that is never used', () => {
    expectNone('checkout-without-fields', inCheckout('"FIELDS": {}'));
    expectNone('checkout-without-fields', inForm('"FIELDS": {}', '"A": { "NAME": "a" }'));
    expectNone(
      'checkout-without-fields',
      inSettings(
        `"CODES": { "A": {} }, ${CHECKOUT}, ${IFRAME.replace(' }', ', "FIELDS": { "a": { "CODE": "A" } } }')}`,
      ),
    );
  });

  it('adds a field for each code, but no secret to a page in the browser', () => {
    const codes = '"A": { "NAME": "a" }, "SECRET": { "NAME": "b" }';
    expectFix(
      'checkout-without-fields',
      inCheckout('"FIELDS": []', codes),
      'Add FIELDS for the CODES',
      inCheckout('"FIELDS": { "A": { "CODE": "A" }, "SECRET": { "CODE": "SECRET" } }', codes),
    );
    expectFix(
      'checkout-without-fields',
      inIframe('"FIELDS": null', codes),
      'Add FIELDS for the CODES',
      inIframe('"FIELDS": { "A": { "CODE": "A" } }', codes),
    );
  });
});

describe('params-deprecated', () => {
  const codes = '"A": { "NAME": "a" }, "B": { "NAME": "b" }';

  it('reports PARAMS that the portal reads', () => {
    expectProblems('params-deprecated', inForm('⟦"PARAMS"⟧: { "a": "A" }', codes), 'information');
    expectProblems('params-deprecated', inForm('⟦"PARAMS"⟧: { "a": "A" }, "FIELDS": null', codes), 'information');
  });

  it('is silent when it is empty, beside FIELDS, and in a mode that is never used', () => {
    expectNone('params-deprecated', inForm('"PARAMS": {}', codes));
    expectNone('params-deprecated', inForm('"PARAMS": { "a": "A" }, "FIELDS": {}', codes));
    expectNone(
      'params-deprecated',
      inSettings(`"CODES": {}, ${FORM.replace(' }', ', "PARAMS": { "a": "A" } }')}, ${IFRAME}`),
    );
  });

  it('turns them into FIELDS in place', () => {
    expectFix(
      'params-deprecated',
      inForm('"PARAMS": {\n "a": "A", // first\n "b": "B" }', codes),
      'Convert PARAMS to FIELDS',
      inForm('"FIELDS": {\n "a": { "CODE": "A" }, // first\n "b": { "CODE": "B" } }', codes),
    );
    expectFix(
      'params-deprecated',
      inForm('"FIELDS": null, "PARAMS": { "a": "A" }', codes),
      'Convert PARAMS to FIELDS',
      inForm('"FIELDS": { "a": { "CODE": "A" } }', codes),
    );
    const minified = inForm('"PARAMS": { "a": "A" }', codes).replace(/ /g, '');
    expectFix(
      'params-deprecated',
      minified,
      'Convert PARAMS to FIELDS',
      minified.replace('"PARAMS":{"a":"A"}', '"FIELDS":{"a":{"CODE":"A"}}'),
    );
  });

  it('has no fix where a field would lose what a parameter sends', () => {
    const drawn = '"A": { "NAME": "a", "INPUT": { "TYPE": "ENUM", "OPTIONS": { "T": "t" } } }';
    expect(fixesOf('params-deprecated', inForm('"PARAMS": { "a": "A" }', drawn))).toEqual([]);
    expectProblems('params-deprecated', inForm('⟦"PARAMS"⟧: { "a": "A" }', drawn), 'information', 'Keep it for A');
    expect(fixesOf('params-deprecated', inForm('"PARAMS": { "a": "A" }', drawn, 'GET'))).toHaveLength(1);
  });
});

describe('params-ignored', () => {
  const codes = '"A": { "NAME": "a" }, "B": { "NAME": "b" }';

  it.each(['{}', '[]', '{ "b": { "CODE": "B" } }'])('reports PARAMS beside FIELDS %s', (fields) => {
    expectProblems(
      'params-ignored',
      inForm(`"FIELDS": ${fields}, ⟦"PARAMS"⟧: { "a": "A" }`, codes),
      'warning',
      'switches PARAMS off',
    );
  });

  it('is silent when nothing is lost', () => {
    expectNone('params-ignored', inForm('"FIELDS": {}, "PARAMS": {}', codes));
    expectNone('params-ignored', inForm('"FIELDS": null, "PARAMS": { "a": "A" }', codes));
  });

  it('merges what FIELDS does not have, or removes all', () => {
    const before = inForm('"FIELDS": { "b": { "CODE": "B" } }, "PARAMS": { "a": "A", "b": "A" }', codes);
    expectFix(
      'params-ignored',
      before,
      'Merge PARAMS into FIELDS',
      inForm('"FIELDS": { "b": { "CODE": "B" }, "a": { "CODE": "A" } }', codes),
    );
    expectFix('params-ignored', before, 'Remove PARAMS', inForm('"FIELDS": { "b": { "CODE": "B" } }', codes), false);
    expectFix(
      'params-ignored',
      inForm('"FIELDS": [], "PARAMS": { "a": "A" }', codes),
      'Merge PARAMS into FIELDS',
      inForm('"FIELDS": { "a": { "CODE": "A" } }', codes),
    );
  });

  it('prefers to remove when there is nothing to merge', () => {
    const before = inForm('"FIELDS": { "a": { "CODE": "A" } }, "PARAMS": { "a": "A" }', codes);
    expectFix('params-ignored', before, 'Remove PARAMS', inForm('"FIELDS": { "a": { "CODE": "A" } }', codes));
  });
});

describe('the address of a mode that is never used', () => {
  it('must be there, and nothing else of it counts', () => {
    expect(countsOf(inSettings(`"CODES": {}, ${IFRAME}, "FORM_DATA": { "ACTION_URI": "nonsense" }`))).toEqual({
      'shadowed-mode': 1,
    });
    expect(countsOf(inSettings(`"CODES": {}, ${IFRAME}, "FORM_DATA": { "ACTION_URI": "" }`))).toEqual({
      'shadowed-mode': 1,
      'invalid-action-uri': 1,
    });
    expect(countsOf(withUri('"https://a.test"'))).toEqual({});
  });
});
