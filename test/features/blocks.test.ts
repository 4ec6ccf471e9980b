import { describe, expect, it } from 'vitest';
import { closedBefore, endOfBlock } from '../../server/features/blocks.js';

const MARK = '|';

describe('closedBefore', () => {
  it.each([
    { text: '{"a": {"b": [1]}, "c": {|}}', closed: ['{"b": [1]}'] },
    { text: '[{}, {"a": "}"}, |', closed: ['{}', '{"a": "}"}'] },
    { text: '[ // }\n {/* ] */} |]', closed: ['{/* ] */}'] },
    { text: '{"a": [}, |', closed: ['[}'] },
    { text: '}]{ "a\n{} |', closed: ['{}'] },
    { text: '|{}', closed: [] },
  ])('gives the outermost blocks of $text that are closed', ({ text, closed }) => {
    const sound = text.replace(MARK, '');
    const found = [...closedBefore(sound, text.indexOf(MARK))].map(([start, end]) => sound.slice(start, end));
    expect(found).toEqual(closed);
  });
});

describe('endOfBlock', () => {
  it.each([
    { text: '{"a": ["]", {}]} ]', block: '{"a": ["]", {}]}' },
    { text: '[{]', block: undefined },
    { text: '{"a": 1', block: undefined },
  ])('ends $text', ({ text, block }) => {
    const end = endOfBlock(text, 0);
    expect(end && text.slice(0, end)).toBe(block);
  });
});
