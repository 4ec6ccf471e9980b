import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver';
import type { ManifestDocument } from '../../server/document/manifest-document.js';
import { contains } from '../../server/features/range.js';
import { selectionRanges } from '../../server/features/selection-ranges.js';
import { marked } from './cursor-marker.js';
import { manifest, textAt } from './range-marks.js';

/** Texts of a chain of ranges, innermost first. */
function texts(document: ManifestDocument, selection: SelectionRange | undefined): string[] {
  return selection ? [textAt(document, selection.range), ...texts(document, selection.parent)] : [];
}

function grown(source: string): string[] {
  const { document, position } = marked(source);
  return texts(document, selectionRanges(document, [position])[0]);
}

describe('selectionRanges', () => {
  it('grow from the value to its property and the objects around it', () => {
    expect(grown('{ "A": { "B": "te|xt", "C": 1 } }')).toEqual([
      'text',
      '"text"',
      '"B": "text"',
      '"B": "text",',
      ' "B": "text", "C": 1 ',
      '{ "B": "text", "C": 1 }',
      '"A": { "B": "text", "C": 1 }',
      ' "A": { "B": "text", "C": 1 } ',
      '{ "A": { "B": "text", "C": 1 } }',
    ]);
  });

  it('start at keys, too, and pass over comments', () => {
    expect(grown('{ // c\n "CO|DE": /* d */ "x", }').slice(0, 4)).toEqual([
      'CODE',
      '"CODE"',
      '"CODE": /* d */ "x"',
      '"CODE": /* d */ "x",',
    ]);
  });

  it('answer each position', () => {
    const document = manifest('["a", "b"]');
    const answers = selectionRanges(document, [
      { line: 0, character: 2 },
      { line: 0, character: 7 },
      { line: 9, character: 9 },
    ]);
    expect(answers.map((answer) => texts(document, answer)[0])).toEqual(['a', 'b', '["a", "b"]']);
  });

  it.each(['{"NAME": "S", "SETTINGS": {"CODES": ', '{"a": [1,2, "b": 3}', '{"NAME": "S" "CODE": }'])(
    'hold one another in the half-typed %s',
    (text) => {
      const document = manifest(text);
      const offsets = Array.from(text, (_, offset) => document.positionAt(offset));
      for (const answer of selectionRanges(document, offsets)) {
        for (let { range, parent } = answer; parent; { range, parent } = parent)
          expect(contains(parent.range, range)).toBe(true);
      }
    },
  );

  it('work in broken and in deeply nested text', () => {
    expect(grown('{ "A": { "B": "te|xt" ').slice(0, 3)).toEqual(['text', '"text"', '"B": "text"']);
    expect(grown('|')).toEqual(['']);
    const position = { line: 0, character: 100_000 };
    expect(selectionRanges(manifest('['.repeat(200_000)), [position])).toEqual([
      { range: { start: position, end: position } },
    ]);
  });
});
