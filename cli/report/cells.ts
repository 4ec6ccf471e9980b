/** Text as a terminal draws it: what counts is columns, not characters. */
import { printable } from './printable.js';

/** One character as a reader sees it. */
export interface Cell {
  readonly text: string;
  /** Columns it takes: 0, 1 or 2; more for a tab. */
  readonly width: number;
  /** Where it stands in the text, end excluded. */
  readonly start: number;
  readonly end: number;
}

const TAB = '    ';
const PLAIN = /^[ -~]*$/;
const NARROW = /^[\uFF61-\uFFDC\uFFE8-\uFFEE]/;
const WIDE =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|.\uFE0F)/u;
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

const segmenter = new Intl.Segmenter();

function widthOfCharacter(text: string): number {
  if (NARROW.test(text)) return 1;
  if (WIDE.test(text)) return 2;
  return INVISIBLE.test(text) ? 0 : 1;
}

/** Splits a line (without its end) into what takes columns. */
export function cells(line: string): Cell[] {
  // Nearly every line; the careful way takes a hundred times longer, which thousands of problems would show.
  if (PLAIN.test(line)) return Array.from(line, (text, start) => ({ text, width: 1, start, end: start + 1 }));
  return Array.from(segmenter.segment(line), ({ segment, index }) => {
    const text = segment === '\t' ? TAB : printable(segment);
    const width = segment === '\t' ? TAB.length : widthOfCharacter(text);
    return { text, width, start: index, end: index + segment.length };
  });
}

/** Columns that cells take together. */
export function widthOf(list: readonly Cell[]): number {
  return list.reduce((sum, { width }) => sum + width, 0);
}

/** As many cells from the front as fit into some columns. */
export function fitting(list: readonly Cell[], columns: number): Cell[] {
  let left = columns;
  const end = list.findIndex(({ width }) => (left -= width) < 0);
  return list.slice(0, end === -1 ? list.length : end);
}
