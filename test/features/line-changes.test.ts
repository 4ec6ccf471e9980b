import { describe, expect, it } from 'vitest';
import { lineChanges } from '../../server/features/line-changes.js';
import { applyEdits } from '../../server/rules/apply-edits.js';
import { randomFrom } from '../document/random.js';

/** What is replaced by what. */
const changes = (before: string, after: string): string[] =>
  lineChanges(before, after).map(({ span, newText }) => `${before.slice(span.start, span.end)}>${newText}`);

describe('lineChanges', () => {
  it('touches only the lines that differ', () => {
    expect(changes('a\nb\nc\nd\ne\n', 'a\nB\nc\nd\nE\n')).toEqual(['b\n>B\n', 'e\n>E\n']);
    expect(changes('a\nb\nc', 'a\nc')).toEqual(['b\n>']);
    expect(changes('a\nc', 'a\nb\nc')).toEqual(['>b\n']);
    expect(changes('a\r\nb\r\n', 'a\r\nx\r\nb\r\n')).toEqual(['>x\r\n']);
    expect(changes('same', 'same')).toEqual([]);
    expect(changes('', 'a')).toEqual(['>a']);
  });

  it('gives edits that lead to the new text, and few of them, for random texts', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = randomFrom(seed);
      const lines = Array.from({ length: random.below(30) }, () => random.pick(['a', 'b', 'c', 'd']));
      let steps = 0;
      const changed = lines.flatMap((line) => {
        const luck = random.below(10);
        steps += [1, 1, 2][luck] ?? 0;
        return luck === 0 ? [] : luck === 1 ? [line, 'new'] : luck === 2 ? ['other'] : [line];
      });
      const [before, after] = [lines.join('\n'), changed.join('\n')];
      const edits = lineChanges(before, after);
      expect(applyEdits(before, edits), `seed ${seed}`).toBe(after);
      const count = (text: string): number => text.match(/[^\n]+/g)?.length ?? 0;
      const touched = edits.map(({ span, newText }) => count(before.slice(span.start, span.end)) + count(newText));
      // The last line has no line end, so that line differs whenever another one becomes the last.
      expect(
        touched.reduce((sum, lines) => sum + lines, 0),
        `seed ${seed}`,
      ).toBeLessThanOrEqual(steps + 2);
    }
  });

  it('replaces everything at once when nearly everything differs', () => {
    const before = Array.from({ length: 2000 }, (_, i) => `a${i}`).join('\n');
    const after = Array.from({ length: 2000 }, (_, i) => `b${i}`).join('\n');
    expect(lineChanges(before, after)).toHaveLength(1);
    expect(applyEdits(before, lineChanges(before, after))).toBe(after);
  });
});
