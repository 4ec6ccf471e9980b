import { describe, expect, it } from 'vitest';
import { excerpt } from '../../cli/report/excerpt.js';
import { parseManifest } from '../../server/document/parse.js';

/** The excerpt of a text whose marked range stands between « and ». */
function excerptOf(marked: string, columns = 60): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const document = parseManifest(marked.replace(/[«»]/g, ''));
  const { line, marker } = excerpt(document, { start, end }, columns);
  return [line, marker];
}

describe('excerpt', () => {
  it('marks the range', () => {
    expect(excerptOf('{\n  "A": «"b"»,\n}')).toEqual(['  "A": "b",', '       ^^^']);
  });

  it('marks the first line of a range of several', () => {
    expect(excerptOf('{ "A": «{\r\n  "B": 1\r\n}» }')).toEqual(['{ "A": {', '       ^']);
  });

  it.each(['«»', '{«»', '{«»\n}', '{\n«»'])('marks an empty range with one sign: %j', (text) => {
    expect(excerptOf(text)[1]?.trim()).toBe('^');
  });

  it('counts a tab as four columns', () => {
    expect(excerptOf('\t"A":\t«1»')).toEqual(['    "A":    1', '            ^']);
  });

  it('counts wide characters as two columns, combining ones as none', () => {
    expect(excerptOf('"支付 🙂": «1»')).toEqual(['"支付 🙂": 1', '           ^']);
    expect(excerptOf('"e\u0301": «"支"»')).toEqual(['"e\u0301": "支"', '     ^^^^']);
  });

  it('shows control characters as symbols', () => {
    expect(excerptOf('"\u001b[31m" «1»')).toEqual(['"␛[31m" 1', '        ^']);
  });

  it('cuts a long line around the marker', () => {
    const [line = '', marker = ''] = excerptOf(`${'a'.repeat(500)}«bbb»${'c'.repeat(500)}`, 40);
    expect(line).toBe(`…${'a'.repeat(20)}bbb${'c'.repeat(17)}…`);
    expect(line.slice(marker.indexOf('^'), marker.length)).toBe('bbb');
  });

  it('cuts a long marker', () => {
    const [line = '', marker = ''] = excerptOf(`{ "A": «${'b'.repeat(500)}» }`, 40);
    expect(line.length).toBe(41);
    expect(marker).toBe(`       ${'^'.repeat(33)}`);
  });
});
