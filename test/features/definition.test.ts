import { describe, expect, it } from 'vitest';
import { definition } from '../../server/features/definition.js';
import { marked } from './cursor-marker.js';
import { textAt, URI } from './range-marks.js';

/** Text that the editor jumps to, and nothing else. */
function target(source: string): string[] {
  const { document, position } = marked(source);
  return definition(document, position, { links: false }).map((location) => {
    if (!('range' in location)) throw new Error('Links were not asked for');
    expect(location.uri).toBe(URI);
    return `${location.range.start.line}: ${textAt(document, location.range)}`;
  });
}

const shop = (fields: string): string => `{
  "SETTINGS": {
    "CODES": {
      "ORDER_ID": { "NAME": "Order" },
      "SUM": { "NAME": "Amount" }
    },
    ${fields}
  }
}`;

describe('definition', () => {
  it('leads from the CODE of a field to the entry of CODES', () => {
    expect(target(shop('"FORM_DATA": { "FIELDS": { "sum": { "CODE": "S|UM" } } }'))).toEqual(['4: "SUM"']);
  });

  it('takes the quotes of the name along', () => {
    expect(target(shop('"FORM_DATA": { "FIELDS": { "sum": { "CODE": |"SUM" } } }'))).toEqual(['4: "SUM"']);
    expect(target(shop('"FORM_DATA": { "FIELDS": { "sum": { "CODE": "SUM"| } } }'))).toEqual(['4: "SUM"']);
  });

  it('leads from PARAMS, in a mode that a portal ignores, too', () => {
    const source = shop('"IFRAME_DATA": { "ACTION_URI": "x" }, "FORM_DATA": { "PARAMS": { "order": "ORD|ER_ID" } }');
    expect(target(source)).toEqual(['3: "ORDER_ID"']);
  });

  it('leads from the key of a field or parameter to the code that it sends', () => {
    expect(target(shop('"FORM_DATA": { "FIELDS": { "s|um": { "CODE": "SUM" } } }'))).toEqual(['4: "SUM"']);
    expect(target(shop('"FORM_DATA": { "PARAMS": { "or|der": "ORDER_ID" } }'))).toEqual(['3: "ORDER_ID"']);
  });

  it('finds the entry itself from its key', () => {
    expect(target(shop('').replace('"SUM"', '"S|UM"'))).toEqual(['4: "SUM"']);
  });

  it('finds nothing for unknown codes, questions to the buyer and other words', () => {
    expect(target(shop('"FORM_DATA": { "FIELDS": { "sum": { "CODE": "S|UMM" } } }'))).toEqual([]);
    expect(target(shop('"FORM_DATA": { "FIELDS": { "sum": { "CODE": { "NAME": "S|UM" } } } }'))).toEqual([]);
    expect(target(shop('"FORM_DATA": { "METHOD": "PO|ST" }'))).toEqual([]);
    expect(target('{ "CODE": "S|UM" }')).toEqual([]);
  });

  it('does not mix up codes that differ in letter case', () => {
    expect(target(shop('"FORM_DATA": { "FIELDS": { "sum": { "CODE": "s|um" } } }'))).toEqual([]);
  });

  it('reads the top level in any letter case, and takes the last of equal keys', () => {
    const source = `{ "settings": { "CODES": {
      "A": { "NAME": "dead" },
      "A": { "NAME": "alive" }
    }, "FORM_DATA": { "FIELDS": { "a": { "CODE": "|A" } } } } }`;
    expect(target(source)).toEqual(['2: "A"']);
  });

  it('works in half-typed text and with comments', () => {
    const source = `{ "SETTINGS": { "FORM_DATA": { "FIELDS": { "a": { "CODE": "|A" } } }, // the form
      "CODES": {
        "A": { "NAME": "x", /* the key */ "DEFAULT": { "PROVIDER_KEY":`;
    expect(target(source)).toEqual(['2: "A"']);
  });

  it('gives links with the whole entry to editors that take them', () => {
    const { document, position } = marked(shop('"FORM_DATA": { "FIELDS": { "sum": { "CODE": "S|UM" } } }'));
    const [link] = definition(document, position, { links: true });
    if (link === undefined || !('targetUri' in link)) throw new Error('Not a link');
    expect(link.targetUri).toBe(URI);
    expect(textAt(document, link.targetRange)).toBe('"SUM": { "NAME": "Amount" }');
    expect(textAt(document, link.targetSelectionRange)).toBe('"SUM"');
    expect(link.originSelectionRange && textAt(document, link.originSelectionRange)).toBe('"SUM"');
  });
});
