import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../schemas/record.js';
import { parseManifest } from '../../server/document/parse.js';
import { applyEdits, overlap } from '../../server/rules/apply-edits.js';
import { fix, placeholder } from '../../server/rules/fix.js';
import { insertCopy, insertMembers, setMember } from '../../server/rules/insert.js';
import { removeMember, renameKey } from '../../server/rules/remove.js';

const inserted = (text: string, path: string[], members: JsonObject): string =>
  applyEdits(text, insertMembers(parseManifest(text), path, members));
const removed = (text: string, ...path: string[]): string => applyEdits(text, removeMember(parseManifest(text), path));

describe('applyEdits', () => {
  const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });

  it('applies edits in any order, insertions at one place in the order given', () => {
    expect(
      applyEdits('abcdef', [edit(4, 5, ''), edit(1, 2, 'X'), edit(6, 6, '!'), edit(0, 0, '1'), edit(0, 0, '2')]),
    ).toBe('12aXcdf!');
    expect(applyEdits('abc', [])).toBe('abc');
  });

  it('refuses edits that overlap', () => {
    expect(overlap([edit(0, 3, ''), edit(2, 4, '')])).toBe(true);
    expect(overlap([edit(0, 3, ''), edit(3, 4, ''), edit(3, 3, 'x')])).toBe(false);
    expect(() => applyEdits('abcd', [edit(0, 3, ''), edit(2, 4, '')])).toThrow('overlap');
  });
});

describe('insertMembers', () => {
  it.each([
    ['on lines of their own', '{\n  "A": 1\n}', '{\n  "A": 1,\n  "B": { "C": 2 }\n}'],
    ['with tabs and CRLF', '{\r\n\t"A": 1\r\n}', '{\r\n\t"A": 1,\r\n\t"B": { "C": 2 }\r\n}'],
    ['after a trailing comma', '{\n  "A": 1,\n}', '{\n  "A": 1,\n  "B": { "C": 2 },\n}'],
    ['after a comment', '{\n  "A": 1 // note\n}', '{\n  "A": 1, // note\n  "B": { "C": 2 }\n}'],
    ['after a trailing comma and a comment', '{\n  "A": 1, // note\n}', '{\n  "A": 1, // note\n  "B": { "C": 2 },\n}'],
    ['on the same line', '{ "A": 1 }', '{ "A": 1, "B": { "C": 2 } }'],
    ['in one line without blanks', '{"A":1}', '{"A":1,"B":{"C":2}}'],
    ['into an empty object', '{}', '{"B":{"C":2}}'],
    ['into an empty object on two lines', '{\n}', '{\n  "B": { "C": 2 }\n}'],
    [
      'into an object with nothing but a comment',
      '{\n  // nothing yet\n}',
      '{\n  "B": { "C": 2 }\n  // nothing yet\n}',
    ],
  ])('adds members %s', (_what, before, after) => {
    expect(inserted(before, [], { B: { C: 2 } })).toBe(after);
  });

  it('indents as the text does', () => {
    const before = '{\n    "A": {},\n    "Z": 1\n}';
    const after =
      '{\n    "A": {\n        "B": {\n            "C": [\n                {}\n            ]\n        }\n    },\n    "Z": 1\n}';
    expect(inserted(before, ['A'], { B: { C: [{}] } })).toBe(after);
  });

  it('makes an object of an empty list, and nothing of other values', () => {
    expect(inserted('{"A":[]}', ['A'], { B: 1 })).toBe('{"A":{"B":1}}');
    expect(insertMembers(parseManifest('{"A":[1]}'), ['A'], { B: 1 })).toEqual([]);
    expect(insertMembers(parseManifest('{"A":1}'), ['X'], { B: 1 })).toEqual([]);
  });
});

describe('setMember', () => {
  it('replaces what is there, or adds it', () => {
    const set = (text: string) => applyEdits(text, setMember(parseManifest(text), ['A'], 'B', 'x'));
    expect(set('{ "A": { "B": null } }')).toBe('{ "A": { "B": "x" } }');
    expect(set('{ "A": { "C": 1 } }')).toBe('{ "A": { "C": 1, "B": "x" } }');
  });
});

describe('insertCopy', () => {
  it('copies text with its comments, at the new indentation', () => {
    const text = '{\n  "A": {\n    "B": {\n      "C": 1 // one\n    }\n  },\n  "Z": 1\n}';
    const after =
      '{\n  "A": {\n    "B": {\n      "C": 1 // one\n    }\n  },\n  "Z": 1,\n  "B": {\n    "C": 1 // one\n  }\n}';
    expect(applyEdits(text, insertCopy(parseManifest(text), [], [{ key: 'B', from: ['A', 'B'] }]))).toBe(after);
  });
});

describe('removeMember', () => {
  it.each([
    ['the first on its line', '{\n  "A": 1,\n  "B": 2\n}', '{\n  "B": 2\n}'],
    ['with its comment kept', '{\n  "A": 1, // a\n  "B": 2\n}', '{\n  // a\n  "B": 2\n}'],
    ['inside a line', '{ "A": 1, "B": 2 }', '{ "B": 2 }'],
    ['the only one', '{ "A": 1 }', '{  }'],
    ['the only one on its line', '{\n  "A": 1\n}', '{\n}'],
    ['with CRLF', '{\r\n  "A": 1,\r\n  "B": 2\r\n}', '{\r\n  "B": 2\r\n}'],
    ['twice when it stands twice', '{ "A": 1, "B": 2, "A": 3 }', '{ "B": 2 }'],
  ])('removes %s', (_what, before, after) => {
    expect(removed(before, 'A')).toBe(after);
  });

  it.each([
    ['the last', '{\n  "A": 1,\n  "B": 2\n}', '{\n  "A": 1\n}'],
    ['the last with a trailing comma', '{\n  "A": 1,\n  "B": 2,\n}', '{\n  "A": 1,\n}'],
    ['the last behind a comment', '{\n  "A": 1, // a\n  "B": 2\n}', '{\n  "A": 1 // a\n}'],
    ['the last before a comment', '{\n  "A": 1,\n  "B": 2 // b\n}', '{\n  "A": 1 // b\n}'],
  ])('removes %s', (_what, before, after) => {
    expect(removed(before, 'B')).toBe(after);
  });

  it('removes items of lists, and nothing where there is nothing', () => {
    const text = '{ "A": [1, 2, 3] }';
    expect(applyEdits(text, removeMember(parseManifest(text), ['A', 1]))).toBe('{ "A": [1, 3] }');
    expect(removeMember(parseManifest(text), ['X'])).toEqual([]);
    expect(removeMember(parseManifest(text), [])).toEqual([]);
  });
});

describe('renameKey', () => {
  it('changes the key that counts and drops the others', () => {
    const text = '{ "A": 1, "B": 2, "A": 3 }';
    expect(applyEdits(text, renameKey(parseManifest(text), ['A'], 'C'))).toBe('{ "B": 2, "C": 3 }');
  });
});

describe('fix', () => {
  const edits = (newText: string) => [{ span: { start: 0, end: 0 }, newText }];

  it('gives plain text and a snippet', () => {
    expect(fix('x', edits(`{ "A": "${placeholder('a$}\\')}", "B": "${placeholder()}" }`))).toEqual([
      {
        title: 'x',
        edits: edits('{ "A": "a$}\\", "B": "" }'),
        snippet: edits('{ "A": "${1:a\\$\\}\\\\}", "B": "${2}" \\}'),
      },
    ]);
  });

  it('gives no snippet without tab stops, and no fix without edits', () => {
    expect(fix('x', edits('$'), { preferred: true })).toEqual([{ title: 'x', edits: edits('$'), preferred: true }]);
    expect(fix('x', [])).toEqual([]);
  });
});
