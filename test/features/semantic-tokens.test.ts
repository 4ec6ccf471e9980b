import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import { SEMANTIC_TOKENS_LEGEND } from '../../server/features/legend.js';
import { semanticTokens } from '../../server/features/semantic-tokens.js';
import { atRange, manifest, textAt } from './range-marks.js';

/** Tokens as `text type.modifiers`, in order; each covers a string with its quotes, which are left out here. */
function tokens(document: ManifestDocument, range?: Range): string[] {
  const { data } = semanticTokens(document, range);
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const literal = textAt(document, { start: { line, character }, end: { line, character: character + length } });
    const [, text] = /^"(.*?)"?$/.exec(literal) ?? [undefined, `not a string: ${literal}`];
    const modifiers = SEMANTIC_TOKENS_LEGEND.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    found.push(`${text} ${[SEMANTIC_TOKENS_LEGEND.tokenTypes[type], ...modifiers].join('.')}`);
  }
  return found;
}

const inForm = (settings: string): string[] => tokens(manifest(`{ "SETTINGS": { ${settings} } }`));

describe('semanticTokens', () => {
  it('shows codes and the fields that send them', () => {
    expect(
      inForm(
        '"CODES": { "A": {}, "B": {} }, "FORM_DATA": { "FIELDS": { "a": { "CODE": "A" }, "x": { "CODE": "X" } } }',
      ),
    ).toEqual([
      'A variable.declaration',
      'B variable.declaration.deprecated',
      'a property',
      'A variable',
      'x property',
      'X variable',
    ]);
  });

  it('strikes off what a portal does not use', () => {
    expect(
      inForm(`"CODES": { "A": {}, "B": {} },
        "FORM_DATA": { "METHOD": "POST", "FIELDS": { "a": { "CODE": "B", "VISIBLE": "Y" } } },
        "CHECKOUT_DATA": { "FIELDS": { "b": { "CODE": "A" } } }`),
    ).toEqual([
      'A variable.declaration',
      'B variable.declaration.deprecated',
      'FORM_DATA property.deprecated',
      'POST enumMember.deprecated',
      'a property.deprecated',
      'B variable.deprecated',
      'Y enumMember.deprecated',
      'b property',
      'A variable',
    ]);
    expect(inForm('"CODES": { "A": {} }, "FORM_DATA": { "FIELDS": {}, "PARAMS": { "a": "A" } }')).toEqual([
      'A variable.declaration.deprecated',
      'a property.deprecated',
      'A variable.deprecated',
    ]);
    expect(inForm('"CODES": { "A": {} }, "FORM_DATA": { "PARAMS": { "a": "A" } }')).toEqual([
      'A variable.declaration',
      'a property',
      'A variable',
    ]);
  });

  it('strikes nothing off when no mode sends fields', () => {
    expect(inForm('"CODES": { "A": {} }')).toEqual(['A variable.declaration']);
    expect(inForm('"CODES": { "A": {} }, "IFRAME_DATA": { "ACTION_URI": "x" }')).toEqual(['A variable.declaration']);
  });

  it('tells the words of the portal from free text', () => {
    expect(
      inForm(`"CLIENT_TYPE": "b2b", "CURRENCY": ["RUB", "Rub"], "CODES": {
        "A": { "GROUP": "PAYMENT", "INPUT": { "TYPE": "Y/N" }, "DEFAULT": { "PROVIDER_VALUE": "SUM", "PROVIDER_KEY": "PAYMENT" } },
        "B": { "NAME": "PAYMENT", "GROUP": "MINE", "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "SUM" } },
        "C": { "DEFAULT": { "PROVIDER_KEY": "ORDER", "PROVIDER_VALUE": "SUM" }, "INPUT": { "TYPE": "TEXT" } },
        "D": { "DEFAULT": { "PROVIDER_KEY": "Y\\\\N", "PROVIDER_VALUE": "Y" } }
      }`),
    ).toEqual([
      'b2b enumMember',
      'RUB enumMember',
      'A variable.declaration',
      'PAYMENT enumMember',
      'Y/N enumMember',
      'SUM enumMember',
      'PAYMENT enumMember',
      'B variable.declaration',
      'VALUE enumMember',
      'C variable.declaration',
      'ORDER enumMember',
      'D variable.declaration',
      'Y\\\\N enumMember.deprecated',
    ]);
  });

  it('counts lines and characters from token to token, over comments and empty names', () => {
    const text = `{ // codes\r\n"settings": { "CODES": { "": {},\r\n  "A": {}, /* b */ "B": {}\r\n}}}`;
    expect(tokens(manifest(text))).toEqual([
      ' variable.declaration',
      'A variable.declaration',
      'B variable.declaration',
    ]);
  });

  it('gives only the tokens of a range', () => {
    const { document, range } = atRange('{ "SETTINGS": { "CODES": {\n"A": {},\n«"B": {},\n"C"»: {},\n"D": {} } } }');
    expect(tokens(document, range)).toEqual(['B variable.declaration', 'C variable.declaration']);
  });

  it('works in broken text', () => {
    const text = '{ "SETTINGS": { "CODES": { "A": { "DEFAULT": { "PROVIDER_KEY": "ORDER", "B" ';
    expect(tokens(manifest(text))).toEqual(['A variable.declaration', 'ORDER enumMember']);
    expect(tokens(manifest('{ "SETTINGS": { "CODES": { "A": {} }, "FORM_DATA": { "PARAMS": { "x": "A'))).toEqual([
      'A variable.declaration',
      'x property',
      'A variable',
    ]);
    expect(tokens(manifest('['.repeat(100_000)))).toEqual([]);
    expect(tokens(manifest(''))).toEqual([]);
  });
});
