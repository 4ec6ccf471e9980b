import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkManifest } from '../../server/check.js';
import { suppression } from '../../server/features/suppress.js';
import { applyEdits } from '../../server/rules/apply-edits.js';
import { manifest } from './range-marks.js';

/** The text after the first problem of a code was silenced; undefined when it cannot be. */
function silenced(text: string, code: string): string | undefined {
  const document = manifest(text);
  const problem = checkManifest(document).find((found) => found.code === code);
  if (problem === undefined) throw new Error(`There is no ${code}.`);
  const edit = suppression(document, problem);
  return edit && applyEdits(text, [edit]);
}

describe('suppression', () => {
  it('puts a comment on a line of its own above, indented like the line', () => {
    expect(silenced('{\n\t"NAME": "a",\n\t"OTHER": 1\n}', 'unknown-property')).toBe(
      '{\n\t"NAME": "a",\n\t// b24pay-ignore unknown-property\n\t"OTHER": 1\n}',
    );
    expect(silenced('{\r\n  "OTHER": 1\r\n}', 'unknown-property')).toBe(
      '{\r\n  // b24pay-ignore unknown-property\r\n  "OTHER": 1\r\n}',
    );
  });

  it('works in a text of one line, and keeps a byte order mark first', () => {
    expect(silenced('{"OTHER":1}', 'unknown-property')).toBe('// b24pay-ignore unknown-property\n{"OTHER":1}');
    expect(silenced('\uFEFF{"OTHER":1}', 'unknown-property')).toBe(
      '\uFEFF// b24pay-ignore unknown-property\n{"OTHER":1}',
    );
  });

  it.each([
    ['// b24pay-ignore empty-name', '// b24pay-ignore empty-name, unknown-property'],
    ['// b24pay-ignore', '// b24pay-ignore unknown-property'],
    ['/* b24pay-ignore empty-name, empty-code */', '/* b24pay-ignore empty-name, empty-code, unknown-property */'],
    ['"NAME": "", // b24pay-ignore empty-code', '"NAME": "", // b24pay-ignore empty-code, unknown-property'],
    ['/*\n b24pay-ignore empty-name\n two */', '/*\n b24pay-ignore empty-name, unknown-property\n two */'],
    ['// b24pay-ignore empty-name -- why', '// b24pay-ignore empty-name, unknown-property -- why'],
    ['// b24pay-ignore empty-name: why', '// b24pay-ignore empty-name, unknown-property: why'],
    ['// b24pay-ignore empty-name\n  // why', '// b24pay-ignore empty-name, unknown-property\n  // why'],
  ])('adds the code to the comment above: %s', (before, after) => {
    expect(silenced(`{\n  ${before}\n  "OTHER": 1\n}`, 'unknown-property')).toBe(`{\n  ${after}\n  "OTHER": 1\n}`);
  });

  it('leaves other comments alone', () => {
    expect(silenced('{\n  // why\n  "OTHER": 1\n}', 'unknown-property')).toBe(
      '{\n  // why\n  // b24pay-ignore unknown-property\n  "OTHER": 1\n}',
    );
    expect(silenced('{\n  // b24pay-ignore empty-name\n\n  "OTHER": 1\n}', 'unknown-property')).toBe(
      '{\n  // b24pay-ignore empty-name\n\n  // b24pay-ignore unknown-property\n  "OTHER": 1\n}',
    );
  });

  it.each(['// see b24pay-ignore empty-name', '// b24pay-ignore-file empty-name'])(
    'leaves comments alone that only look like one: %s',
    (comment) => {
      expect(silenced(`{\n  ${comment}\n  "OTHER": 1\n}`, 'unknown-property')).toBe(
        `{\n  ${comment}\n  // b24pay-ignore unknown-property\n  "OTHER": 1\n}`,
      );
    },
  );

  it('has no place where a comment goes on from the line above', () => {
    expect(silenced('{\n  /* a\n  b */ "OTHER": 1\n}', 'unknown-property')).toBeUndefined();
  });

  it('is not there for what cannot be silenced', () => {
    expect(silenced('{"NAME": "a"', 'json-syntax')).toBeUndefined();
    expect(silenced('// b24pay-ignore nonsense\n{}', 'unknown-suppression')).toBeUndefined();
    expect(silenced('// b24pay-ignore empty-name\n{}', 'unused-suppression')).toBeUndefined();
  });

  const folder = new URL('../fixtures/manifests/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.b24pay.json'));

  it.each(names)('silences every problem of %s, one after the other', (name) => {
    let text = readFileSync(new URL(name, folder), 'utf8');
    for (let left = checkManifest(manifest(text)).length; left > 0; left--) {
      const document = manifest(text);
      const [problem] = checkManifest(document);
      if (problem === undefined) break;
      const edit = suppression(document, problem);
      if (edit === undefined) throw new Error(`${problem.code} cannot be silenced.`);
      text = applyEdits(text, [edit]);
    }
    expect(checkManifest(manifest(text))).toEqual([]);
  });
});
