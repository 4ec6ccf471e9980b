import { describe, expect, it } from 'vitest';
import { countsOf, expectFix, expectProblems, problemsOf } from './marked.js';

const manifest = (line: string, comment: string, settings = '"CODES": {}') => `{
  "NAME": "n",
  "CODE": "c",
  "SETTINGS": {
    ${settings},
    "FORM_DATA": {
      ${comment}
      ${line}
    }
  }
}`;
const HTTP = '"ACTION_URI": "http://pay.shop.ru"';

describe('b24pay-ignore', () => {
  it.each([
    '// b24pay-ignore insecure-action-uri',
    '/* b24pay-ignore insecure-action-uri */',
    '// b24pay-ignore local-action-uri, insecure-action-uri',
    '//b24pay-ignore   insecure-action-uri   placeholder-action-uri',
  ])('silences the line below: %s', (comment) => {
    expect(countsOf(manifest(HTTP, comment))['insecure-action-uri']).toBeUndefined();
  });

  it.each([
    '// b24pay-ignore insecure-action-uri\n',
    '// insecure-action-uri',
    '// b24pay-ignored insecure-action-uri',
  ])('silences nothing else: %s', (comment) => {
    expect(countsOf(manifest(HTTP, comment))['insecure-action-uri']).toBe(1);
  });

  it('cannot silence broken text', () => {
    expect(countsOf('{\n  // b24pay-ignore json-syntax\n  "A" 1\n}')['json-syntax']).toBe(1);
  });

  it('is a mistake itself when it silences nothing', () => {
    expectProblems(
      'unused-suppression',
      manifest(HTTP, '// b24pay-ignore insecure-action-uri, ⟦local-action-uri⟧'),
      'information',
      'local-action-uri',
    );
    expectProblems(
      'unused-suppression',
      manifest('"ACTION_URI": "https://a.ru"', '// b24pay-ignore ⟦insecure-action-uri⟧'),
    );
  });

  it('is no mistake for a rule that is off', () => {
    const text = manifest('"ACTION_URI": "https://a.ru"', '// b24pay-ignore insecure-action-uri');
    expect(problemsOf(text, 'unused-suppression', { severities: { 'insecure-action-uri': 'off' } })).toEqual([]);
  });

  it('is a mistake when it names no rule', () => {
    expectProblems(
      'unknown-suppression',
      manifest(HTTP, '// b24pay-ignore ⟦insecure-action-url⟧'),
      'warning',
      'Did you mean insecure-action-uri?',
    );
    expectProblems('unknown-suppression', manifest(HTTP, '// ⟦b24pay-ignore⟧'), 'warning', 'names no rule');
    const before = manifest(HTTP, '// b24pay-ignore insecure-action-url');
    expectFix(
      'unknown-suppression',
      before,
      'Change to insecure-action-uri',
      manifest(HTTP, '// b24pay-ignore insecure-action-uri'),
    );
    expectFix('unknown-suppression', before, 'Remove this comment', manifest(HTTP, ''), false);
  });

  it.each([
    ['local-action-uri insecure-action-uri', 'local-action-uri', 'insecure-action-uri'],
    ['insecure-action-uri, local-action-uri', 'local-action-uri', 'insecure-action-uri'],
    [
      'insecure-action-uri, placeholder-action-uri,  code-too-long',
      'placeholder-action-uri',
      'insecure-action-uri, code-too-long',
    ],
  ])('keeps the codes that silence something when another one goes: %s', (codes, useless, kept) => {
    const before = manifest(HTTP, `// b24pay-ignore ${codes}`);
    const after = manifest(HTTP, `// b24pay-ignore ${kept}`);
    expectFix('unused-suppression', before, `Remove ${useless}`, after, false);
  });

  it('goes when it is of no use', () => {
    const before = manifest('"ACTION_URI": "https://a.ru"', '// b24pay-ignore insecure-action-uri');
    expectFix('unused-suppression', before, 'Remove this comment', manifest('"ACTION_URI": "https://a.ru"', ''), false);
  });
});
