import { describe, expect, it } from 'vitest';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import { inlayHints } from '../../server/features/inlay-hints.js';
import { reader } from './cursor-marker.js';
import { atRange, manifest, withEdits } from './range-marks.js';

const whole = (document: ManifestDocument) => ({
  start: { line: 0, character: 0 },
  end: document.positionAt(document.text.length),
});

/** The text with its hints in it, as an editor shows it. */
function shown(document: ManifestDocument, range = whole(document)): string {
  const hints = inlayHints(document, range, reader);
  const edits = hints.map(({ position, label, paddingLeft }) => {
    if (typeof label !== 'string') throw new Error('The hint has parts.');
    return { range: { start: position, end: position }, newText: (paddingLeft ? ' ' : '') + label };
  });
  return withEdits(document, edits);
}

/** The hint of a field that sends a code with this entry; empty when there is none. */
function hintFor(entry: string, code = 'A'): string {
  const text = (hint: string) =>
    `{ "SETTINGS": { "CODES": { ${JSON.stringify(code)}: ${entry} }, "FORM_DATA": { "FIELDS": { "x": { "CODE": ${JSON.stringify(code)}${hint} } } } } }`;
  const [before = '', after = ''] = text('|').split('|');
  const result = shown(manifest(text('')));
  expect(result.startsWith(before) && result.endsWith(after)).toBe(true);
  return result.slice(before.length, result.length - after.length).trim();
}

describe('inlayHints', () => {
  it('shows the source behind each field and parameter, in every mode', () => {
    const text = `{
  // the top level in small letters, as a portal takes it, too
  "settings": {
    "IFRAME_DATA": { "FIELDS": { "paymentId": { "CODE": "ID" /* number */ }, "lost": { "CODE": "LOST" } } },
    "CHECKOUT_DATA": { "FIELDS": {
      "phone": { "CODE": { "NAME": "Phone", "INPUT": { "TYPE": "STRING" } }, "VISIBLE": "Y" },
      "key": { "CODE": "KEY" }
    } },
    "FORM_DATA": { "PARAMS": { "id": "ID", "key": "KEY" } },
    "CODES": {
      "ID": { "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "ACCOUNT_NUMBER" } },
      "KEY": { "NAME": "Key", "INPUT": { "TYPE": "STRING" } },
    },
  },
}`;
    expect(shown(manifest(text))).toBe(
      text
        .replaceAll(/"CODE": "ID"|"id": "ID"/g, '$& ← PAYMENT.ACCOUNT_NUMBER')
        .replaceAll(/"CODE": "KEY"|"key": "KEY"/g, '$& ← settings')
        .replace('"STRING" } }, "VISIBLE"', '"STRING" } } ← buyer, "VISIBLE"'),
    );
  });

  it.each([
    ['{ "DEFAULT": { "PROVIDER_KEY": "ORDER", "PROVIDER_VALUE": "ID" } }', '← ORDER.ID'],
    ['{ "DEFAULT": { "PROVIDER_KEY": "PROPERTY", "PROVIDER_VALUE": "12" } }', '← PROPERTY.12'],
    ['{ "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "b2c" } }', '← "b2c"'],
    [
      '{ "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "Line\\none, and one more, and another" } }',
      '← "Line one, and one more, and a…"',
    ],
    ['{ "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "sk_live_abcdefgh" } }', '← "•••"'],
    ['{ "NAME": "Secret key", "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "abc" } }', '← "•••"'],
    ['{ "NAME": "Secret key", "DEFAULT": { "PROVIDER_KEY": "USER", "PROVIDER_VALUE": "ID" } }', '← USER.ID'],
    ['{}', '← settings'],
    ['{ "INPUT": { "TYPE": "Y/N" } }', '← settings'],
    ['{ "DEFAULT": { "PROVIDER_KEY": "ORDER" } }', '← settings'],
    ['{ "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "0" } }', '← settings'],
    ['{ "DEFAULT": { "PROVIDER_KEY": "sk_live_abcdefgh", "PROVIDER_VALUE": "x" } }', ''],
    ['{ "DEFAULT": { "PROVIDER_KEY": "__proto__", "PROVIDER_VALUE": "x" } }', ''],
    ['"not an object"', ''],
  ])('of %s shows %s', (entry, hint) => {
    expect(hintFor(entry)).toBe(hint);
  });

  it('shows a buyer only where an answer can come', () => {
    const question = (type: string, more: string) => `{ "CODE": { "INPUT": { "TYPE": "${type}" } }${more} }`;
    const hintsOf = (mode: string, field: string) => {
      const document = manifest(`{ "SETTINGS": { "${mode}": { "FIELDS": { "phone": ${field} } } } }`);
      return inlayHints(document, whole(document), reader).map(({ label }) => label);
    };
    const visible = ', "VISIBLE": "Y"';
    expect(hintsOf('FORM_DATA', question('STRING', visible))).toEqual(['← buyer']);
    expect(hintsOf('CHECKOUT_DATA', question('Y/N', visible))).toEqual(['← buyer']);
    expect(hintsOf('FORM_DATA', question('STRING', ''))).toEqual([]);
    expect(hintsOf('CHECKOUT_DATA', question('NUMBER', visible))).toEqual([]);
    expect(hintsOf('IFRAME_DATA', question('STRING', visible))).toEqual([]);
  });

  it('knows a secret by its code', () => {
    const literal = '{ "DEFAULT": { "PROVIDER_KEY": "VALUE", "PROVIDER_VALUE": "abc" } }';
    expect(hintFor(literal, 'API_TOKEN')).toBe('← "•••"');
    expect(hintFor(literal, 'TOKEN_URL')).toBe('← "abc"');
  });

  it('gives only the hints of the range that is asked for', () => {
    const { document, range } = atRange(`{ "SETTINGS": { "CODES": { "A": {} }, "FORM_DATA": { "FIELDS": {
      "a": { "CODE": "A" },
«      "b": { "CODE": "A" },
      "c": { "CODE": "A"» },
      "d": { "CODE": "A" } } } } }`);
    expect(inlayHints(document, range, reader).map(({ position }) => position.line)).toEqual([2, 3]);
  });

  it('says what the code is called and what the value looks like', () => {
    const document = manifest(`{ "SETTINGS": {
      "CODES": { "SUM": { "NAME": "Amount <b>", "DEFAULT": { "PROVIDER_KEY": "PAYMENT", "PROVIDER_VALUE": "SUM" } } },
      "FORM_DATA": { "FIELDS": { "s": { "CODE": "SUM" }, "q": { "CODE": { "NAME": "Your phone" }, "VISIBLE": "Y" } } } } }`);
    const [sum, question] = inlayHints(document, whole(document), reader);
    expect(sum?.tooltip).toEqual({
      kind: 'markdown',
      value: '**SUM: Amount \\<b\\>**\n\nAmount of this payment. Sent as a string.\n\nFor example: `1990.00`',
    });
    expect(question?.tooltip).toEqual({
      kind: 'markdown',
      value: '**Your phone**\n\nThe buyer is asked for this value.',
    });
    const [plain] = inlayHints(document, whole(document), { ...reader, markdownInHover: false });
    expect(plain?.tooltip).toMatchObject({ kind: 'plaintext' });
  });

  it('takes broken text as far as it can be read', () => {
    const text =
      '{ "SETTINGS": { "CODES": { "A": {} }, "FORM_DATA": { "FIELDS": { "a": { "CODE": "A" }, "b": { "CODE": "A';
    expect(shown(manifest(text))).toContain('"A" ← settings }');
    expect(shown(manifest('{ "SETTINGS": { "FORM_DATA": { "FIELDS": [1, '))).not.toContain('←');
    expect(shown(manifest(''))).toBe('');
  });
});
