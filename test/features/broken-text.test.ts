/** A mistake in the text: what stands elsewhere is completed, explained, coloured and listed as before. */
import type { DocumentSymbol } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { codeLenses } from '../../server/features/code-lens.js';
import { hover } from '../../server/features/hover.js';
import { inlayHints } from '../../server/features/inlay-hints.js';
import { semanticTokens } from '../../server/features/semantic-tokens.js';
import { documentSymbols } from '../../server/features/symbols.js';
import { applied, completions, marked, reader } from './cursor-marker.js';
import { manifest } from './range-marks.js';

const sound = `{
  "NAME": "Shop",
  "CODE": "shop",
  "SETTINGS": {
    "CURRENCY": ["RUB"],
    "FORM_DATA": {
      "ACTION_URI": "https://pay.my-service.com/",
      "METHOD": "POST",
      "FIELDS": {
        "sum": { "CODE": "SUM" },
        "id": { "CODE": "ID", "VISIBLE": "N" }
      }
    },
    "CODES": {
      "SUM": { "NAME": "Amount", "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "SUM" } },
      "ID": { "NAME": "Number" }
    }
  }
}
`;

/** Texts with one mistake, on a line of its own or at the end of one: what a line before it changes to. */
const mistakes: Readonly<Record<string, (text: string) => string>> = {
  'a half-typed key': (text) => text.replace('"POST",\n', '"POST",\n      "PAR\n'),
  'a key without a value': (text) => text.replace('"POST",\n', '"POST",\n      "PARAMS":\n'),
  'a lone quote': (text) => text.replace('"POST",\n', '"POST",\n      "\n'),
  'a missing comma': (text) => text.replace('"POST",', '"POST"'),
  'a missing colon': (text) => text.replace('"METHOD":', '"METHOD"'),
  'a missing quote': (text) => text.replace('"POST"', '"POST'),
  'a list that is not closed': (text) => text.replace('["RUB"]', '["RUB"'),
  'a comma too many': (text) => text.replace('"POST",', '"POST",,'),
  'single quotes': (text) => text.replace('"POST"', "'POST'"),
};

const range = (text: string) => ({ start: { line: 0, character: 0 }, end: manifest(text).positionAt(text.length) });

/** What a feature says, without the places. */
const hints = (text: string) => inlayHints(manifest(text), range(text), reader).map(({ label }) => label);
const tokenCount = (text: string) => semanticTokens(manifest(text)).data.length / 5;
const lenses = (text: string) => codeLenses(manifest(text), {}).map(({ command }) => command?.title);

const pathsOf = (symbols: readonly DocumentSymbol[], above = ''): string[] =>
  symbols.flatMap(({ name, children = [] }) => [`${above}/${name}`, ...pathsOf(children, `${above}/${name}`)]);
const symbolsIn = (text: string) => documentSymbols(manifest(text), reader) as DocumentSymbol[];

describe.each(Object.entries(mistakes))('with %s above', (_, breakText) => {
  const broken = breakText(sound);

  it('codes are offered, and what is taken replaces the same text', () => {
    const cursor = (text: string) => text.replace('"CODE": "SUM"', '"CODE": "S|UM"');
    const sortedLabels = (text: string) => completions(cursor(text)).map(({ label }) => label);
    expect(sortedLabels(broken)).toEqual(sortedLabels(sound));
    const { document } = marked(cursor(broken));
    const [id] = completions(cursor(broken)).filter(({ label }) => label === 'ID');
    expect(id && applied(document, id)).toBe(broken.replace('"CODE": "SUM"', '"CODE": "ID"'));
  });

  it('keys are offered for the object that they belong to', () => {
    const cursor = (text: string) => text.replace('"CODE": "ID", ', '"CODE": "ID", |');
    const offered = (text: string) => completions(cursor(text)).map(({ label }) => label);
    expect(offered(broken)).toEqual(offered(sound));
  });

  it('hovers say the same', () => {
    for (const mark of ['"sum"', '"SUM" }', '"VISIBLE"', '"N"', '"PAYMENT"']) {
      const said = (text: string) => {
        const document = manifest(text);
        const found = hover(document, document.positionAt(text.indexOf(mark) + 1), reader);
        return (
          found && { contents: found.contents, at: document.offsetAt(found.range?.start ?? { line: 0, character: 0 }) }
        );
      };
      expect(said(broken)?.contents).toEqual(said(sound)?.contents);
      expect(said(broken)?.at).toBe(broken.indexOf(mark));
    }
  });

  it('hints stand behind the same fields', () => {
    expect(hints(broken)).toEqual(hints(sound));
    const document = manifest(broken);
    const [first] = inlayHints(document, range(broken), reader);
    expect(first && document.offsetAt(first.position)).toBe(broken.indexOf('"SUM" }') + '"SUM"'.length);
  });

  it('colours, lenses and the outline stay', () => {
    expect(tokenCount(broken)).toBeGreaterThanOrEqual(tokenCount(sound) - 1);
    expect(lenses(broken)).toEqual(lenses(sound));
    expect(pathsOf(symbolsIn(broken))).toEqual(expect.arrayContaining(pathsOf(symbolsIn(sound))));
  });

  it('the outline leads to the places in the text as it stands', () => {
    const document = manifest(broken);
    const find = (
      symbols: readonly DocumentSymbol[],
      [name, ...rest]: readonly string[],
    ): DocumentSymbol | undefined => {
      const symbol = symbols.find((other) => other.name === name);
      return symbol && rest.length > 0 ? find(symbol.children ?? [], rest) : symbol;
    };
    const symbol = find(symbolsIn(broken), ['SETTINGS', 'CODES', 'ID']);
    expect(symbol && document.offsetAt(symbol.selectionRange.start)).toBe(broken.indexOf('"ID": {'));
    expect(symbol && document.offsetAt(symbol.range.end)).toBe(broken.indexOf('{ "NAME": "Number" }') + 20);
  });
});

it('text around a manifest does not hide its outline', () => {
  expect(pathsOf(symbolsIn(`\`\`\`json\n${sound}\`\`\`\n`))).toEqual(pathsOf(symbolsIn(sound)));
  expect(pathsOf(symbolsIn(`const handler = ${sound.trim()};\n`))).toEqual(pathsOf(symbolsIn(sound)));
  expect(pathsOf(symbolsIn(sound.replaceAll('"', "'")))).toEqual(pathsOf(symbolsIn(sound)));
});
