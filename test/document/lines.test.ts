import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lineStarts, offsetAt, positionAt } from '../../server/document/lines.js';
import { randomFrom } from './random.js';

describe('lines', () => {
  it('counts as the Language Server Protocol does, with any line ends', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomFrom(seed);
      const text = Array.from({ length: random.below(40) }, () =>
        random.pick(['a', '😀', 'é', '\n', '\r\n', '\r', '\t']),
      ).join('');
      const reference = TextDocument.create('file:///x', 'json', 0, text);
      const starts = lineStarts(text);
      expect(starts).toHaveLength(reference.lineCount);
      for (let offset = 0; offset <= text.length; offset++) {
        const insideLineEnd = text[offset - 1] === '\r' && text[offset] === '\n';
        if (!insideLineEnd)
          expect(positionAt(starts, offset), `${seed} ${offset}`).toEqual(reference.positionAt(offset));
        expect(offsetAt(starts, text, reference.positionAt(offset))).toBe(
          reference.offsetAt(reference.positionAt(offset)),
        );
      }
    }
  });

  it('clamps positions outside the text', () => {
    const text = 'ab\r\ncd';
    const starts = lineStarts(text);
    expect(offsetAt(starts, text, { line: 0, character: 99 })).toBe(2);
    expect(offsetAt(starts, text, { line: 9, character: 0 })).toBe(6);
    expect(offsetAt(starts, text, { line: -1, character: 5 })).toBe(0);
    expect(offsetAt(starts, text, { line: 1, character: -5 })).toBe(4);
  });
});
