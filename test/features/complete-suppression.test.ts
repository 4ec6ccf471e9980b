/** Completion in comments that silence a rule. */
import { expect, test } from 'vitest';
import { accepted, completions, labels } from './cursor-marker.js';

/** A manifest whose OTHER nobody reads and whose NAME is empty, with a comment above each. */
const shop = (above: string, beside = '') =>
  `{\n  ${above}\n  "OTHER": 1,${beside}\n  "NAME": "",\n  "CODE": "shop"\n}`;

test('the codes of the line below come first, with what they are about', () => {
  const [first, second] = completions(shop('// b24pay-ignore |'));
  expect(first).toMatchObject({ label: 'unknown-property', detail: 'A key that nothing reads' });
  expect(second?.label).toBe('duplicate-key');
});

test.each([
  ['// b24pay-ignore |', 'unknown-property', '// b24pay-ignore unknown-property'],
  ['// b24pay-ignore: |', 'unknown-property', '// b24pay-ignore: unknown-property'],
  ['// b24pay-ignore unk|', 'unknown-property', '// b24pay-ignore unknown-property'],
  ['// b24pay-ignore unkn|own-prop -- why', 'unknown-property', '// b24pay-ignore unknown-property -- why'],
  ['// b24pay-ignore empty-code, |', 'unknown-property', '// b24pay-ignore empty-code, unknown-property'],
  ['// b24pay-ignore |, empty-code', 'unknown-property', '// b24pay-ignore unknown-property, empty-code'],
  ['/* b24pay-ignore | */', 'empty-name', '/* b24pay-ignore empty-name */'],
  ['// |', 'b24pay-ignore unknown-property', '// b24pay-ignore unknown-property'],
  ['// b24|', 'b24pay-ignore unknown-property', '// b24pay-ignore unknown-property'],
  ['/* b24| */', 'b24pay-ignore unknown-property', '/* b24pay-ignore unknown-property */'],
])('%s takes %s', (comment, label, after) => {
  expect(accepted(shop(comment), label)).toBe(shop(after));
});

test('a comment behind a line is about the next one', () => {
  expect(accepted(shop('', ' // b24|'), 'b24pay-ignore empty-name')).toBe(shop('', ' // b24pay-ignore empty-name'));
});

test('what the comment names already is not offered again, nor what cannot be silenced', () => {
  const offered = labels(shop('// b24pay-ignore unknown-property, |'));
  for (const code of ['unknown-property', 'json-syntax', 'unknown-suppression', 'unused-suppression'])
    expect(offered).not.toContain(code);
  expect(offered).toContain('empty-name');
});

test.each([
  '// Our shop|',
  '// b24pay-ignore|',
  '// b24pay|-ignore unknown-property',
  '// b24pay-ignore unknown-property -- |',
  '// b24pay-ignore unknown-property because of |',
  '// see b24pay-ignore |',
  '/* b24pay-ignore unknown-property\n |*/',
])('nothing is offered in %s', (comment) => {
  expect(labels(shop(comment))).toEqual([]);
});

test('a comment above a line in order offers nothing by itself', () => {
  expect(labels('{\n  // |\n  "CODE": "shop"\n}')).toEqual([]);
});
